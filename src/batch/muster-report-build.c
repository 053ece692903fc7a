/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* The half of muster-report.h that makes the text. */

#include <json-glib/json-glib.h>

#include "muster-csv-writer.h"
#include "muster-report.h"

static char *
print_time (gint64 time)
{
  g_autoptr (GDateTime) date = NULL;

  if (time == 0)
    return g_strdup ("");
  date = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  return g_date_time_format_iso8601 (date);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
append_csv_line (GString         *out,
                 MusterBatchInfo *info,
                 MusterPlanRow   *row,
                 const char      *field,
                 const char      *before,
                 const char      *after)
{
  MusterUser      *user = muster_plan_row_get_user (row);
  g_autofree char *time = print_time (muster_plan_row_get_decided_at (row));
  const char      *cells[] = {
         info->id,
         muster_user_get_id (user),
         muster_user_get_user_name (user),
         muster_user_get_display_name (user),
         field,
         before,
         after,
         muster_outcome_get_name (muster_plan_row_get_outcome (row)),
         or_empty (muster_plan_row_get_message (row)),
         time,
         NULL,
  };

  muster_csv_append_row (out, cells);
}

static void
append_csv_row (GString *out, MusterBatchInfo *info, MusterPlanRow *row)
{
  MusterFields fields = muster_plan_row_get_fields (row);

  if (fields == 0)
    append_csv_line (out, info, row, "", "", "");
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    {
      g_autoptr (MusterValueSet) after = NULL;
      g_autofree char *before_text = NULL;
      g_autofree char *after_text = NULL;

      if ((fields & MUSTER_FIELDS_OF (i)) == 0)
        continue;
      after = muster_plan_row_dup_after (row, i);
      before_text = muster_value_set_to_text (muster_plan_row_get_before (row, i), "; ");
      after_text = muster_value_set_to_text (after, "; ");
      append_csv_line (out, info, row, muster_field_get_name (i), before_text,
                       after_text);
    }
}

static GBytes *
build_csv (MusterBatchInfo *info, MusterPlan *plan)
{
  static const char *const header[] = {
    "batch", "id",      "userName", "displayName", "field", "before",
    "after", "outcome", "message",  "time",        NULL,
  };
  GString *out = g_string_new (NULL);

  muster_csv_append_row (out, header);
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    append_csv_row (out, info, muster_plan_get_row (plan, i));
  return g_string_free_to_bytes (out);
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
add_values (JsonBuilder *builder, const char *name, MusterValueSet *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < muster_value_set_get_n_values (values); i++)
    {
      MusterReference *value = muster_value_set_get_value (values, i);

      json_builder_begin_object (builder);
      add_text (builder, "value", muster_reference_get_id (value));
      add_text (builder, "display", muster_reference_get_display (value));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_changes (JsonBuilder *builder, MusterPlanRow *row)
{
  MusterFields fields = muster_plan_row_get_fields (row);

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    {
      g_autoptr (MusterValueSet) after = NULL;

      if ((fields & MUSTER_FIELDS_OF (i)) == 0)
        continue;
      after = muster_plan_row_dup_after (row, i);
      json_builder_begin_object (builder);
      add_text (builder, "field", muster_field_get_name (i));
      add_values (builder, "before", muster_plan_row_get_before (row, i));
      add_values (builder, "after", after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder *builder, MusterPlanRow *row)
{
  MusterUser      *user = muster_plan_row_get_user (row);
  g_autofree char *time = print_time (muster_plan_row_get_decided_at (row));

  json_builder_begin_object (builder);
  add_text (builder, "id", muster_user_get_id (user));
  add_text (builder, "userName", muster_user_get_user_name (user));
  add_text (builder, "displayName", muster_user_get_display_name (user));
  add_text (builder, "outcome",
            muster_outcome_get_name (muster_plan_row_get_outcome (row)));
  add_text (builder, "message", muster_plan_row_get_message (row));
  add_text (builder, "messageField", muster_plan_row_get_message_field (row));
  add_text (builder, "time", *time != '\0' ? time : NULL);
  add_changes (builder, row);
  json_builder_end_object (builder);
}

static GBytes *
build_json (MusterBatchInfo *info, MusterPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *started = print_time (info->started_at);
  gsize            length;
  char            *text;

  json_builder_begin_object (builder);
  add_text (builder, "batch", info->id);
  add_text (builder, "platform", info->address);
  add_text (builder, "account", info->account);
  add_text (builder, "startedAt", started);
  add_text (builder, "selection", info->selection);
  json_builder_set_member_name (builder, "users");
  json_builder_begin_array (builder);
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    add_row (builder, muster_plan_get_row (plan, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

GBytes *
muster_report_build (MusterReportFormat format, MusterBatchInfo *info, MusterPlan *plan)
{
  return format == MUSTER_REPORT_CSV ? build_csv (info, plan) : build_json (info, plan);
}
