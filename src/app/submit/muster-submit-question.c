/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submit-question.h"

#include <glib/gi18n.h>

#include "muster-banner.h"
#include "muster-change-line.h"
#include "muster-guard-check.h"
#include "muster-submit-forecast.h"

struct _MusterSubmitQuestion
{
  GtkWidget parent_instance;

  GtkWidget        *box;         /* (not owned): template child */
  GtkWidget        *spinner;     /* (not owned): template child */
  GtkWidget        *heading;     /* (not owned): template child */
  GtkWidget        *subtitle;    /* (not owned): template child */
  GtkWidget        *n_changing;  /* (not owned): template child */
  GtkWidget        *n_same;      /* (not owned): template child */
  GtkWidget        *n_left_out;  /* (not owned): template child */
  GtkWidget        *left_out;    /* (not owned): template child */
  GtkWidget        *changes;     /* (not owned): template child */
  MusterBanner     *disabling;   /* (not owned): template child */
  MusterGuardCheck *own_account; /* (not owned): template child */
  MusterGuardCheck *last;        /* (not owned): template child */

  MusterSubmission    *submission; /* (owned) (nullable) */
  MusterSubmitForecast forecast;   /* all zero while there is no submission */
  guint                n_told;
};

enum
{
  PROP_0,
  PROP_N_CHANGING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterSubmitQuestion, muster_submit_question, GTK_TYPE_WIDGET)

static void
muster_submit_question_dispose (GObject *object)
{
  MusterSubmitQuestion *self = MUSTER_SUBMIT_QUESTION (object);

  g_clear_object (&self->submission);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_submit_question_parent_class)->dispose (object);
}

static void
muster_submit_question_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_N_CHANGING)
    g_value_set_uint (value, MUSTER_SUBMIT_QUESTION (object)->forecast.n_changing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
show_number (GtkWidget *label, guint n)
{
  g_autofree char *text = g_strdup_printf ("%'u", n);

  gtk_label_set_label (GTK_LABEL (label), text);
}

/* @text: (transfer full) */
static void
show_text (GtkWidget *label, char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
  g_free (text);
}

static void
show_heading (MusterSubmitQuestion *self)
{
  guint    n = self->forecast.n_changing;
  gboolean is_single
    = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->changes), 1) == NULL;

  if (n == 0)
    show_text (self->heading, g_strdup (_ ("Nothing to change")));
  else if (is_single)
    show_text (self->heading,
               g_strdup_printf (ngettext ("Submit this change for %'u user?",
                                          "Submit this change for %'u users?", n),
                                n));
  else
    show_text (self->heading,
               g_strdup_printf (ngettext ("Submit these changes for %'u user?",
                                          "Submit these changes for %'u users?", n),
                                n));
}

static void
show_subtitle (MusterSubmitQuestion *self)
{
  guint n = self->forecast.n_rows;

  if (self->forecast.n_changing > 0)
    show_text (self->subtitle,
               g_strdup (_ ("Everything is written down before it is sent. You can go on "
                            "working meanwhile.")));
  else if (self->forecast.n_left_out > 0)
    show_text (self->subtitle,
               g_strdup (
                 _ ("Only accounts that need a tick of their own would change.")));
  else
    show_text (self->subtitle,
               g_strdup_printf (ngettext ("The picked user is already so.",
                                          "All %'u picked users are already so.", n),
                                n));
}

static void
show_numbers (MusterSubmitQuestion *self)
{
  gboolean has_guards = self->forecast.n_own > 0 || self->forecast.n_last > 0;

  show_number (self->n_changing, self->forecast.n_changing);
  show_number (self->n_same, self->forecast.n_same);
  show_number (self->n_left_out, self->forecast.n_left_out);
  gtk_widget_set_visible (self->left_out, has_guards);
}

static void
show_lines (MusterSubmitQuestion *self)
{
  GtkListBox    *box = GTK_LIST_BOX (self->changes);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    {
      MusterChangeLine *line = MUSTER_CHANGE_LINE (row);

      muster_change_line_set_n_users (line,
                                      self->forecast
                                        .n_by_change[muster_change_line_get_field (line)]
                                                    [muster_change_line_get_verb (line)]);
    }
}

static void
show_disabling (MusterSubmitQuestion *self)
{
  guint            n = self->forecast.n_disabled;
  g_autofree char *title
    = g_strdup_printf (ngettext ("%'u user will not be able to sign in",
                                 "%'u users will not be able to sign in", n),
                       n);

  if (n == 0)
    muster_banner_hide (self->disabling);
  else
    muster_banner_show (self->disabling, "warning", title,
                        ngettext ("The account is kept, and can be enabled again.",
                                  "The accounts are kept, and can be enabled again.", n));
}

static void
show_own_account (MusterSubmitQuestion *self)
{
  const char *with;

  gtk_widget_set_visible (GTK_WIDGET (self->own_account), self->forecast.n_own > 0);
  if (self->forecast.own_disabled && self->forecast.own_is_last)
    with = _ ("It is disabled last. You are the last administrator: nobody will be left "
              "who can undo it.");
  else if (self->forecast.own_disabled)
    with = _ ("It is disabled last. You will not be able to sign in again.");
  else
    with = _ ("It is flagged last. You must fill in the fields before anything else.");
  muster_guard_check_set_texts (self->own_account,
                                self->forecast.own_disabled
                                  ? _ ("Disable my own account too")
                                  : _ ("Flag fields of my own account too"),
                                _ ("You are among the picked users. Without this tick "
                                   "your account is left out."),
                                with);
}

static void
show_last_administrator (MusterSubmitQuestion *self)
{
  guint            n = self->forecast.n_last;
  g_autofree char *label
    = g_strdup_printf (ngettext ("Change the last administrator too",
                                 "Change the last %'u administrators too", n),
                       n);

  gtk_widget_set_visible (GTK_WIDGET (self->last), n > 0);
  muster_guard_check_set_texts (
    self->last, label,
    ngettext ("Without this tick the last administrator is left out: nobody else could "
              "undo it.",
              "Without this tick the last administrators are left out: nobody else could "
              "undo it.",
              n),
    _ ("Nobody will be left who can undo it."));
}

static void
show_forecast (MusterSubmitQuestion *self)
{
  show_heading (self);
  show_subtitle (self);
  show_numbers (self);
  show_lines (self);
  show_disabling (self);
}

static void
tell_n_changing (MusterSubmitQuestion *self)
{
  if (self->n_told == self->forecast.n_changing)
    return;
  self->n_told = self->forecast.n_changing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_CHANGING]);
}

static void
consent_cb (MusterSubmitQuestion *self)
{
  if (self->submission == NULL)
    return;
  muster_submit_forecast_make (&self->forecast,
                               muster_submission_get_plan (self->submission),
                               muster_submit_question_get_consent (self));
  show_forecast (self);
  tell_n_changing (self);
}

static void
muster_submit_question_class_init (MusterSubmitQuestionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_submit_question_dispose;
  object_class->get_property = muster_submit_question_get_property;
  props[PROP_N_CHANGING] = g_param_spec_uint ("n-changing", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-submit-question.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, box);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, spinner);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, n_changing);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, n_same);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, n_left_out);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, left_out);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, changes);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, disabling);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, own_account);
  gtk_widget_class_bind_template_child (widget_class, MusterSubmitQuestion, last);
  gtk_widget_class_bind_template_callback (widget_class, consent_cb);
}

static void
muster_submit_question_init (MusterSubmitQuestion *self)
{
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_GUARD_CHECK);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
list_changes (MusterSubmitQuestion *self, GPtrArray *operations)
{
  g_autoptr (GPtrArray) texts = muster_change_text_list (operations);
  GtkListBox    *box = GTK_LIST_BOX (self->changes);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (box, 0)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));
  for (guint i = 0; i < texts->len; i++)
    gtk_list_box_append (box, muster_change_line_new (g_ptr_array_index (texts, i)));
}

/* @waiting: whether the numbers are on their way. */
static void
forget_numbers (MusterSubmitQuestion *self, gboolean waiting)
{
  const char *unknown = waiting ? "…" : "–";

  g_clear_object (&self->submission);
  self->forecast = (MusterSubmitForecast){ 0 };
  gtk_widget_set_visible (self->spinner, waiting);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), waiting);
  gtk_label_set_label (GTK_LABEL (self->n_changing), unknown);
  gtk_label_set_label (GTK_LABEL (self->n_same), unknown);
  gtk_widget_set_visible (self->left_out, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->own_account), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->last), FALSE);
  muster_banner_hide (self->disabling);
  tell_n_changing (self);
}

void
muster_submit_question_show_reading (MusterSubmitQuestion *self, MusterEdit *edit)
{
  guint n = muster_picked_users_get_n_users (muster_edit_get_users (edit));
  g_autoptr (GPtrArray) operations
    = muster_change_set_get_operations (muster_edit_get_change_set (edit));

  list_changes (self, operations);
  forget_numbers (self, TRUE);
  show_text (self->heading,
             g_strdup_printf (ngettext ("Reading %'u user…", "Reading %'u users…", n),
                              n));
  show_text (self->subtitle, g_strdup (_ ("Nothing is sent before you say so.")));
}

void
muster_submit_question_show_failure (MusterSubmitQuestion *self)
{
  forget_numbers (self, FALSE);
  show_text (self->heading, g_strdup (_ ("Nothing was sent")));
  show_text (self->subtitle, g_strdup (_ ("The picked users and the changes are kept.")));
}

void
muster_submit_question_show (MusterSubmitQuestion *self, MusterSubmission *submission)
{
  g_set_object (&self->submission, submission);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  list_changes (self, muster_submission_get_operations (submission));
  consent_cb (self);
  show_own_account (self);
  show_last_administrator (self);
}

guint
muster_submit_question_get_n_changing (MusterSubmitQuestion *self)
{
  return self->forecast.n_changing;
}

MusterGuards
muster_submit_question_get_consent (MusterSubmitQuestion *self)
{
  MusterGuards consent = MUSTER_GUARD_NONE;

  if (muster_guard_check_is_active (self->own_account))
    consent |= MUSTER_GUARD_OWN_ACCOUNT;
  if (muster_guard_check_is_active (self->last))
    consent |= MUSTER_GUARD_LAST_ADMINISTRATOR;
  return consent;
}

gboolean
muster_submit_question_is_disabling (MusterSubmitQuestion *self)
{
  return self->forecast.n_disabled > 0;
}

char *
muster_submit_question_dup_obstacle (MusterSubmitQuestion *self)
{
  if (self->submission == NULL || self->forecast.n_changing > 0)
    return NULL;
  if (self->forecast.n_left_out > 0)
    return g_strdup (_ ("Tick a box to submit."));
  return g_strdup (_ ("There is nothing to submit."));
}
