/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-window.h"

#include <glib/gi18n.h>

#include "muster-administration-screen.h"
#include "muster-edit-screen.h"
#include "muster-settings.h"
#include "muster-sign-in-screen.h"
#include "muster-submission-notice.h"
#include "muster-submission-screen.h"
#include "muster-submit-dialog.h"
#include "muster-window-header.h"

struct _MusterWindow
{
  GtkApplicationWindow parent_instance;

  MusterWindowHeader *header;
  GtkStack           *stack;

  GSettings        *settings;              /* (owned) (nullable) */
  MusterSession    *session;               /* (owned) (nullable) */
  MusterEdit       *edit;                  /* (owned) (nullable) */
  MusterSubmission *submission;            /* (owned) (nullable) */
  GtkWidget        *sign_in_screen;        /* (owned by the stack) */
  GtkWidget        *administration_screen; /* (nullable), so the others */
  GtkWidget        *edit_screen;
  GtkWidget        *submission_screen;
  const char       *action_prefix; /* (nullable): of the screen that is shown */
  gboolean          closing;       /* as soon as the submission has ended */
};

G_DEFINE_FINAL_TYPE (MusterWindow, muster_window, GTK_TYPE_APPLICATION_WINDOW)

static GtkWidget *
get_screen (MusterWindow *self)
{
  return gtk_stack_get_visible_child (self->stack);
}

static gboolean
is_running (MusterWindow *self)
{
  return self->submission != NULL
         && muster_submission_get_state (self->submission) != MUSTER_SUBMISSION_ENDED;
}

static void
enable_action (MusterWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_title (MusterWindow *self)
{
  const char *title = muster_screen_get_title (MUSTER_SCREEN (get_screen (self)));

  muster_window_header_set_title (self->header, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The header leads back to a submission that goes on while another screen is shown. */
static void
update_progress (MusterWindow *self)
{
  gboolean is_elsewhere
    = is_running (self) && get_screen (self) != self->submission_screen;

  enable_action (self, "show-submission", self->submission_screen != NULL);
  muster_window_header_show_progress (self->header,
                                      is_elsewhere ? self->submission : NULL);
}

static void
replace_actions (MusterWindow *self, MusterScreen *screen)
{
  if (self->action_prefix != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self), self->action_prefix, NULL);
  self->action_prefix = muster_screen_get_action_prefix (screen);
  if (self->action_prefix != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self), self->action_prefix,
                                    muster_screen_get_actions (screen));
}

static void
screen_changed_cb (GtkStack *stack, GParamSpec *spec, MusterWindow *self)
{
  GtkWidget *screen = get_screen (self);
  gboolean   has_back;

  if (screen == NULL)
    return;
  has_back = screen != self->sign_in_screen && screen != self->administration_screen;
  replace_actions (self, MUSTER_SCREEN (screen));
  update_title (self);
  update_progress (self);
  muster_window_header_set_can_go_back (self->header, has_back);
  enable_action (self, "back", has_back);
}

static void
show_screen (MusterWindow *self, GtkWidget *screen)
{
  gtk_stack_set_visible_child (self->stack, screen);
  muster_screen_focus (MUSTER_SCREEN (screen));
}

static void
drop_screen (MusterWindow *self, GtkWidget **screen)
{
  if (*screen != NULL)
    gtk_stack_remove (self->stack, *screen);
  *screen = NULL;
}

static void
show_administration (MusterWindow *self)
{
  muster_administration_screen_refresh (
    MUSTER_ADMINISTRATION_SCREEN (self->administration_screen));
  show_screen (self, self->administration_screen);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  if (get_screen (self) == self->submission_screen && self->edit_screen != NULL)
    show_screen (self, self->edit_screen);
  else if (self->administration_screen != NULL)
    show_administration (self);
}

static void
show_submission_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  show_screen (self, self->submission_screen);
}

/* Whoever changed everybody as was asked begins anew; with some left to look after, users
 * and changes stay as they were. */
static void
submission_done_cb (GtkWidget *screen, MusterWindow *self)
{
  MusterOutcomeCounts counts;

  muster_submission_count (self->submission, &counts);
  if (counts.n[MUSTER_OUTCOME_CHANGED] + counts.n[MUSTER_OUTCOME_ALREADY_SO]
      == muster_outcome_counts_get_total (&counts))
    muster_edit_start_over (self->edit);
  show_administration (self);
}

static void
edit_again_cb (GtkWidget *screen, MusterWindow *self)
{
  show_screen (self, self->edit_screen);
}

static void
submission_state_cb (MusterSubmission *submission, GParamSpec *spec, MusterWindow *self)
{
  update_progress (self);
  if (get_screen (self) == self->submission_screen)
    {
      update_title (self);
      muster_screen_focus (MUSTER_SCREEN (self->submission_screen));
    }
  if (muster_submission_get_state (submission) != MUSTER_SUBMISSION_ENDED)
    return;
  muster_edit_read_again (self->edit);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (!gtk_window_is_active (GTK_WINDOW (self)))
    muster_submission_notice_send (submission, G_APPLICATION (gtk_window_get_application (
                                                 GTK_WINDOW (self))));
}

static void
forget_submission (MusterWindow *self)
{
  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
  drop_screen (self, &self->submission_screen);
}

/* @submission: (transfer full) */
static void
follow_submission (MusterWindow *self, MusterSubmission *submission)
{
  forget_submission (self);
  self->submission = submission;
  self->submission_screen = muster_submission_screen_new (submission);
  g_signal_connect_object (submission, "notify::state", G_CALLBACK (submission_state_cb),
                           self, 0);
  g_signal_connect_object (submission, "notify::n-decided", G_CALLBACK (update_progress),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->submission_screen, "done",
                           G_CALLBACK (submission_done_cb), self, 0);
  g_signal_connect_object (self->submission_screen, "edit-again",
                           G_CALLBACK (edit_again_cb), self, 0);
  gtk_stack_add_child (self->stack, self->submission_screen);
  show_screen (self, self->submission_screen);
}

static void
submitted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterWindow) self = user_data;
  MusterSubmission *submission = muster_submit_dialog_run_finish (result, NULL);

  if (submission != NULL)
    follow_submission (self, submission);
}

static void
submit_cb (GtkWidget *screen, MusterWindow *self)
{
  if (is_running (self))
    show_screen (self, self->submission_screen);
  else
    muster_submit_dialog_run_async (GTK_WINDOW (self), self->edit, NULL, submitted_cb,
                                    g_object_ref (self));
}

static void
edit_users_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  if (self->edit_screen == NULL)
    {
      self->edit_screen = muster_edit_screen_new (self->edit);
      g_signal_connect_object (self->edit_screen, "submit", G_CALLBACK (submit_cb), self,
                               0);
      gtk_stack_add_child (self->stack, self->edit_screen);
    }
  show_screen (self, self->edit_screen);
}

static void
update_account (MusterWindow *self)
{
  muster_window_header_set_session (self->header, self->session);
  enable_action (self, "edit-users", self->session != NULL);
  enable_action (self, "sign-out", self->session != NULL);
}

static gboolean
is_same_account (MusterSession *a, MusterSession *b)
{
  return g_strcmp0 (muster_platform_get_address (muster_session_get_platform (a)),
                    muster_platform_get_address (muster_session_get_platform (b)))
           == 0
         && g_strcmp0 (muster_session_get_user_name (a), muster_session_get_user_name (b))
              == 0;
}

/* Whoever comes back to the same account finds the edit as it was left. */
static void
signed_in_cb (GtkWidget *screen, MusterSession *session, MusterWindow *self)
{
  forget_submission (self);
  drop_screen (self, &self->administration_screen);
  if (self->edit != NULL
      && is_same_account (muster_edit_get_session (self->edit), session))
    muster_edit_set_session (self->edit, session);
  else
    {
      drop_screen (self, &self->edit_screen);
      g_clear_object (&self->edit);
      self->edit = muster_edit_new (session);
    }
  g_set_object (&self->session, session);
  update_account (self);
  self->administration_screen = muster_administration_screen_new (session);
  gtk_stack_add_child (self->stack, self->administration_screen);
  show_administration (self);
}

/* Something beside the sign-in went wrong: it stands all the same. */
static void
notice_cb (GtkWidget *screen, const char *title, const char *text, MusterWindow *self)
{
  if (self->administration_screen != NULL)
    muster_administration_screen_show_notice (MUSTER_ADMINISTRATION_SCREEN (
                                                self->administration_screen),
                                              title, text);
}

static void
signed_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  muster_session_close_finish (MUSTER_SESSION (object), result);
}

static void
sign_out (MusterWindow *self)
{
  muster_session_close_async (self->session, signed_out_cb, NULL);
  g_clear_object (&self->session);
  update_account (self);
  muster_sign_in_screen_return (MUSTER_SIGN_IN_SCREEN (self->sign_in_screen), NULL);
  show_screen (self, self->sign_in_screen);
}

static void
stop_answered_cb (GtkDialog *dialog, int response, MusterWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  if (!is_running (self))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->closing = TRUE;
  muster_submission_cancel (self->submission);
}

/* Leaving while users are being changed is asked about, not done. */
static void
ask_to_stop (MusterWindow *self)
{
  GtkWidget *dialog
    = gtk_message_dialog_new (GTK_WINDOW (self),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                              _ ("Stop submitting and quit?"));

  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), "%s",
    _ ("Users are being changed. What is under way is finished first; everyone whose "
       "turn has not come stays as they are, and the history says who."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("_Keep Submitting"),
                          GTK_RESPONSE_CANCEL, _ ("_Stop and Quit"), GTK_RESPONSE_ACCEPT,
                          NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_widget_add_css_class (dialog, "muster");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  if (is_running (self))
    show_screen (self, self->submission_screen);
  else
    sign_out (self);
}

static const GActionEntry actions[] = {
  { "back", back_cb },
  { "edit-users", edit_users_cb },
  { "show-submission", show_submission_cb },
  { "sign-out", sign_out_cb },
};

static void
save_size (MusterWindow *self)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 1));
  g_settings_set_int (self->settings, "window-height", MAX (height, 1));
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
load_size (MusterWindow *self)
{
  if (self->settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
muster_window_close_request (GtkWindow *window)
{
  MusterWindow *self = MUSTER_WINDOW (window);

  save_size (self);
  if (is_running (self))
    {
      ask_to_stop (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (muster_window_parent_class)->close_request (window);
}

static void
muster_window_dispose (GObject *object)
{
  MusterWindow *self = MUSTER_WINDOW (object);

  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  g_clear_object (&self->submission);
  g_clear_object (&self->edit);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (muster_window_parent_class)->dispose (object);
}

static void
muster_window_class_init (MusterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = muster_window_close_request;
  g_type_ensure (MUSTER_TYPE_WINDOW_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, stack);
}

static void
muster_window_init (MusterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions),
                                   self);
  self->settings = muster_settings_open ();
  load_size (self);
  g_signal_connect (self->stack, "notify::visible-child", G_CALLBACK (screen_changed_cb),
                    self);
}

MusterWindow *
muster_window_new (GtkApplication        *application,
                   MusterJournal         *journal,
                   MusterConnectionStore *store,
                   MusterSamplePlatform  *sample)
{
  MusterWindow *self
    = g_object_new (MUSTER_TYPE_WINDOW, "application", application, NULL);

  self->sign_in_screen = muster_sign_in_screen_new (journal, store, sample);
  g_signal_connect_object (self->sign_in_screen, "signed-in", G_CALLBACK (signed_in_cb),
                           self, 0);
  g_signal_connect_object (self->sign_in_screen, "notice", G_CALLBACK (notice_cb), self,
                           0);
  gtk_stack_add_child (self->stack, self->sign_in_screen);
  update_account (self);
  show_screen (self, self->sign_in_screen);
  return self;
}
