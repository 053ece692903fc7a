/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_APPEARANCE (muster_appearance_get_type ())

G_DECLARE_FINAL_TYPE (MusterAppearance, muster_appearance, MUSTER, APPEARANCE, GObject)

/**
 * MusterAppearance:
 *
 * How the person wants applications to look, as the desktop's settings portal says. GTK
 * does not ask it before 4.20. Where there is no portal it stays light and normal.
 *
 * Properties, notified: `dark`, `high-contrast`.
 */
MusterAppearance *muster_appearance_new (void);

gboolean muster_appearance_is_dark (MusterAppearance *self);
gboolean muster_appearance_is_high_contrast (MusterAppearance *self);

/* Whether the portal has said anything about light and dark. */
gboolean muster_appearance_has_preference (MusterAppearance *self);

G_END_DECLS
