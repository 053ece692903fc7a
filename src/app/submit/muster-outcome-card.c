/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-card.h"

#include <glib/gi18n.h>

#include "muster-labels.h"

struct _MusterOutcomeCard
{
  GtkToggleButton parent_instance;

  GtkWidget *dot;    /* (not owned): template child */
  GtkWidget *label;  /* (not owned): template child */
  GtkWidget *number; /* (not owned): template child */

  MusterOutcome outcome;
};

G_DEFINE_FINAL_TYPE (MusterOutcomeCard, muster_outcome_card, GTK_TYPE_TOGGLE_BUTTON)

static void
muster_outcome_card_class_init (MusterOutcomeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-outcome-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeCard, dot);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeCard, label);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeCard, number);
}

static void
muster_outcome_card_init (MusterOutcomeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_outcome_card_new (MusterOutcome outcome)
{
  MusterOutcomeCard *self = g_object_new (MUSTER_TYPE_OUTCOME_CARD, NULL);
  g_autofree char   *action_name
    = g_strconcat ("submission.show-", muster_outcome_get_name (outcome), NULL);
  const char *label = muster_label_outcome (outcome);

  self->outcome = outcome;
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_widget_add_css_class (self->dot, muster_label_get_outcome_class (outcome));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action_name);
  muster_outcome_card_set_count (self, 0);
  return GTK_WIDGET (self);
}

MusterOutcome
muster_outcome_card_get_outcome (MusterOutcomeCard *self)
{
  return self->outcome;
}

void
muster_outcome_card_set_count (MusterOutcomeCard *self, guint count)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);
  g_autofree char *name = NULL;

  if (g_str_equal (gtk_label_get_label (GTK_LABEL (self->number)), number))
    return;
  gtk_label_set_label (GTK_LABEL (self->number), number);
  /* Translators: an outcome and how many users have it, "Conflict: 3". */
  name = g_strdup_printf (_ ("%s: %s"), muster_label_outcome (self->outcome), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
