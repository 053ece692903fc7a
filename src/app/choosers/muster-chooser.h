/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-choice.h"
#include "muster-finder.h"
#include "muster-session.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CHOOSER (muster_chooser_get_type ())

G_DECLARE_DERIVABLE_TYPE (MusterChooser, muster_chooser, MUSTER, CHOOSER, GtkDialog)

/**
 * MusterChooserClass:
 * @search: starts the search for @words, "" for all, on the finder
 * @describe_found: (transfer full): "2 Users Found"; where @more, there are more than
 *   @n_found
 * @select_all_found: (nullable): ticks everything found, read or not; begins with
 *   muster_chooser_begin_selecting()
 *
 * The base of all choosers: a dialog with a search, what it found, what is ticked,
 * Cancel and OK. Nothing is changed by it: who opens it gets what was ticked.
 *
 * Properties, for templates: `list` (the #GtkListView or #GtkColumnView that shows what
 * is found), `placeholder` (of the search), `nothing-title` (where nothing is found),
 * `compact` (what was found stands in the foot). Construct-only: `session`, `multiple`.
 */
struct _MusterChooserClass
{
  GtkDialogClass parent_class;

  void (*search) (MusterChooser *self, MusterFinder *finder, const char *words);
  char *(*describe_found) (MusterChooser *self, guint64 n_found, gboolean more);
  void (*select_all_found) (MusterChooser *self);
};

MusterSession *muster_chooser_get_session (MusterChooser *self);
MusterChoice  *muster_chooser_get_choice (MusterChooser *self);
MusterFinder  *muster_chooser_get_finder (MusterChooser *self);

/* Opens it over @parent (nullable). @task: (transfer full): returns a #GPtrArray of what
 * was ticked, or %G_IO_ERROR_CANCELLED, once the dialog is gone. */
void muster_chooser_run (MusterChooser *self, GtkWindow *parent, GTask *task);

/* While everything found is read, the bar of selections says how far it is and offers to
 * stop. (transfer none): the cancellable to read with. */
GCancellable *muster_chooser_begin_selecting (MusterChooser *self);
void muster_chooser_report_selecting (MusterChooser *self, guint n_read, gint64 total);

/* Ticks @items (nullable), or tells of @error (nullable): either, or none where it was
 * stopped. */
void
muster_chooser_end_selecting (MusterChooser *self, GPtrArray *items, const GError *error);

G_END_DECLS
