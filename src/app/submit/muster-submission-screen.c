/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission-screen.h"

#include <glib/gi18n.h>

#include "muster-banner.h"
#include "muster-display-text.h"
#include "muster-outcome-card.h"
#include "muster-outcome-list.h"
#include "muster-report-export.h"
#include "muster-submission-progress.h"
#include "muster-submission-result.h"
#include "muster-submission-text.h"

struct _MusterSubmissionScreen
{
  GtkWidget parent_instance;

  GtkWidget                *box;      /* (not owned): template child */
  GtkWidget                *head;     /* (not owned): template child */
  MusterSubmissionProgress *progress; /* (not owned): template child */
  MusterSubmissionResult   *result;   /* (not owned): template child */
  MusterBanner             *failure;  /* (not owned): template child */
  MusterBanner             *exported; /* (not owned): template child */
  GtkWidget                *cards;    /* (not owned): template child */
  MusterOutcomeList        *list;     /* (not owned): template child */

  MusterSubmission     *submission; /* (owned) */
  GSimpleActionGroup   *actions;    /* (owned) */
  GtkFileChooserNative *chooser;    /* (owned) (nullable): while it is open */
  GCancellable         *exporting;  /* (owned) (nullable): while a report is written */
  gboolean              filtered;   /* somebody chose what the list shows */
};

enum
{
  DONE,
  EDIT_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void muster_submission_screen_init_interface (MusterScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  MusterSubmissionScreen,
  muster_submission_screen,
  GTK_TYPE_WIDGET,
  G_IMPLEMENT_INTERFACE (MUSTER_TYPE_SCREEN, muster_submission_screen_init_interface))

/* In the order of the cards; those that stand there at 0 too. */
static const struct
{
  MusterOutcome outcome;
  gboolean      always;
} card_order[] = {
  { MUSTER_OUTCOME_CHANGED, TRUE },         { MUSTER_OUTCOME_ALREADY_SO, TRUE },
  { MUSTER_OUTCOME_CONFLICT, TRUE },        { MUSTER_OUTCOME_REJECTED, TRUE },
  { MUSTER_OUTCOME_PARTLY_CHANGED, FALSE }, { MUSTER_OUTCOME_NOT_TAKEN, FALSE },
  { MUSTER_OUTCOME_UNKNOWN, FALSE },        { MUSTER_OUTCOME_NOT_SENT, FALSE },
  { MUSTER_OUTCOME_PENDING, FALSE },
};

static gboolean
has_ended (MusterSubmissionScreen *self)
{
  return muster_submission_get_state (self->submission) == MUSTER_SUBMISSION_ENDED;
}

static void
close_chooser (MusterSubmissionScreen *self)
{
  if (self->chooser != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->chooser, self);
      gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
    }
  g_clear_object (&self->chooser);
}

static void
muster_submission_screen_dispose (GObject *object)
{
  MusterSubmissionScreen *self = MUSTER_SUBMISSION_SCREEN (object);

  close_chooser (self);
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (muster_outcome_list_get_filter (self->list),
                                          self);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->submission);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (muster_submission_screen_parent_class)->dispose (object);
}

static void
update_cards (MusterSubmissionScreen *self)
{
  GtkWidget          *card = gtk_widget_get_first_child (self->cards);
  MusterOutcomeCounts counts;

  muster_submission_count (self->submission, &counts);
  for (guint i = 0; i < G_N_ELEMENTS (card_order); i++)
    {
      MusterOutcome outcome = card_order[i].outcome;
      gboolean      is_open = outcome == MUSTER_OUTCOME_PENDING && !has_ended (self);

      muster_outcome_card_set_count (MUSTER_OUTCOME_CARD (card), counts.n[outcome]);
      gtk_widget_set_visible (card,
                              card_order[i].always || is_open || counts.n[outcome] > 0);
      card = gtk_widget_get_next_sibling (card);
    }
}

static void
enable (MusterSubmissionScreen *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (MusterSubmissionScreen *self)
{
  update_cards (self);
  muster_outcome_list_update (self->list);
  if (has_ended (self))
    muster_submission_result_update (self->result, self->submission);
  else
    muster_submission_progress_update (self->progress, self->submission);
}

static void
show_failure (MusterSubmissionScreen *self)
{
  const GError    *error = muster_submission_get_error (self->submission);
  g_autofree char *text = NULL;

  if (error == NULL)
    return;
  text = muster_display_text_clean (error->message);
  muster_banner_show (self->failure, "error", _ ("It was stopped before the end"), text);
}

/* The outcomes that somebody must look at come first, unless somebody looks at others. */
static void
show_attention (MusterSubmissionScreen *self)
{
  MusterOutcomeFilter *filter = muster_outcome_list_get_filter (self->list);
  MusterOutcomeCounts  counts;

  muster_submission_count (self->submission, &counts);
  if (!self->filtered
      && muster_submission_text_count (&counts, MUSTER_OUTCOMES_ATTENTION) > 0)
    muster_outcome_filter_set_outcomes (filter, MUSTER_OUTCOMES_ATTENTION);
  else if (muster_outcome_filter_get_outcomes (filter)
           == MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_PENDING))
    muster_outcome_filter_set_outcomes (filter, 0);
}

static void
show_end (MusterSubmissionScreen *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->head) != NULL;

  gtk_stack_set_visible_child (GTK_STACK (self->head), GTK_WIDGET (self->result));
  show_failure (self);
  show_attention (self);
  if (had_focus)
    muster_submission_result_focus (self->result);
}

static void
state_cb (MusterSubmissionScreen *self)
{
  MusterSubmissionState state = muster_submission_get_state (self->submission);

  enable (self, "cancel", state == MUSTER_SUBMISSION_RUNNING);
  enable (self, "export", state == MUSTER_SUBMISSION_ENDED && self->exporting == NULL);
  enable (self, "export-to", state == MUSTER_SUBMISSION_ENDED && self->exporting == NULL);
  enable (self, "edit-again", state == MUSTER_SUBMISSION_ENDED);
  if (state == MUSTER_SUBMISSION_ENDED)
    show_end (self);
  update (self);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  muster_submission_cancel (MUSTER_SUBMISSION_SCREEN (user_data)->submission);
}

static void
done_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, signals[DONE], 0);
}

static void
edit_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, signals[EDIT_AGAIN], 0);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  muster_outcome_list_focus_search (MUSTER_SUBMISSION_SCREEN (user_data)->list);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSubmissionScreen) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean         is_written = muster_report_export_finish (result, &error);

  if (self->exporting == NULL)
    return;
  g_clear_object (&self->exporting);
  enable (self, "export", TRUE);
  enable (self, "export-to", TRUE);
  if (is_written)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->exported), TRUE);
      return;
    }
  text = muster_display_text_clean (error->message);
  muster_banner_show (self->exported, "error", _ ("The report was not written"), text);
  muster_banner_set_button (self->exported, _ ("Try Again"), "submission.export");
}

/* The banner is filled before: it comes up when the report is there. */
static void
export_to (MusterSubmissionScreen *self, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = muster_display_text_clean (name);

  muster_banner_show (self->exported, "info", _ ("The report was written"), text);
  muster_banner_set_button (self->exported, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->exported), FALSE);
  self->exporting = g_cancellable_new ();
  enable (self, "export", FALSE);
  enable (self, "export-to", FALSE);
  muster_report_export_async (muster_session_get_journal (
                                muster_submission_get_session (self->submission)),
                              muster_submission_get_batch (self->submission), file,
                              self->exporting, exported_cb, g_object_ref (self));
}

static void
export_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  export_to (user_data, file);
}

static void
chosen_cb (MusterSubmissionScreen *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  close_chooser (self);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    export_to (self, file);
}

static void
add_format (MusterSubmissionScreen *self, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterSubmissionScreen *self = user_data;
  GtkRoot                *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char        *name
    = g_strdup_printf ("muster-%s.csv", muster_submission_get_batch (self->submission));

  close_chooser (self);
  self->chooser
    = gtk_file_chooser_native_new (_ ("Export Report"),
                                   GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
                                   _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  add_format (self, _ ("Tables (.csv)"), "csv");
  add_format (self, _ ("Data for programs (.json)"), "json");
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
set_state (MusterSubmissionScreen *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static char *
get_show_name (MusterOutcome outcome)
{
  return g_strconcat ("show-", muster_outcome_get_name (outcome), NULL);
}

static void
filter_changed_cb (MusterSubmissionScreen *self)
{
  MusterOutcomes outcomes
    = muster_outcome_filter_get_outcomes (muster_outcome_list_get_filter (self->list));

  set_state (self, "needs-attention", outcomes == MUSTER_OUTCOMES_ATTENTION);
  for (MusterOutcome outcome = 0; outcome < MUSTER_N_OUTCOMES; outcome++)
    {
      g_autofree char *name = get_show_name (outcome);

      set_state (self, name, (outcomes & MUSTER_OUTCOMES_OF (outcome)) != 0);
    }
}

static void
needs_attention_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MusterSubmissionScreen *self = user_data;

  self->filtered = TRUE;
  muster_outcome_filter_set_outcomes (muster_outcome_list_get_filter (self->list),
                                      g_variant_get_boolean (state)
                                        ? MUSTER_OUTCOMES_ATTENTION
                                        : 0);
}

static void
show_outcome_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MusterSubmissionScreen *self = user_data;
  MusterOutcomeFilter    *filter = muster_outcome_list_get_filter (self->list);
  MusterOutcomes          outcomes = muster_outcome_filter_get_outcomes (filter);
  MusterOutcome           outcome;

  if (!muster_outcome_from_name (g_action_get_name (G_ACTION (action)) + strlen ("show-"),
                                 &outcome))
    return;
  self->filtered = TRUE;
  if (g_variant_get_boolean (state))
    outcomes |= MUSTER_OUTCOMES_OF (outcome);
  else
    outcomes &= ~MUSTER_OUTCOMES_OF (outcome);
  muster_outcome_filter_set_outcomes (filter, outcomes);
}

static const GActionEntry action_entries[] = {
  { "cancel", cancel_cb },
  { "done", done_cb },
  { "edit-again", edit_again_cb },
  { "export", export_cb },
  { "export-to", export_to_cb, "s" },
  { "search", search_cb },
  { "needs-attention", NULL, NULL, "false", needs_attention_cb },
};

static void
add_actions (MusterSubmissionScreen *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  for (MusterOutcome outcome = 0; outcome < MUSTER_N_OUTCOMES; outcome++)
    {
      g_autofree char   *name = get_show_name (outcome);
      const GActionEntry entry = { name, NULL, NULL, "false", show_outcome_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "submission",
                                  G_ACTION_GROUP (self->actions));
}

static const char *
muster_submission_screen_get_title (MusterScreen *screen)
{
  return has_ended (MUSTER_SUBMISSION_SCREEN (screen)) ? _ ("Results") : _ ("Submitting");
}

static const char *
muster_submission_screen_get_action_prefix (MusterScreen *screen)
{
  return "submission";
}

static GActionGroup *
muster_submission_screen_get_actions (MusterScreen *screen)
{
  return G_ACTION_GROUP (MUSTER_SUBMISSION_SCREEN (screen)->actions);
}

static void
muster_submission_screen_focus (MusterScreen *screen)
{
  MusterSubmissionScreen *self = MUSTER_SUBMISSION_SCREEN (screen);

  if (has_ended (self))
    muster_submission_result_focus (self->result);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->progress), GTK_DIR_TAB_FORWARD);
}

static void
muster_submission_screen_init_interface (MusterScreenInterface *iface)
{
  iface->get_title = muster_submission_screen_get_title;
  iface->get_action_prefix = muster_submission_screen_get_action_prefix;
  iface->get_actions = muster_submission_screen_get_actions;
  iface->focus = muster_submission_screen_focus;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-submission-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, box);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, head);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, result);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, failure);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, exported);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, cards);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionScreen, list);
}

static void
muster_submission_screen_class_init (MusterSubmissionScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_submission_screen_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT_AGAIN]
    = g_signal_new ("edit-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "submission.search", NULL);
}

static void
muster_submission_screen_init (MusterSubmissionScreen *self)
{
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_OUTCOME_LIST);
  g_type_ensure (MUSTER_TYPE_SUBMISSION_PROGRESS);
  g_type_ensure (MUSTER_TYPE_SUBMISSION_RESULT);
  add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (card_order); i++)
    gtk_box_append (GTK_BOX (self->cards),
                    muster_outcome_card_new (card_order[i].outcome));
  g_signal_connect_swapped (muster_outcome_list_get_filter (self->list), "changed",
                            G_CALLBACK (filter_changed_cb), self);
}

GtkWidget *
muster_submission_screen_new (MusterSubmission *submission)
{
  MusterSubmissionScreen *self = g_object_new (MUSTER_TYPE_SUBMISSION_SCREEN, NULL);

  self->submission = g_object_ref (submission);
  muster_outcome_list_set_submission (self->list, submission);
  g_signal_connect_swapped (submission, "notify::n-decided", G_CALLBACK (update), self);
  g_signal_connect_swapped (submission, "notify::state", G_CALLBACK (state_cb), self);
  state_cb (self);
  return GTK_WIDGET (self);
}
