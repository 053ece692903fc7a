/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_PATIENT_ROWS (muster_patient_rows_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterPatientRows, muster_patient_rows, MUSTER, PATIENT_ROWS, GObject)

/**
 * MusterPatientRows:
 *
 * Rows for a list view, a screenful at first and then more, until it is all. GTK 4.8
 * makes two hundred rows of widgets at once, however few can be seen, which stops the
 * window.
 */
MusterPatientRows *muster_patient_rows_new (GListModel *rows);

/* (transfer none) */
GListModel *muster_patient_rows_get_model (MusterPatientRows *self);

/* Begins with a screenful again: the rows are about to be others. */
void muster_patient_rows_restart (MusterPatientRows *self);

/* Stays with a screenful as long as @brief is %TRUE. */
void muster_patient_rows_set_brief (MusterPatientRows *self, gboolean brief);

G_END_DECLS
