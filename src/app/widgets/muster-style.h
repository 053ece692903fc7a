/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Loads the style sheets and icons for @display, once, and follows the desktop's choice
 * of light, dark and high contrast from then on. */
void muster_style_install (GdkDisplay *display);

/* For screenshots and tests: dark or light whatever the desktop says. */
void muster_style_force_dark (gboolean dark);

G_END_DECLS
