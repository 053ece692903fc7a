/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_BASIC_INFORMATION_TAB (muster_basic_information_tab_get_type ())

G_DECLARE_FINAL_TYPE (MusterBasicInformationTab,
                      muster_basic_information_tab,
                      MUSTER,
                      BASIC_INFORMATION_TAB,
                      GtkWidget)

/* *Basic Information*: the cards *Change* and *Flag Fields for Change by Users*. */
GtkWidget *muster_basic_information_tab_new (MusterEdit *edit);

G_END_DECLS
