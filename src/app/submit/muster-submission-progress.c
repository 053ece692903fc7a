/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission-progress.h"

#include <glib/gi18n.h>

#include "muster-submission-text.h"

/* Who listens to the screen hears the numbers no more often than that. */
#define STATUS_INTERVAL G_USEC_PER_SEC

/* The first user goes alone, to see that a write takes effect, which says nothing of how
 * fast the others will be. */
#define ENOUGH_FOR_PACE 20

struct _MusterSubmissionProgress
{
  GtkWidget parent_instance;

  GtkWidget *box;    /* (not owned): template child */
  GtkWidget *count;  /* (not owned): template child */
  GtkWidget *status; /* (not owned): template child */
  GtkWidget *bar;    /* (not owned): template child */

  guint  n_before; /* users who were decided when it began */
  gint64 told_at;  /* monotonic: when the status was set last; 0: never */
};

G_DEFINE_FINAL_TYPE (MusterSubmissionProgress,
                     muster_submission_progress,
                     GTK_TYPE_WIDGET)

static void
muster_submission_progress_dispose (GObject *object)
{
  MusterSubmissionProgress *self = MUSTER_SUBMISSION_PROGRESS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_submission_progress_parent_class)->dispose (object);
}

static void
muster_submission_progress_class_init (MusterSubmissionProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_submission_progress_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-submission-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionProgress, box);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionProgress, count);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionProgress, status);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionProgress, bar);
}

static void
muster_submission_progress_init (MusterSubmissionProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
can_tell_pace (MusterSubmissionProgress *self, MusterSubmission *submission)
{
  guint n = muster_submission_get_n_decided (submission) - self->n_before;

  return n >= MIN (ENOUGH_FOR_PACE, muster_submission_get_n_rows (submission) / 10);
}

static char *
describe_status (MusterSubmissionProgress *self, MusterSubmission *submission)
{
  g_autofree char *pace = NULL;

  if (muster_submission_get_state (submission) == MUSTER_SUBMISSION_CANCELLING)
    return g_strdup (_ ("Stopping; what is under way is finished first"));
  if (!can_tell_pace (self, submission))
    return g_strdup (_ ("Under way…"));
  pace = muster_submission_text_describe_pace (muster_submission_get_rate (submission),
                                               muster_submission_get_seconds_left (
                                                 submission));
  return *pace != '\0' ? g_steal_pointer (&pace) : g_strdup (_ ("Under way…"));
}

static void
tell_status (MusterSubmissionProgress *self,
             MusterSubmission         *submission,
             const char               *count)
{
  gint64           now = g_get_monotonic_time ();
  g_autofree char *status = describe_status (self, submission);
  g_autofree char *aloud = NULL;
  gboolean         is_stopping
    = muster_submission_get_state (submission) == MUSTER_SUBMISSION_CANCELLING;

  if (self->told_at != 0 && !is_stopping && now - self->told_at < STATUS_INTERVAL)
    return;
  self->told_at = now;
  gtk_label_set_label (GTK_LABEL (self->status), status);
  /* Translators: "612 of 1,204 users" and how fast it goes; read aloud. */
  aloud = g_strdup_printf (_ ("%s. %s"), count, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, aloud, -1);
}

void
muster_submission_progress_update (MusterSubmissionProgress *self,
                                   MusterSubmission         *submission)
{
  guint            n_decided = muster_submission_get_n_decided (submission);
  guint            n_rows = muster_submission_get_n_rows (submission);
  g_autofree char *count = muster_submission_text_describe_progress (n_decided, n_rows);

  if (self->told_at == 0)
    self->n_before = n_decided;
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 n_rows > 0 ? (double) n_decided / n_rows : 0);
  tell_status (self, submission, count);
}
