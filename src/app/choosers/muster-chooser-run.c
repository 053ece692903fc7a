/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-chooser-private.h"

/* What was on its way comes to nobody. */
void
muster_chooser_stop_selecting (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  if (priv->selecting != NULL)
    g_cancellable_cancel (priv->selecting);
  g_clear_object (&priv->selecting);
}

/* Returns what @task waits for, once the dialog is out of the way of what comes next. */
static void
close_dialog (MusterChooser *self, GPtrArray *chosen)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autoptr (GTask) task = g_steal_pointer (&priv->task);

  muster_chooser_stop_selecting (self);
  gtk_window_destroy (GTK_WINDOW (self));
  if (task == NULL)
    return;
  if (chosen != NULL)
    g_task_return_pointer (task, g_ptr_array_ref (chosen),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "Nothing was chosen.");
}

void
muster_chooser_return_cancelled (MusterChooser *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&muster_chooser_get_private (self)->task);

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "Nothing was chosen.");
}

void
muster_chooser_respond (GtkDialog *dialog, int response)
{
  MusterChooser *self = MUSTER_CHOOSER (dialog);
  g_autoptr (GPtrArray) chosen = NULL;

  if (response == GTK_RESPONSE_OK)
    chosen = muster_choice_list (muster_chooser_get_choice (self));
  close_dialog (self, chosen);
}

static void
cancel (MusterChooser *self)
{
  gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_CANCEL);
}

void
muster_chooser_run (MusterChooser *self, GtkWindow *parent, GTask *task)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  GCancellable         *cancellable = g_task_get_cancellable (task);

  priv->task = task;
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancel), self,
                             G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  if (g_cancellable_is_cancelled (cancellable))
    cancel (self);
  else
    muster_chooser_search (self);
}

GCancellable *
muster_chooser_begin_selecting (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  g_clear_error (&priv->selecting_error);
  muster_chooser_stop_selecting (self);
  priv->selecting = g_cancellable_new ();
  muster_chooser_report_selecting (self, 0, 0);
  muster_chooser_show_selecting (self);
  return priv->selecting;
}

void
muster_chooser_end_selecting (MusterChooser *self, GPtrArray *items, const GError *error)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  if (priv->selecting == NULL)
    return;
  g_clear_object (&priv->selecting);
  if (error != NULL)
    priv->selecting_error = g_error_copy (error);
  if (items != NULL)
    muster_choice_add (priv->choice, items);
  muster_chooser_show_selecting (self);
}
