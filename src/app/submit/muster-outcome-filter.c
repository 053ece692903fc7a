/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-filter.h"

#include "muster-plan-row.h"
#include "muster-search-text.h"

struct _MusterOutcomeFilter
{
  GtkFilter parent_instance;

  MusterOutcomes    outcomes;
  MusterSearchText *search; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MusterOutcomeFilter, muster_outcome_filter, GTK_TYPE_FILTER)

static void
muster_outcome_filter_finalize (GObject *object)
{
  MusterOutcomeFilter *self = MUSTER_OUTCOME_FILTER (object);

  muster_search_text_free (self->search);
  G_OBJECT_CLASS (muster_outcome_filter_parent_class)->finalize (object);
}

static gboolean
matches_search (MusterOutcomeFilter *self, MusterUser *user)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (muster_search_text_is_empty (self->search))
    return TRUE;
  text = g_strjoin (" ", muster_user_get_display_name (user),
                    muster_user_get_user_name (user), muster_user_get_email (user), NULL);
  folded = muster_search_text_fold (text);
  return muster_search_text_matches (self->search, folded);
}

static gboolean
muster_outcome_filter_match (GtkFilter *filter, gpointer item)
{
  MusterOutcomeFilter *self = MUSTER_OUTCOME_FILTER (filter);
  MusterOutcome        outcome = muster_plan_row_get_outcome (item);

  return (self->outcomes == 0 || (self->outcomes & MUSTER_OUTCOMES_OF (outcome)) != 0)
         && matches_search (self, muster_plan_row_get_user (item));
}

static void
muster_outcome_filter_class_init (MusterOutcomeFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_outcome_filter_finalize;
  filter_class->match = muster_outcome_filter_match;
}

static void
muster_outcome_filter_init (MusterOutcomeFilter *self)
{
  self->search = muster_search_text_new (NULL);
}

MusterOutcomeFilter *
muster_outcome_filter_new (void)
{
  return g_object_new (MUSTER_TYPE_OUTCOME_FILTER, NULL);
}

MusterOutcomes
muster_outcome_filter_get_outcomes (MusterOutcomeFilter *self)
{
  return self->outcomes;
}

void
muster_outcome_filter_set_outcomes (MusterOutcomeFilter *self, MusterOutcomes outcomes)
{
  if (self->outcomes == outcomes)
    return;
  self->outcomes = outcomes;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
muster_outcome_filter_set_search (MusterOutcomeFilter *self, const char *search)
{
  muster_search_text_free (self->search);
  self->search = muster_search_text_new (search);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

gboolean
muster_outcome_filter_is_open (MusterOutcomeFilter *self)
{
  return self->outcomes == 0 && muster_search_text_is_empty (self->search);
}
