/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_APPLICATION_ID "org.musterapp.Muster"

#define MUSTER_TYPE_APPLICATION (muster_application_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterApplication, muster_application, MUSTER, APPLICATION, GtkApplication)

/* Muster with its one window: started again, it brings that window to the front. */
GtkApplication *muster_application_new (void);

G_END_DECLS
