/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "muster-report.h"

static MusterPlan *
build_plan (void)
{
  g_autoptr (MusterUser) user = muster_user_new ("u1", "=anna");
  g_autoptr (MusterReference) oslo = muster_reference_new ("Europe/Oslo", NULL);
  g_autoptr (MusterReference) tokyo = muster_reference_new ("Asia/Tokyo", NULL);
  g_autoptr (MusterReference) mentor = muster_reference_new ("r1", "Mentor, \"Senior\"");
  g_autoptr (MusterValueSet) zone = muster_value_set_new_single (oslo);
  g_autoptr (MusterOperation) set
    = muster_operation_new (MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, tokyo);
  g_autoptr (MusterOperation) add
    = muster_operation_new (MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, mentor);
  g_autoptr (GPtrArray) users = g_ptr_array_new ();
  g_autoptr (GPtrArray) operations = g_ptr_array_new ();
  MusterPlan *plan;

  muster_user_set_display_name (user, "Anna\nNowak");
  muster_user_set_values (user, MUSTER_FIELD_TIME_ZONE, zone);
  muster_user_set_values (user, MUSTER_FIELD_ROLES, muster_value_set_get_empty ());
  g_ptr_array_add (users, user);
  g_ptr_array_add (operations, set);
  g_ptr_array_add (operations, add);
  plan = muster_plan_new (users, operations);
  muster_plan_row_decide (muster_plan_get_row (plan, 0), MUSTER_OUTCOME_REJECTED, "No.",
                          "timezone");
  return plan;
}

static GBytes *
build_report (MusterReportFormat format)
{
  g_autoptr (MusterBatchInfo) info = muster_batch_info_new ();
  g_autoptr (MusterPlan) plan = build_plan ();

  info->id = g_strdup ("b1");
  return muster_report_build (format, info, plan);
}

static void
test_csv_has_a_line_for_each_field (void)
{
  g_autoptr (GBytes) report = build_report (MUSTER_REPORT_CSV);
  g_autofree char *text
    = g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));

  g_assert_cmpstr (
    text, ==,
    "batch,id,userName,displayName,field,before,after,outcome,message,time\r\n"
    "b1,u1,\"'=anna\",\"Anna\nNowak\",timeZone,Europe/Oslo,Asia/Tokyo,rejected,No.,\r\n"
    "b1,u1,\"'=anna\",\"Anna\nNowak\",roles,,\"Mentor, \"\"Senior\"\"\",rejected,No.,"
    "\r\n");
}

static void
test_json_is_exact (void)
{
  g_autoptr (GBytes) report = build_report (MUSTER_REPORT_JSON);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *user;
  JsonObject *change;

  json_parser_load_from_data (parser, g_bytes_get_data (report, NULL),
                              (gssize) g_bytes_get_size (report), &error);
  g_assert_no_error (error);
  user = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                  "users"),
    0);
  g_assert_cmpstr (json_object_get_string_member (user, "userName"), ==, "=anna");
  g_assert_cmpstr (json_object_get_string_member (user, "displayName"), ==,
                   "Anna\nNowak");
  g_assert_cmpstr (json_object_get_string_member (user, "outcome"), ==, "rejected");
  change
    = json_array_get_object_element (json_object_get_array_member (user, "changes"), 0);
  g_assert_cmpstr (json_object_get_string_member (change, "field"), ==, "timeZone");
}

static void
test_the_file_is_private_and_whole (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.csv", NULL);
  g_autoptr (GBytes) report = build_report (MUSTER_REPORT_CSV);
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (muster_report_check_path (path, &error));
  g_assert_true (muster_report_write (path, report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, (gint64) g_bytes_get_size (report));
  g_remove (path);
  g_remove (folder);
}

static void
test_a_bad_path_is_found_before (void)
{
  MusterReportFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_report_check_path ("/nowhere/report.csv", &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_REPORT);
  g_clear_error (&error);
  g_assert_false (muster_report_check_path ("/", &error));
  g_clear_error (&error);
  g_assert_false (muster_report_find_format ("report.txt", &format, &error));
  g_assert_nonnull (strstr (error->message, ".csv or .json"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/csv-has-a-line-for-each-field",
                   test_csv_has_a_line_for_each_field);
  g_test_add_func ("/report/json-is-exact", test_json_is_exact);
  g_test_add_func ("/report/the-file-is-private-and-whole",
                   test_the_file_is_private_and_whole);
  g_test_add_func ("/report/a-bad-path-is-found-before", test_a_bad_path_is_found_before);
  return g_test_run ();
}
