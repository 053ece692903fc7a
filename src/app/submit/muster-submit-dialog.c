/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submit-dialog.h"

#include <glib/gi18n.h>

#include "muster-banner.h"
#include "muster-display-text.h"
#include "muster-platform-error.h"
#include "muster-submit-question.h"

#define WIDTH 480
#define MOST_HEIGHT 680
#define FRAME 1 /* without a compositor */

#define MUSTER_TYPE_SUBMIT_DIALOG (muster_submit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSubmitDialog, muster_submit_dialog, MUSTER, SUBMIT_DIALOG, GtkDialog)

struct _MusterSubmitDialog
{
  GtkDialog parent_instance;

  GtkWidget            *content;     /* (not owned): template child */
  GtkWidget            *foot;        /* (not owned): template child */
  MusterBanner         *failure;     /* (not owned): template child */
  MusterSubmitQuestion *question;    /* (not owned): template child */
  GtkWidget            *reason_icon; /* (not owned): template child */
  GtkWidget            *reason;      /* (not owned): template child */
  GtkWidget            *cancel;      /* (not owned): template child */
  GtkWidget            *submit;      /* (not owned): template child */

  MusterEdit       *edit;       /* (owned) */
  GTask            *task;       /* (owned) (nullable): until it is answered */
  gulong            cancelled;  /* handler of the task's cancellable */
  GCancellable     *reading;    /* (owned) (nullable): while users are read */
  MusterSubmission *submission; /* (owned) (nullable): once it is prepared */
  gboolean          starting;   /* it is being written down */
};

G_DEFINE_FINAL_TYPE (MusterSubmitDialog, muster_submit_dialog, GTK_TYPE_DIALOG)

static void
stop_reading (MusterSubmitDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
let_go_of_submission (MusterSubmitDialog *self)
{
  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
}

/* (transfer full) (nullable): the task, to be answered now. */
static GTask *
take_task (MusterSubmitDialog *self)
{
  GTask *task = g_steal_pointer (&self->task);

  if (task != NULL && self->cancelled != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), self->cancelled);
  self->cancelled = 0;
  return task;
}

static void
leave (MusterSubmitDialog *self)
{
  g_autoptr (GTask) task = take_task (self);

  stop_reading (self);
  if (self->starting && self->submission != NULL)
    muster_submission_cancel (self->submission);
  let_go_of_submission (self);
  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "The dialog was left.");
}

static void
finish (MusterSubmitDialog *self)
{
  g_autoptr (GTask) task = take_task (self);
  g_autoptr (MusterSubmission) submission = g_object_ref (self->submission);

  self->starting = FALSE;
  let_go_of_submission (self);
  gtk_window_destroy (GTK_WINDOW (self));
  if (task != NULL)
    g_task_return_pointer (task, g_steal_pointer (&submission), g_object_unref);
}

static int
measure_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, WIDTH - 2 * FRAME, NULL, &natural,
                      NULL, NULL);
  return natural;
}

/* Grows with what it shows, as far as a small screen allows; never shrinks under the
 * pointer. A scrolled window does not ask how high its child is at that width. */
static void
fit_height (MusterSubmitDialog *self)
{
  int natural = measure_height (gtk_window_get_titlebar (GTK_WINDOW (self)))
                + measure_height (self->content) + measure_height (self->foot)
                + 2 * FRAME;
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width,
                               MAX (height, MIN (natural, MOST_HEIGHT)));
}

static gboolean
is_ready (MusterSubmitDialog *self)
{
  return self->submission != NULL && !self->starting
         && muster_submit_question_get_n_changing (self->question) > 0;
}

/* (transfer full) (nullable): why Submit is insensitive. */
static char *
dup_reason (MusterSubmitDialog *self)
{
  if (self->starting)
    return g_strdup (_ ("Writing it down…"));
  if (self->reading != NULL)
    return g_strdup (_ ("The users are being read."));
  if (self->submission == NULL)
    return g_strdup (_ ("The users were not read."));
  return muster_submit_question_dup_obstacle (self->question);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_buttons (MusterSubmitDialog *self)
{
  g_autofree char *reason = dup_reason (self);
  gboolean         disables = muster_submit_question_is_disabling (self->question);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.submit", is_ready (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->question), !self->starting);
  gtk_label_set_label (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason_icon, reason != NULL);
  set_class (self->submit, "destructive-action", disables);
  set_class (self->submit, "suggested-action", !disables);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->submit),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
}

/* What can be done about it is in the error's own sentence; this says what failed. */
static const char *
find_title (const GError *error)
{
  if (error->domain != MUSTER_PLATFORM_ERROR)
    return _ ("The changes cannot be worked out");
  switch (error->code)
    {
    case MUSTER_PLATFORM_ERROR_SIGN_IN:
      return _ ("The sign-in has ended");
    case MUSTER_PLATFORM_ERROR_PERMISSION:
    case MUSTER_PLATFORM_ERROR_BAD_REQUEST:
      return _ ("The platform refused to hand out the users");
    case MUSTER_PLATFORM_ERROR_UNREACHABLE:
    case MUSTER_PLATFORM_ERROR_LOST:
      return _ ("The platform cannot be reached");
    case MUSTER_PLATFORM_ERROR_THROTTLED:
      return _ ("The platform is busy");
    default:
      return _ ("The users could not be read");
    }
}

static void
show_failure (MusterSubmitDialog *self, const char *title, const GError *error)
{
  g_autofree char *text = muster_display_text_clean (error->message);

  muster_banner_show (self->failure, "error", title, text);
  if (g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN))
    muster_banner_set_button (self->failure, _ ("Sign In"), "dialog.sign-in");
  else
    muster_banner_set_button (self->failure, _ ("Try Again"), "dialog.try-again");
  update_buttons (self);
  fit_height (self);
}

static void
submission_state_cb (MusterSubmitDialog *self)
{
  if (muster_submission_get_state (self->submission) != MUSTER_SUBMISSION_PREPARED)
    finish (self);
}

static void
submission_error_cb (MusterSubmitDialog *self)
{
  const GError *error = muster_submission_get_error (self->submission);

  if (error == NULL
      || muster_submission_get_state (self->submission) != MUSTER_SUBMISSION_PREPARED)
    return;
  self->starting = FALSE;
  show_failure (self, _ ("Nothing was sent: it cannot be written down"), error);
}

static void
show_question (MusterSubmitDialog *self)
{
  g_signal_connect_swapped (self->submission, "notify::state",
                            G_CALLBACK (submission_state_cb), self);
  g_signal_connect_swapped (self->submission, "notify::error",
                            G_CALLBACK (submission_error_cb), self);
  muster_submit_question_show (self->question, self->submission);
  update_buttons (self);
  fit_height (self);
  /* Enter shall not disable anybody by itself. */
  if (is_ready (self) && !muster_submit_question_is_disabling (self->question))
    gtk_widget_grab_focus (self->submit);
}

static void
prepared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSubmitDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSubmission) submission
    = muster_submission_prepare_finish (result, &error);

  if (self->task == NULL)
    return;
  g_clear_object (&self->reading);
  if (submission == NULL)
    {
      muster_submit_question_show_failure (self->question);
      show_failure (self, find_title (error), error);
      return;
    }
  self->submission = g_steal_pointer (&submission);
  show_question (self);
}

static void
prepare (MusterSubmitDialog *self)
{
  muster_banner_hide (self->failure);
  self->reading = g_cancellable_new ();
  muster_submit_question_show_reading (self->question, self->edit);
  update_buttons (self);
  muster_submission_prepare_async (self->edit, self->reading, prepared_cb,
                                   g_object_ref (self));
}

static void
start (MusterSubmitDialog *self)
{
  muster_banner_hide (self->failure);
  self->starting = TRUE;
  update_buttons (self);
  muster_submission_start (self->submission,
                           muster_submit_question_get_consent (self->question));
}

static void
submit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterSubmitDialog *self = MUSTER_SUBMIT_DIALOG (widget);

  if (is_ready (self))
    start (self);
}

static void
try_again_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterSubmitDialog *self = MUSTER_SUBMIT_DIALOG (widget);

  if (self->submission != NULL)
    start (self);
  else if (self->reading == NULL)
    prepare (self);
}

/* The window leads to the sign-in, and back to the edit. */
static void
sign_in_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkWindow) parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    g_object_ref (parent);
  gtk_dialog_response (GTK_DIALOG (widget), GTK_RESPONSE_CANCEL);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.sign-out", NULL);
}

static void
cancel_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_dialog_response (GTK_DIALOG (widget), GTK_RESPONSE_CANCEL);
}

static void
muster_submit_dialog_response (GtkDialog *dialog, int response)
{
  leave (MUSTER_SUBMIT_DIALOG (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
muster_submit_dialog_dispose (GObject *object)
{
  MusterSubmitDialog *self = MUSTER_SUBMIT_DIALOG (object);

  leave (self);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (muster_submit_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-submit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, content);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, question);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, reason_icon);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitDialog, submit);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
}

static void
muster_submit_dialog_class_init (MusterSubmitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_submit_dialog_dispose;
  GTK_DIALOG_CLASS (klass)->response = muster_submit_dialog_response;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.submit", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "dialog.try-again", NULL, try_again_cb);
  gtk_widget_class_install_action (widget_class, "dialog.sign-in", NULL, sign_in_cb);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_cb);
}

static void
muster_submit_dialog_init (MusterSubmitDialog *self)
{
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_SUBMIT_QUESTION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->submit);
}

static void
cancelled_cb (MusterSubmitDialog *self)
{
  gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_CANCEL);
}

static void
watch_cancellable (MusterSubmitDialog *self, GCancellable *cancellable)
{
  if (cancellable == NULL)
    return;
  self->cancelled = g_signal_connect_swapped (cancellable, "cancelled",
                                              G_CALLBACK (cancelled_cb), self);
  if (g_cancellable_is_cancelled (cancellable))
    cancelled_cb (self);
}

void
muster_submit_dialog_run_async (GtkWindow          *parent,
                                MusterEdit         *edit,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  MusterSubmitDialog *self = g_object_new (MUSTER_TYPE_SUBMIT_DIALOG, "use-header-bar", 1,
                                           "transient-for", parent, NULL);

  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, muster_submit_dialog_run_async);
  g_task_set_check_cancellable (self->task, FALSE);
  self->edit = g_object_ref (edit);
  prepare (self);
  fit_height (self);
  gtk_widget_grab_focus (self->cancel);
  gtk_window_present (GTK_WINDOW (self));
  watch_cancellable (self, cancellable);
}

MusterSubmission *
muster_submit_dialog_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_submit_dialog_run_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
