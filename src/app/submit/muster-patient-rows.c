/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-patient-rows.h"

#define SCREENFUL 32
/* More than GTK makes at once: from there on all may come. */
#define ENOUGH 224
#define INTERVAL_MS 40

struct _MusterPatientRows
{
  GObject parent_instance;

  GtkSliceListModel *slice; /* (owned) */
  gboolean           brief;
  guint              growing; /* source */
};

G_DEFINE_FINAL_TYPE (MusterPatientRows, muster_patient_rows, G_TYPE_OBJECT)

static void
muster_patient_rows_dispose (GObject *object)
{
  MusterPatientRows *self = MUSTER_PATIENT_ROWS (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_object (&self->slice);
  G_OBJECT_CLASS (muster_patient_rows_parent_class)->dispose (object);
}

static void
muster_patient_rows_class_init (MusterPatientRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_patient_rows_dispose;
}

static void
muster_patient_rows_init (MusterPatientRows *self)
{
}

static gboolean
grow_cb (gpointer user_data)
{
  MusterPatientRows *self = user_data;
  guint              size = gtk_slice_list_model_get_size (self->slice) + SCREENFUL;

  gtk_slice_list_model_set_size (self->slice, size < ENOUGH ? size : G_MAXUINT);
  if (size < ENOUGH)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
grow (MusterPatientRows *self)
{
  if (self->growing == 0 && gtk_slice_list_model_get_size (self->slice) < ENOUGH)
    self->growing = g_timeout_add (INTERVAL_MS, grow_cb, self);
}

MusterPatientRows *
muster_patient_rows_new (GListModel *rows)
{
  MusterPatientRows *self = g_object_new (MUSTER_TYPE_PATIENT_ROWS, NULL);

  self->slice = gtk_slice_list_model_new (g_object_ref (rows), 0, SCREENFUL);
  grow (self);
  return self;
}

GListModel *
muster_patient_rows_get_model (MusterPatientRows *self)
{
  return G_LIST_MODEL (self->slice);
}

void
muster_patient_rows_restart (MusterPatientRows *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, SCREENFUL);
  if (!self->brief)
    grow (self);
}

void
muster_patient_rows_set_brief (MusterPatientRows *self, gboolean brief)
{
  if (self->brief == brief)
    return;
  self->brief = brief;
  if (brief)
    muster_patient_rows_restart (self);
  else
    grow (self);
}
