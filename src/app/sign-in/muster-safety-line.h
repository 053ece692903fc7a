/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SAFETY_LINE (muster_safety_line_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSafetyLine, muster_safety_line, MUSTER, SAFETY_LINE, GtkWidget)

/**
 * MusterSafetyLine:
 *
 * Says, under the fields, who can read the password on its way, and where it is kept.
 * Hidden while there is no address to say it of.
 */
void muster_safety_line_judge (MusterSafetyLine *self,
                               const char       *address,
                               gboolean          remembers);

G_END_DECLS
