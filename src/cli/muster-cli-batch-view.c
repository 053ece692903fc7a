/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-batch-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-cli-json.h"
#include "muster-cli-plan-view.h"
#include "muster-cli-table.h"
#include "muster-cli-terminal.h"
#include "muster-cli-text.h"
#include "muster-report.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* (transfer full): the rows and the sum, with @last behind it. */
static char *
print_rows (MusterPlan *plan, gboolean foretold, const char *last)
{
  MusterOutcomeCounts counts;
  g_autofree char    *rows = NULL;
  g_autofree char    *sum = NULL;

  muster_plan_count (plan, &counts);
  rows
    = muster_cli_plan_view_print_rows (plan, foretold, muster_cli_terminal_get_width ());
  sum = muster_cli_plan_view_describe (&counts, foretold);
  return muster_plan_get_n_rows (plan) > 0
           ? g_strdup_printf ("%s\n%s %s\n", rows, sum, last)
           : g_strdup_printf ("%s %s\n", sum, last);
}

char *
muster_cli_batch_view_print_plan (MusterPlan *plan, MusterCliFormat format)
{
  g_autoptr (JsonBuilder) builder = NULL;
  MusterOutcomeCounts counts;

  if (format == MUSTER_CLI_FORMAT_TABLE)
    return print_rows (plan, TRUE, _ ("Nothing was sent."));
  muster_plan_count (plan, &counts);
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dryRun");
  json_builder_add_boolean_value (builder, TRUE);
  muster_cli_json_add_selected (builder, &counts);
  muster_cli_json_add_counts (builder, &counts, TRUE);
  muster_cli_json_add_rows (builder, plan, TRUE);
  json_builder_end_object (builder);
  return muster_cli_json_print (builder);
}

char *
muster_cli_batch_view_print_result (const char     *batch,
                                    MusterPlan     *plan,
                                    MusterCliFormat format)
{
  g_autoptr (JsonBuilder) builder = NULL;
  MusterOutcomeCounts counts;

  if (format == MUSTER_CLI_FORMAT_TABLE)
    {
      g_autofree char *last = batch != NULL ? g_strdup_printf (_ ("Batch %s."), batch)
                                            : g_strdup (_ ("Nothing was sent."));

      return print_rows (plan, FALSE, last);
    }
  muster_plan_count (plan, &counts);
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  add_text (builder, "batch", batch);
  muster_cli_json_add_selected (builder, &counts);
  muster_cli_json_add_counts (builder, &counts, FALSE);
  json_builder_end_object (builder);
  return muster_cli_json_print (builder);
}

static void
add_info (JsonBuilder *builder, MusterBatchInfo *info)
{
  g_autofree char *started_at = muster_cli_json_format_time (info->started_at);

  add_text (builder, "batch", info->id);
  add_text (builder, "state", muster_batch_state_get_name (info->state));
  add_text (builder, "startedAt", started_at);
  add_text (builder, "account", info->account);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  muster_cli_json_add_counts (builder, &info->counts, FALSE);
  json_builder_end_object (builder);
}

static char *
print_batch_json (MusterBatchInfo *info, MusterPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *ended_at = muster_cli_json_format_time (info->ended_at);

  json_builder_begin_object (builder);
  add_info (builder, info);
  add_text (builder, "endedAt", ended_at);
  add_text (builder, "address", info->address);
  add_text (builder, "selection", info->selection);
  muster_cli_json_add_selected (builder, &info->counts);
  muster_cli_json_add_rows (builder, plan, FALSE);
  json_builder_end_object (builder);
  return muster_cli_json_print (builder);
}

static char *
print_batch_csv (MusterBatchInfo *info, MusterPlan *plan)
{
  g_autoptr (GBytes) report = muster_report_build (MUSTER_REPORT_CSV, info, plan);

  return g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));
}

static char *
format_local_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return g_date_time_format (moment, "%Y-%m-%d %H:%M:%S");
}

static const char *
get_state_word (MusterBatchState state)
{
  static const char *const words[] = {
    [MUSTER_BATCH_RUNNING] = N_ ("running"),
    [MUSTER_BATCH_INTERRUPTED] = N_ ("interrupted"),
    [MUSTER_BATCH_STOPPED] = N_ ("stopped"),
    [MUSTER_BATCH_FINISHED] = N_ ("finished"),
  };

  return _ (words[state]);
}

/* (transfer full): what the batch is about, a line for each thing. */
static char *
describe_batch (MusterBatchInfo *info)
{
  g_autofree char *started_at = format_local_time (info->started_at);
  g_autofree char *account = muster_cli_text_escape (info->account);
  g_autofree char *address = muster_cli_text_escape (info->address);
  g_autofree char *selection = muster_cli_text_escape (info->selection);

  /* Translators: the identifier and the state of a batch; when, and who; where; whom. */
  return g_strdup_printf (_ ("Batch:     %s, %s\nStarted:   %s by %s\nPlatform:  "
                             "%s\nSelection: %s\n"),
                          info->id, get_state_word (info->state), started_at, account,
                          address, selection);
}

char *
muster_cli_batch_view_print_batch (MusterBatchInfo *info,
                                   MusterPlan      *plan,
                                   MusterCliFormat  format)
{
  g_autofree char *head = NULL;
  g_autofree char *rows = NULL;

  if (format == MUSTER_CLI_FORMAT_JSON)
    return print_batch_json (info, plan);
  if (format == MUSTER_CLI_FORMAT_CSV)
    return print_batch_csv (info, plan);
  head = describe_batch (info);
  rows = print_rows (plan, FALSE, "");
  return g_strdup_printf ("%s\n%s", head, rows);
}

static char *
print_history_json (GPtrArray *batches)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < batches->len; i++)
    {
      json_builder_begin_object (builder);
      add_info (builder, g_ptr_array_index (batches, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return muster_cli_json_print (builder);
}

static char *
print_history_csv (GPtrArray *batches)
{
  const char *headings[6 + MUSTER_N_OUTCOMES]
    = { "batch", "state", "startedAt", "account", "selected" };
  g_autoptr (MusterCliTable) table = NULL;

  for (guint i = 1; i < MUSTER_N_OUTCOMES; i++)
    headings[4 + i] = muster_outcome_get_name (i);
  table = muster_cli_table_new (headings);
  for (guint i = 0; i < batches->len; i++)
    {
      MusterBatchInfo *info = g_ptr_array_index (batches, i);
      g_autofree char *started_at = muster_cli_json_format_time (info->started_at);
      char             numbers[MUSTER_N_OUTCOMES][16];
      const char      *cells[6 + MUSTER_N_OUTCOMES]
        = { info->id, muster_batch_state_get_name (info->state), started_at,
            info->account, numbers[0] };

      g_snprintf (numbers[0], sizeof numbers[0], "%u",
                  muster_outcome_counts_get_total (&info->counts));
      for (guint outcome = 1; outcome < MUSTER_N_OUTCOMES; outcome++)
        {
          guint n = info->counts.n[outcome];

          if (outcome == MUSTER_OUTCOME_NOT_SENT)
            n += info->counts.n[MUSTER_OUTCOME_PENDING];
          g_snprintf (numbers[outcome], sizeof numbers[outcome], "%u", n);
          cells[4 + outcome] = numbers[outcome];
        }
      muster_cli_table_add_row (table, cells);
    }
  return muster_cli_table_print_csv (table);
}

static char *
print_history_table (GPtrArray *batches)
{
  const char *const headings[]
    = { _ ("BATCH"),     _ ("STATE"),   _ ("STARTED"), _ ("ACCOUNT"),
        _ ("SELECTION"), _ ("OUTCOME"), NULL };
  g_autoptr (MusterCliTable) table = muster_cli_table_new (headings);

  for (guint i = 0; i < batches->len; i++)
    {
      MusterBatchInfo *info = g_ptr_array_index (batches, i);
      g_autofree char *started_at = format_local_time (info->started_at);
      g_autofree char *sum = muster_cli_plan_view_describe (&info->counts, FALSE);
      const char      *cells[] = {
             info->id,
             get_state_word (info->state),
             started_at,
             info->account,
             info->selection,
             sum,
             NULL,
      };

      muster_cli_table_add_row (table, cells);
    }
  return muster_cli_table_print (table, muster_cli_terminal_get_width ());
}

char *
muster_cli_batch_view_print_history (GPtrArray *batches, MusterCliFormat format)
{
  switch (format)
    {
    case MUSTER_CLI_FORMAT_JSON:
      return print_history_json (batches);
    case MUSTER_CLI_FORMAT_CSV:
      return print_history_csv (batches);
    default:
      return batches->len > 0 ? print_history_table (batches)
                              : g_strdup (_ ("No edit was made with Muster here yet.\n"));
    }
}
