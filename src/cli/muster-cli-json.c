/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-json.h"

#include <string.h>

#include "muster-organization.h"
#include "muster-role.h"

char *
muster_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  json_builder_reset (builder);
  return g_strconcat (text, "\n", NULL);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_reference (JsonBuilder *builder, MusterReference *reference)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", muster_reference_get_id (reference));
  add_text (builder, "display", muster_reference_get_display (reference));
  json_builder_end_object (builder);
}

/* Whether what the field holds are the words themselves, and no things that have names.
 */
static gboolean
holds_words (MusterField field)
{
  return field == MUSTER_FIELD_TIME_ZONE || field == MUSTER_FIELD_FLAGGED_FIELDS;
}

static void
add_value (JsonBuilder *builder, MusterField field, MusterReference *value)
{
  const char *id = muster_reference_get_id (value);

  if (field == MUSTER_FIELD_ACTIVE)
    json_builder_add_boolean_value (builder, strcmp (id, MUSTER_ACTIVE_TRUE) == 0);
  else if (holds_words (field))
    json_builder_add_string_value (builder, id);
  else
    add_reference (builder, value);
}

static void
add_values (JsonBuilder *builder, MusterField field, const MusterValueSet *values)
{
  guint n = values != NULL ? muster_value_set_get_n_values (values) : 0;

  if (muster_field_is_multi_valued (field) && values != NULL)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < n; i++)
        add_value (builder, field, muster_value_set_get_value (values, i));
      json_builder_end_array (builder);
    }
  else if (n > 0)
    add_value (builder, field, muster_value_set_get_value (values, 0));
  else
    json_builder_add_null_value (builder);
}

void
muster_cli_json_add_user (JsonBuilder *builder, MusterUser *user)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", muster_user_get_id (user));
  add_text (builder, "userName", muster_user_get_user_name (user));
  add_text (builder, "displayName", muster_user_get_display_name (user));
  add_text (builder, "email", muster_user_get_email (user));
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    {
      json_builder_set_member_name (builder, muster_field_get_name (field));
      add_values (builder, field, muster_user_get_values (user, field));
    }
  json_builder_end_object (builder);
}

void
muster_cli_json_add_resource (JsonBuilder *builder, MusterResource *resource)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", muster_resource_get_id (resource));
  add_text (builder, "displayName", muster_resource_get_display_name (resource));
  if (MUSTER_IS_ROLE (resource))
    {
      json_builder_set_member_name (builder, "administrative");
      json_builder_add_boolean_value (builder, muster_role_is_administrative (
                                                 MUSTER_ROLE (resource)));
    }
  if (MUSTER_IS_ORGANIZATION (resource))
    add_text (builder, "parent",
              muster_organization_get_parent_id (MUSTER_ORGANIZATION (resource)));
  json_builder_end_object (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static MusterOutcome
settle (MusterOutcome outcome, gboolean foretold)
{
  if (outcome != MUSTER_OUTCOME_PENDING)
    return outcome;
  return foretold ? MUSTER_OUTCOME_CHANGED : MUSTER_OUTCOME_NOT_SENT;
}

void
muster_cli_json_add_selected (JsonBuilder *builder, const MusterOutcomeCounts *counts)
{
  add_number (builder, "selected", muster_outcome_counts_get_total (counts));
}

void
muster_cli_json_add_counts (JsonBuilder               *builder,
                            const MusterOutcomeCounts *counts,
                            gboolean                   foretold)
{
  MusterOutcomeCounts settled = *counts;

  settled.n[settle (MUSTER_OUTCOME_PENDING, foretold)]
    += counts->n[MUSTER_OUTCOME_PENDING];
  for (guint i = MUSTER_OUTCOME_PENDING + 1; i < MUSTER_N_OUTCOMES; i++)
    add_number (builder, muster_outcome_get_name (i), settled.n[i]);
}

static void
add_change (JsonBuilder *builder, MusterPlanRow *row, MusterField field)
{
  g_autoptr (MusterValueSet) after = muster_plan_row_dup_after (row, field);

  json_builder_begin_object (builder);
  add_text (builder, "field", muster_field_get_name (field));
  json_builder_set_member_name (builder, "before");
  add_values (builder, field, muster_plan_row_get_before (row, field));
  json_builder_set_member_name (builder, "after");
  add_values (builder, field, after);
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder *builder, MusterPlanRow *row, gboolean foretold)
{
  MusterUser   *user = muster_plan_row_get_user (row);
  MusterOutcome outcome = settle (muster_plan_row_get_outcome (row), foretold);

  json_builder_begin_object (builder);
  add_text (builder, "id", muster_user_get_id (user));
  add_text (builder, "userName", muster_user_get_user_name (user));
  add_text (builder, "outcome", muster_outcome_get_name (outcome));
  if (muster_plan_row_get_message (row) != NULL)
    add_text (builder, "message", muster_plan_row_get_message (row));
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    if ((muster_plan_row_get_fields (row) & MUSTER_FIELDS_OF (field)) != 0)
      add_change (builder, row, field);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
muster_cli_json_add_rows (JsonBuilder *builder, MusterPlan *plan, gboolean foretold)
{
  json_builder_set_member_name (builder, "users");
  json_builder_begin_array (builder);
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    add_row (builder, muster_plan_get_row (plan, i), foretold);
  json_builder_end_array (builder);
}

char *
muster_cli_json_format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = NULL;

  if (time == 0)
    return NULL;
  moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
