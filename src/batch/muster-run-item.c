/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-run-item.h"

#include <glib/gi18n.h>

static GPtrArray *
create_operations (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
}

MusterRunItem *
muster_run_item_new (MusterPlanRow *row, guint position)
{
  MusterRunItem *self = g_new0 (MusterRunItem, 1);
  GPtrArray     *operations = muster_plan_row_get_operations (row);
  GPtrArray     *active = create_operations ();

  self->row = g_object_ref (row);
  self->position = position;
  self->version = g_strdup (muster_user_get_version (muster_plan_row_get_user (row)));
  self->operations = create_operations ();
  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      gboolean is_active = muster_operation_get_field (operation) == MUSTER_FIELD_ACTIVE;

      g_ptr_array_add (is_active ? active : self->operations,
                       muster_operation_ref (operation));
    }
  self->later = active;
  if (self->operations->len == 0)
    {
      g_ptr_array_unref (self->operations);
      self->operations = g_steal_pointer (&self->later);
    }
  else if (active->len == 0)
    g_clear_pointer (&self->later, g_ptr_array_unref);
  return self;
}

void
muster_run_item_free (MusterRunItem *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->row);
  g_ptr_array_unref (self->operations);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_free (self->version);
  g_free (self->message);
  g_free (self->field);
  g_free (self);
}

void
muster_run_item_hear (MusterRunItem   *self,
                      MusterWriteState state,
                      const char      *message,
                      const char      *field)
{
  char *old_message = self->message;
  char *old_field = self->field;

  self->answer = state;
  self->was_sent |= state != MUSTER_WRITE_NOT_READ;
  self->message = g_strdup (message);
  self->field = g_strdup (field);
  g_free (old_message);
  g_free (old_field);
}

static gboolean
holds (MusterOperation *operation, MusterUser *now)
{
  MusterValueSet *values
    = muster_user_get_values (now, muster_operation_get_field (operation));

  return values != NULL && muster_operation_holds (operation, values);
}

static guint
count_holding (GPtrArray *operations, MusterUser *now)
{
  guint n = 0;

  for (guint i = 0; i < operations->len; i++)
    if (holds (g_ptr_array_index (operations, i), now))
      n++;
  return n;
}

gboolean
muster_run_item_took_effect (MusterRunItem *self, MusterUser *now)
{
  return count_holding (self->operations, now) == self->operations->len;
}

/* Only a field with one value can have been overwritten: what is added to the others, or
 * taken away from them, leaves the work of other people alone. */
static gboolean
is_conflict (MusterRunItem *self, MusterOperation *operation, MusterUser *now)
{
  MusterField     field = muster_operation_get_field (operation);
  MusterValueSet *values = muster_user_get_values (now, field);

  return !muster_field_is_multi_valued (field) && values != NULL
         && !muster_operation_holds (operation, values)
         && !muster_value_set_equal (values,
                                     muster_plan_row_get_before (self->row, field));
}

static char *
show (MusterValueSet *values)
{
  if (muster_value_set_get_n_values (values) == 0)
    return g_strdup (_ ("empty"));
  return muster_value_set_to_text (values, ", ");
}

static void
decide_conflict (MusterRunItem *self, MusterOperation *operation, MusterUser *now)
{
  MusterField field = muster_operation_get_field (operation);
  g_autoptr (MusterValueSet) after = muster_plan_row_dup_after (self->row, field);
  g_autofree char *was = show (muster_plan_row_get_before (self->row, field));
  g_autofree char *is = show (muster_user_get_values (now, field));
  g_autofree char *ours = show (after);
  g_autofree char *message = g_strdup_printf (
    /* Translators: three values of a field. */
    _ ("Somebody changed it meanwhile: it was %s, is now %s, and would have become %s."),
    was, is, ours);

  muster_plan_row_decide (self->row, MUSTER_OUTCOME_CONFLICT, message,
                          muster_field_get_name (field));
}

static gboolean
find_conflict (MusterRunItem *self, MusterUser *now)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (self->operations, i);

      if (is_conflict (self, operation, now))
        {
          decide_conflict (self, operation, now);
          return TRUE;
        }
    }
  return FALSE;
}

static void
keep_missing (MusterRunItem *self, MusterUser *now)
{
  GPtrArray *missing = create_operations ();

  for (guint i = 0; i < self->operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (self->operations, i);

      if (!holds (operation, now))
        g_ptr_array_add (missing, muster_operation_ref (operation));
    }
  g_ptr_array_unref (self->operations);
  self->operations = missing;
  g_free (self->version);
  self->version = g_strdup (muster_user_get_version (now));
}

/* The outcome of a row of which no more is written: by what is so of all that it asked
 * for. @none: what it is called when nothing is. */
static MusterRunItemNext
conclude (MusterRunItem *self, MusterUser *now, MusterOutcome none, const char *message)
{
  GPtrArray    *all = muster_plan_row_get_operations (self->row);
  guint         n_holding = count_holding (all, now);
  MusterOutcome outcome = none;

  if (n_holding == all->len)
    outcome = MUSTER_OUTCOME_CHANGED;
  else if (n_holding > 0)
    outcome = MUSTER_OUTCOME_PARTLY_CHANGED;
  muster_plan_row_decide (self->row, outcome,
                          outcome == MUSTER_OUTCOME_CHANGED ? NULL : message,
                          outcome == MUSTER_OUTCOME_CHANGED ? NULL : self->field);
  return MUSTER_RUN_ITEM_DECIDED;
}

/* What was written is so: on to the write after it, if there is one. */
static MusterRunItemNext
go_on (MusterRunItem *self, MusterUser *now)
{
  if (self->later == NULL)
    return conclude (self, now, MUSTER_OUTCOME_NOT_TAKEN, NULL);
  g_ptr_array_unref (self->operations);
  self->operations = g_steal_pointer (&self->later);
  self->n_attempts = 0;
  keep_missing (self, now);
  return self->operations->len > 0 ? MUSTER_RUN_ITEM_AGAIN
                                   : conclude (self, now, MUSTER_OUTCOME_NOT_TAKEN, NULL);
}

/* Tries the write again with what is missing, unless it was tried too often or somebody
 * changed the field. */
static MusterRunItemNext
try_again (MusterRunItem *self,
           MusterUser    *now,
           MusterOutcome  otherwise,
           const char    *message)
{
  if (find_conflict (self, now))
    return MUSTER_RUN_ITEM_DECIDED;
  if (++self->n_attempts >= MUSTER_RUN_ITEM_MAX_ATTEMPTS)
    return conclude (self, now, otherwise, message);
  keep_missing (self, now);
  return MUSTER_RUN_ITEM_AGAIN;
}

static MusterRunItemNext
judge_yes (MusterRunItem *self, MusterUser *now)
{
  if (muster_run_item_took_effect (self, now))
    return go_on (self, now);
  return conclude (self, now, MUSTER_OUTCOME_NOT_TAKEN,
                   _ ("The platform answered yes, and did not do it."));
}

/* What a user is told whom no write is known to have changed. */
static char *
explain (MusterRunItem *self)
{
  if (self->answer == MUSTER_WRITE_TAKEN)
    return g_strdup (_ ("The platform answered yes, and did not do it."));
  if (self->message == NULL)
    return g_strdup (_ ("It was sent, and read back it is not so."));
  /* Translators: a whole sentence that says what was heard of it. */
  return g_strdup_printf (_ ("It was sent, and read back it is not so: %s"),
                          self->message);
}

void
muster_run_item_decide_unsettled (MusterRunItem *self)
{
  g_autofree char *message = explain (self);

  if (self->answer == MUSTER_WRITE_REJECTED)
    muster_plan_row_decide (self->row, MUSTER_OUTCOME_REJECTED, self->message,
                            self->field);
  else
    muster_plan_row_decide (self->row, MUSTER_OUTCOME_NOT_TAKEN, message, NULL);
}

static MusterRunItemNext
decide_gone (MusterRunItem *self)
{
  muster_plan_row_decide (self->row, MUSTER_OUTCOME_REJECTED,
                          self->message != NULL && self->answer != MUSTER_WRITE_UNSURE
                            ? self->message
                            : _ (
                              "This user is not there any more, or out of your reach."),
                          NULL);
  return MUSTER_RUN_ITEM_DECIDED;
}

/* A lost answer is no refusal. */
static MusterRunItemNext
try_unsure_again (MusterRunItem *self, MusterUser *now)
{
  g_autofree char *message = explain (self);

  return try_again (self, now, MUSTER_OUTCOME_NOT_TAKEN, message);
}

MusterRunItemNext
muster_run_item_judge (MusterRunItem *self, MusterUser *now)
{
  if (now == NULL)
    return decide_gone (self);
  switch (self->answer)
    {
    case MUSTER_WRITE_TAKEN:
      return judge_yes (self, now);
    case MUSTER_WRITE_CONFLICT:
      if (muster_run_item_took_effect (self, now))
        return go_on (self, now);
      return try_again (self, now, MUSTER_OUTCOME_CONFLICT, self->message);
    case MUSTER_WRITE_REJECTED:
      return conclude (self, now, MUSTER_OUTCOME_REJECTED, self->message);
    case MUSTER_WRITE_NOT_READ:
    case MUSTER_WRITE_UNSURE:
    default:
      if (muster_run_item_took_effect (self, now))
        return go_on (self, now);
      return try_unsure_again (self, now);
    }
}

MusterRunItemNext
muster_run_item_judge_unread (MusterRunItem *self)
{
  MusterOutcome outcome = MUSTER_OUTCOME_UNKNOWN;

  if (self->answer == MUSTER_WRITE_TAKEN && self->later != NULL)
    {
      g_ptr_array_unref (self->operations);
      self->operations = g_steal_pointer (&self->later);
      g_clear_pointer (&self->version, g_free);
      return MUSTER_RUN_ITEM_AGAIN;
    }
  if (self->answer == MUSTER_WRITE_TAKEN)
    outcome = MUSTER_OUTCOME_CHANGED;
  else if (self->answer == MUSTER_WRITE_REJECTED)
    outcome = MUSTER_OUTCOME_REJECTED;
  else if (self->answer == MUSTER_WRITE_CONFLICT)
    outcome = MUSTER_OUTCOME_CONFLICT;
  muster_plan_row_decide (self->row, outcome, self->message, self->field);
  return MUSTER_RUN_ITEM_DECIDED;
}

MusterRunItemNext
muster_run_item_compare (MusterRunItem *self, MusterUser *now)
{
  if (now == NULL)
    return decide_gone (self);
  if (find_conflict (self, now))
    return MUSTER_RUN_ITEM_DECIDED;
  keep_missing (self, now);
  if (self->operations->len > 0)
    return MUSTER_RUN_ITEM_AGAIN;
  if (self->later != NULL)
    return go_on (self, now);
  if (self->was_sent)
    return conclude (self, now, MUSTER_OUTCOME_NOT_TAKEN, NULL);
  muster_plan_row_decide (self->row, MUSTER_OUTCOME_ALREADY_SO, NULL, NULL);
  return MUSTER_RUN_ITEM_DECIDED;
}
