/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-command.h"

#include <glib/gi18n.h>

#include "muster-cli-json.h"
#include "muster-cli-progress.h"
#include "muster-cli-table.h"
#include "muster-cli-terminal.h"
#include "muster-user-picker.h"

typedef struct
{
  MusterCliSession  *session;  /* (not owned) */
  MusterCliProgress *progress; /* (owned) */
} Listing;

static void
free_listing (gpointer data)
{
  Listing *listing = data;

  muster_cli_progress_free (listing->progress);
  g_free (listing);
}

/* (transfer full): "" where the user has none. */
static char *
describe (MusterUser *user, MusterField field)
{
  MusterValueSet *values = muster_user_get_values (user, field);

  return values != NULL ? muster_value_set_to_text (values, "; ") : g_strdup ("");
}

static char *
print_table (GPtrArray *users)
{
  const char *const headings[]
    = { _ ("USER NAME"), _ ("NAME"),  _ ("E-MAIL"), _ ("ORGANIZATION"),
        _ ("TIME ZONE"), _ ("ROLES"), _ ("STATUS"), NULL };
  g_autoptr (MusterCliTable) table = muster_cli_table_new (headings);

  for (guint i = 0; i < users->len; i++)
    {
      MusterUser      *user = g_ptr_array_index (users, i);
      g_autofree char *organization = describe (user, MUSTER_FIELD_ORGANIZATION);
      g_autofree char *time_zone = describe (user, MUSTER_FIELD_TIME_ZONE);
      g_autofree char *roles = describe (user, MUSTER_FIELD_ROLES);
      const char      *cells[] = {
             muster_user_get_user_name (user),
             muster_user_get_display_name (user),
             muster_user_get_email (user),
             organization,
             time_zone,
             roles,
        muster_user_is_active (user) ? _ ("active") : _ ("disabled"),
             NULL,
      };

      muster_cli_table_add_row (table, cells);
    }
  return muster_cli_table_print (table, muster_cli_terminal_get_width ());
}

#define N_NAMES 4

static void
add_csv_row (MusterCliTable *table, MusterUser *user)
{
  char *cells[N_NAMES + MUSTER_N_FIELDS + 1] = { NULL };

  cells[0] = g_strdup (muster_user_get_id (user));
  cells[1] = g_strdup (muster_user_get_user_name (user));
  cells[2] = g_strdup (muster_user_get_display_name (user));
  cells[3] = g_strdup (muster_user_get_email (user));
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    cells[N_NAMES + field] = describe (user, field);
  muster_cli_table_add_row (table, (const char *const *) cells);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_free (cells[i]);
}

static char *
print_csv (GPtrArray *users)
{
  const char *headings[N_NAMES + MUSTER_N_FIELDS + 1]
    = { "id", "userName", "displayName", "email" };
  g_autoptr (MusterCliTable) table = NULL;

  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    headings[N_NAMES + field] = muster_field_get_name (field);
  table = muster_cli_table_new (headings);
  for (guint i = 0; i < users->len; i++)
    add_csv_row (table, g_ptr_array_index (users, i));
  return muster_cli_table_print_csv (table);
}

static char *
print_json (GPtrArray *users)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < users->len; i++)
    muster_cli_json_add_user (builder, g_ptr_array_index (users, i));
  json_builder_end_array (builder);
  return muster_cli_json_print (builder);
}

static char *
print_users (GPtrArray *users, MusterCliFormat format)
{
  switch (format)
    {
    case MUSTER_CLI_FORMAT_JSON:
      return print_json (users);
    case MUSTER_CLI_FORMAT_CSV:
      return print_csv (users);
    default:
      return print_table (users);
    }
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (GPtrArray) users = muster_user_picker_find_finish (result, &error);

  g_clear_pointer (&listing->progress, muster_cli_progress_free);
  if (users == NULL)
    g_task_return_error (task, error);
  else
    muster_cli_command_return_text (task,
                                    print_users (users,
                                                 listing->session->options->format));
}

static void
progress_cb (guint n_found, gint64 total, gpointer user_data)
{
  Listing *listing = user_data;

  muster_cli_progress_update (listing->progress, n_found,
                              (guint) CLAMP (total, 0, G_MAXUINT));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing                *listing = g_task_get_task_data (task);
  MusterCliSession       *session = listing->session;
  const MusterCliOptions *options = session->options;
  g_autoptr (MusterUserQuery) query = NULL;
  GError *error = NULL;

  if (!muster_cli_session_open_finish (session, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  query = muster_user_query_new ();
  muster_user_query_set_filter (query, options->filter);
  muster_user_query_set_search (query, options->search);
  listing->progress = muster_cli_progress_new (_ ("Reading users"));
  muster_user_picker_find_async (session->platform, query, options->limit, progress_cb,
                                 listing, session->cancellable, found_cb,
                                 g_steal_pointer (&task));
}

void
muster_cli_command_users_async (MusterCliSession   *session,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask   *task = g_task_new (NULL, NULL, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->session = session;
  g_task_set_source_tag (task, muster_cli_command_users_async);
  g_task_set_task_data (task, listing, free_listing);
  muster_cli_session_open_async (session, opened_cb, task);
}
