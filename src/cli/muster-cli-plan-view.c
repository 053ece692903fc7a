/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-plan-view.h"

#include <glib/gi18n.h>

#include "muster-cli-table.h"

static const char *const words[MUSTER_N_OUTCOMES] = {
  [MUSTER_OUTCOME_PENDING] = N_ ("not decided"),
  [MUSTER_OUTCOME_CHANGED] = N_ ("changed"),
  [MUSTER_OUTCOME_ALREADY_SO] = N_ ("already so"),
  [MUSTER_OUTCOME_CONFLICT] = N_ ("conflict"),
  [MUSTER_OUTCOME_REJECTED] = N_ ("rejected"),
  [MUSTER_OUTCOME_PARTLY_CHANGED] = N_ ("partly changed"),
  [MUSTER_OUTCOME_NOT_TAKEN] = N_ ("not taken"),
  [MUSTER_OUTCOME_UNKNOWN] = N_ ("unknown"),
  [MUSTER_OUTCOME_NOT_SENT] = N_ ("not sent"),
};

static const char *
get_word (MusterOutcome outcome, gboolean foretold)
{
  return foretold && outcome == MUSTER_OUTCOME_PENDING ? _ ("would change")
                                                       : _ (words[outcome]);
}

static char *
describe_single (const MusterValueSet *values)
{
  if (values == NULL || muster_value_set_get_n_values (values) == 0)
    return g_strdup (_ ("nothing"));
  return muster_value_set_to_text (values, ", ");
}

/* Puts down what @values has and @others has not. */
static void
append_difference (GString              *out,
                   const char           *sign,
                   const MusterValueSet *values,
                   const MusterValueSet *others)
{
  guint n = values != NULL ? muster_value_set_get_n_values (values) : 0;

  for (guint i = 0; i < n; i++)
    {
      MusterReference *value = muster_value_set_get_value (values, i);

      if (others == NULL
          || !muster_value_set_contains (others, muster_reference_get_id (value)))
        g_string_append_printf (out, " %s%s", sign, muster_reference_get_display (value));
    }
}

static void
append_change (GString *out, MusterPlanRow *row, MusterField field)
{
  MusterValueSet *before = muster_plan_row_get_before (row, field);
  g_autoptr (MusterValueSet) after = muster_plan_row_dup_after (row, field);

  g_string_append_printf (out, "%s%s:", out->len > 0 ? "; " : "",
                          muster_field_get_name (field));
  if (muster_field_is_multi_valued (field))
    {
      append_difference (out, "+", after, before);
      append_difference (out, "−", before, after);
    }
  else
    {
      g_autofree char *old = describe_single (before);
      g_autofree char *new = describe_single (after);

      g_string_append_printf (out, " %s → %s", old, new);
    }
}

char *
muster_cli_plan_view_describe_changes (MusterPlanRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    if ((muster_plan_row_get_fields (row) & MUSTER_FIELDS_OF (field)) != 0)
      append_change (out, row, field);
  return g_string_free (out, FALSE);
}

static void
add_row (MusterCliTable *table, MusterPlanRow *row, gboolean foretold)
{
  MusterUser      *user = muster_plan_row_get_user (row);
  g_autofree char *changes = muster_cli_plan_view_describe_changes (row);
  const char      *cells[] = {
         muster_user_get_user_name (user),
         muster_user_get_display_name (user),
         get_word (muster_plan_row_get_outcome (row), foretold),
         changes,
         muster_plan_row_get_message (row),
         NULL,
  };

  muster_cli_table_add_row (table, cells);
}

static gboolean
has_messages (MusterPlan *plan)
{
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    if (muster_plan_row_get_message (muster_plan_get_row (plan, i)) != NULL)
      return TRUE;
  return FALSE;
}

char *
muster_cli_plan_view_print_rows (MusterPlan *plan, gboolean foretold, guint width)
{
  const char *headings[] = {
    _ ("USER NAME"),
    _ ("NAME"),
    _ ("OUTCOME"),
    _ ("CHANGES"),
    has_messages (plan) ? _ ("MESSAGE") : NULL,
    NULL,
  };
  g_autoptr (MusterCliTable) table = muster_cli_table_new (headings);

  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    add_row (table, muster_plan_get_row (plan, i), foretold);
  return muster_cli_table_print (table, width);
}

/* (transfer full) */
static char *
list_outcomes (const MusterOutcomeCounts *counts, gboolean foretold)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_OUTCOMES; i++)
    if (counts->n[i] > 0)
      g_string_append_printf (out, "%s%u %s", out->len > 0 ? ", " : "", counts->n[i],
                              get_word (i, foretold));
  return g_string_free (out, FALSE);
}

char *
muster_cli_plan_view_describe (const MusterOutcomeCounts *counts, gboolean foretold)
{
  guint            total = muster_outcome_counts_get_total (counts);
  g_autofree char *outcomes = list_outcomes (counts, foretold);

  if (total == 0)
    return g_strdup (_ ("0 users."));
  /* Translators: how many, and what became of them, "3 changed, 1 rejected". */
  return g_strdup_printf (ngettext ("%u user: %s.", "%u users: %s.", total), total,
                          outcomes);
}
