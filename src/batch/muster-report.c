/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-report.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <unistd.h>

gboolean
muster_report_find_format (const char *path, MusterReportFormat *format, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".csv"))
    *format = MUSTER_REPORT_CSV;
  else if (g_str_has_suffix (folded, ".json"))
    *format = MUSTER_REPORT_JSON;
  else
    {
      g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_REPORT,
                   /* Translators: the name of a file. */
                   _ ("%s says no format for the report: let its name end in .csv or "
                      ".json."),
                   path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fail (const char *path, const char *problem, GError **error)
{
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_REPORT,
               /* Translators: a file, and why, as a clause without its full stop. */
               _ ("The report %s cannot be written: %s. Choose another place."), path,
               problem);
  return FALSE;
}

gboolean
muster_report_check_path (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (path, _ ("it is a folder"), error);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (path, _ ("its folder is not there"), error);
  if (access (folder, W_OK | X_OK) != 0)
    return fail (path, g_strerror (errno), error);
  return TRUE;
}

gboolean
muster_report_write (const char *path, GBytes *report, GError **error)
{
  gsize       length;
  const char *text = g_bytes_get_data (report, &length);
  g_autoptr (GError) local_error = NULL;

  if (g_file_set_contents_full (path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local_error))
    return TRUE;
  return fail (path, local_error->message, error);
}
