/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_NARROW_BIN (muster_narrow_bin_get_type ())

G_DECLARE_FINAL_TYPE (MusterNarrowBin, muster_narrow_bin, MUSTER, NARROW_BIN, GtkWidget)

/**
 * MusterNarrowBin:
 *
 * Holds one child and watches how wide it is, in em of its font, so that large text
 * counts as little room.
 *
 * Properties: `child`, `threshold` (double, em), `narrow` (gboolean, read-only, notified
 * from an idle and never while sizes are worked out). Has the style class `narrow` while
 * it is.
 */
GtkWidget *muster_narrow_bin_new (void);
gboolean   muster_narrow_bin_is_narrow (MusterNarrowBin *self);

G_END_DECLS
