/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission-result.h"

#include <glib/gi18n.h>

#include "muster-outcome-bar.h"
#include "muster-submission-text.h"

struct _MusterSubmissionResult
{
  GtkWidget parent_instance;

  GtkWidget        *box;     /* (not owned): template child */
  GtkWidget        *icon;    /* (not owned): template child */
  GtkWidget        *heading; /* (not owned): template child */
  GtkWidget        *rest;    /* (not owned): template child */
  GtkWidget        *done;    /* (not owned): template child */
  MusterOutcomeBar *bar;     /* (not owned): template child */
};

G_DEFINE_FINAL_TYPE (MusterSubmissionResult, muster_submission_result, GTK_TYPE_WIDGET)

static void
muster_submission_result_dispose (GObject *object)
{
  MusterSubmissionResult *self = MUSTER_SUBMISSION_RESULT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_submission_result_parent_class)->dispose (object);
}

static void
muster_submission_result_class_init (MusterSubmissionResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_submission_result_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-submission-result.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionResult, box);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionResult, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionResult, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionResult, rest);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionResult, done);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmissionResult, bar);
}

static void
muster_submission_result_init (MusterSubmissionResult *self)
{
  g_type_ensure (MUSTER_TYPE_OUTCOME_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_icon (MusterSubmissionResult *self, const char *icon_name, const char *class_name)
{
  const char *classes[] = { "glyph", "round", class_name, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_css_classes (self->icon, classes);
}

void
muster_submission_result_update (MusterSubmissionResult *self,
                                 MusterSubmission       *submission)
{
  MusterOutcomeCounts counts;
  g_autofree char    *heading = NULL;
  g_autofree char    *rest = NULL;

  muster_submission_count (submission, &counts);
  heading = muster_submission_text_describe_result (&counts);
  rest = muster_submission_text_describe_rest (&counts);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_label_set_label (GTK_LABEL (self->rest), rest);
  gtk_widget_set_visible (self->rest, *rest != '\0');
  muster_outcome_bar_set_counts (self->bar, &counts);
  if (muster_submission_get_error (submission) != NULL)
    show_icon (self, "dialog-error-symbolic", "error");
  else if (muster_submission_text_count (&counts, MUSTER_OUTCOMES_ATTENTION) > 0
           || counts.n[MUSTER_OUTCOME_NOT_SENT] > 0)
    show_icon (self, "dialog-warning-symbolic", "warning");
  else
    show_icon (self, "object-select-symbolic", "success");
}

void
muster_submission_result_focus (MusterSubmissionResult *self)
{
  gtk_widget_grab_focus (self->done);
}
