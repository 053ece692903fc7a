/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_BANNER (muster_banner_get_type ())

G_DECLARE_FINAL_TYPE (MusterBanner, muster_banner, MUSTER, BANNER, GtkWidget)

/**
 * MusterBanner:
 *
 * A message in the flow of a page, with an icon, a bold title, a sentence under it, and
 * at most one button. Its accessible role is alert, so that it is read when it comes.
 *
 * Properties: `kind` ("error", "warning", "info"), `title`, `text`, `button-label`
 * (nullable), `action-name` (what the button activates, nullable). Hidden while it has
 * no title.
 */
GtkWidget *muster_banner_new (void);

void muster_banner_show (MusterBanner *self,
                         const char   *kind,
                         const char   *title,
                         const char   *text);
void
muster_banner_set_button (MusterBanner *self, const char *label, const char *action_name);
void muster_banner_hide (MusterBanner *self);

G_END_DECLS
