/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-list.h"

#include <glib/gi18n.h>

#include "muster-empty-state.h"
#include "muster-labels.h"
#include "muster-outcome-columns.h"
#include "muster-patient-rows.h"
#include "muster-reversed-list.h"
#include "muster-tab-out.h"

struct _MusterOutcomeList
{
  GtkWidget parent_instance;

  GtkWidget     *box;       /* (not owned): template child */
  GtkWidget     *heading;   /* (not owned): template child */
  GtkWidget     *shown;     /* (not owned): template child */
  GtkWidget     *attention; /* (not owned): template child */
  GtkWidget     *search;    /* (not owned): template child */
  GtkWidget     *stack;     /* (not owned): template child */
  GtkWidget     *scroller;  /* (not owned): template child */
  GtkWidget     *empty;     /* (not owned): template child */
  GtkColumnView *view;      /* (not owned): template child */

  MusterSubmission    *submission; /* (owned) (nullable) */
  MusterOutcomeFilter *filter;     /* (owned) */
  GListModel          *newest;     /* (owned) (nullable): decided rows, the last first */
  GtkFilterListModel  *filtered;   /* (owned) */
  MusterPatientRows   *rows;       /* (owned): what the view has of them */
};

G_DEFINE_FINAL_TYPE (MusterOutcomeList, muster_outcome_list, GTK_TYPE_WIDGET)

static void
muster_outcome_list_dispose (GObject *object)
{
  MusterOutcomeList *self = MUSTER_OUTCOME_LIST (object);

  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->filtered);
  g_clear_object (&self->newest);
  g_clear_object (&self->filter);
  g_clear_object (&self->submission);
  G_OBJECT_CLASS (muster_outcome_list_parent_class)->dispose (object);
}

static gboolean
has_ended (MusterOutcomeList *self)
{
  return muster_submission_get_state (self->submission) == MUSTER_SUBMISSION_ENDED;
}

static void
show_shown (MusterOutcomeList *self)
{
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint            n_rows = muster_submission_get_n_rows (self->submission);
  g_autofree char *text = NULL;

  /* Translators: how many users the list shows, of how many in all. */
  text = g_strdup_printf (ngettext ("%'u of %'u shown", "%'u of %'u shown", n_rows),
                          n_shown, n_rows);
  gtk_label_set_label (GTK_LABEL (self->shown), text);
  gtk_widget_set_visible (self->shown, !muster_outcome_filter_is_open (self->filter));
}

static void
show_attention (MusterOutcomeList *self)
{
  MusterOutcomeCounts counts;
  g_autofree char    *label = NULL;
  guint               n;

  muster_submission_count (self->submission, &counts);
  n = muster_submission_text_count (&counts, MUSTER_OUTCOMES_ATTENTION);
  /* Translators: shows only users whose outcome somebody must look at, and how many. */
  label = g_strdup_printf (_ ("Needs attention only (%'u)"), n);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->attention), label);
}

static void
describe_emptiness (MusterOutcomeList *self, const char *title, gboolean loading)
{
  g_object_set (self->empty, "title", title, "loading", loading, NULL);
}

static void
show_list_or_emptiness (MusterOutcomeList *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  if (!muster_outcome_filter_is_open (self->filter))
    describe_emptiness (self, _ ("No user like this"), FALSE);
  else
    describe_emptiness (self, _ ("The first outcomes are on their way"),
                        !has_ended (self));
  gtk_stack_set_visible_child (GTK_STACK (self->stack),
                               has_rows ? self->scroller : self->empty);
}

static gboolean
wants_waiting (MusterOutcomeList *self)
{
  return (muster_outcome_filter_get_outcomes (self->filter)
          & MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_PENDING))
         != 0;
}

/* Who waits is in the plan alone. */
static void
choose_rows (MusterOutcomeList *self)
{
  gtk_filter_list_model_set_model (self->filtered,
                                   wants_waiting (self) ? G_LIST_MODEL (
                                     muster_submission_get_plan (self->submission))
                                                        : self->newest);
}

static gboolean
is_at_top (MusterOutcomeList *self)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  return gtk_adjustment_get_value (adjustment) < 1;
}

/* While outcomes come, whoever looks at the top sees every row of the view change: as few
 * as can be. */
static void
choose_length (MusterOutcomeList *self)
{
  muster_patient_rows_set_brief (self->rows, !has_ended (self) && is_at_top (self));
}

/* Rows may not go while they are laid out: only more of them are asked for here. */
static void
scrolled_cb (MusterOutcomeList *self)
{
  if (!is_at_top (self))
    muster_patient_rows_set_brief (self->rows, FALSE);
}

static void
show_rows (MusterOutcomeList *self)
{
  show_shown (self);
  show_list_or_emptiness (self);
}

/* A list stays with the rows that it shows: whoever looks at its top sees what comes
 * there, and whoever has scrolled away is not moved. */
static void
rows_changed_cb (GListModel        *rows,
                 guint              position,
                 guint              n_removed,
                 guint              n_added,
                 MusterOutcomeList *self)
{
  GtkWidget *inner = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (position == 0 && n_added > 0 && is_at_top (self))
    gtk_widget_activate_action (inner, "list.scroll-to-item", "u", 0);
  show_rows (self);
}

static void
filter_changed_cb (MusterOutcomeList *self)
{
  if (self->submission == NULL)
    return;
  muster_patient_rows_restart (self->rows);
  choose_rows (self);
  show_rows (self);
}

static void
search_changed_cb (MusterOutcomeList *self)
{
  muster_outcome_filter_set_search (self->filter,
                                    gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_stopped_cb (MusterOutcomeList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-outcome-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, box);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, shown);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, attention);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, search);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, scroller);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, empty);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  muster_outcome_columns_bind_callbacks (widget_class);
}

static void
muster_outcome_list_class_init (MusterOutcomeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_outcome_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
muster_outcome_list_init (MusterOutcomeList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  self->filter = muster_outcome_filter_new ();
  self->filtered
    = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), NULL);
  muster_tab_out_of (GTK_WIDGET (self->view));
  self->rows = muster_patient_rows_new (G_LIST_MODEL (self->filtered));
  selection
    = gtk_no_selection_new (g_object_ref (muster_patient_rows_get_model (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb),
                            self);
}

void
muster_outcome_list_set_submission (MusterOutcomeList *self, MusterSubmission *submission)
{
  g_return_if_fail (self->submission == NULL);

  self->submission = g_object_ref (submission);
  self->newest = G_LIST_MODEL (
    muster_reversed_list_new (muster_submission_get_decided (submission)));
  choose_rows (self);
  g_signal_connect (self->filtered, "items-changed", G_CALLBACK (rows_changed_cb), self);
  muster_outcome_list_update (self);
}

MusterOutcomeFilter *
muster_outcome_list_get_filter (MusterOutcomeList *self)
{
  return self->filter;
}

void
muster_outcome_list_update (MusterOutcomeList *self)
{
  gtk_label_set_label (GTK_LABEL (self->heading),
                       has_ended (self) ? _ ("Outcomes") : _ ("Outcomes as they come"));
  show_attention (self);
  choose_length (self);
  if (wants_waiting (self))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  else
    show_rows (self);
}

void
muster_outcome_list_focus_search (MusterOutcomeList *self)
{
  gtk_widget_grab_focus (self->search);
}
