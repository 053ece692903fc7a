/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-command.h"

#include <glib/gi18n.h>

#include "muster-cli-error.h"
#include "muster-cli-json.h"
#include "muster-cli-table.h"
#include "muster-cli-terminal.h"
#include "muster-organization.h"
#include "muster-role.h"

typedef struct
{
  MusterCliSession  *session; /* (not owned) */
  MusterResourceKind kind;
  GPtrArray         *resources; /* (owned): of MusterResource */
  GPtrArray         *named;  /* (owned) (nullable): all that there are, for their names */
  char              *cursor; /* (owned) (nullable): of the page asked for last */
} Listing;

static void
free_listing (gpointer data)
{
  Listing *listing = data;

  g_ptr_array_unref (listing->resources);
  g_clear_pointer (&listing->named, g_ptr_array_unref);
  g_free (listing->cursor);
  g_free (listing);
}

static MusterResourceKind
get_kind (MusterCliCommand command)
{
  if (command == MUSTER_CLI_COMMAND_ROLES)
    return MUSTER_RESOURCE_KIND_ROLE;
  return command == MUSTER_CLI_COMMAND_COMPANIES ? MUSTER_RESOURCE_KIND_COMPANY
                                                 : MUSTER_RESOURCE_KIND_ORGANIZATION;
}

/* (nullable): the name of what has the identifier @id. */
static const char *
find_name (GPtrArray *resources, const char *id)
{
  for (guint i = 0; i < resources->len; i++)
    {
      MusterResource *resource = g_ptr_array_index (resources, i);

      if (g_str_equal (muster_resource_get_id (resource), id))
        return muster_resource_get_display_name (resource);
    }
  return NULL;
}

/* (nullable): the name of the organization above, or its identifier where its name could
 * not be had. */
static const char *
find_parent_name (Listing *listing, MusterResource *resource)
{
  const char *id = muster_organization_get_parent_id (MUSTER_ORGANIZATION (resource));
  const char *name
    = id != NULL
        ? find_name (listing->named != NULL ? listing->named : listing->resources, id)
        : NULL;

  return name != NULL ? name : id;
}

/* Of what is searched for a parent may not be part. */
static gboolean
lacks_parent_name (Listing *listing)
{
  for (guint i = 0; i < listing->resources->len; i++)
    {
      MusterResource *resource = g_ptr_array_index (listing->resources, i);
      const char *id = muster_organization_get_parent_id (MUSTER_ORGANIZATION (resource));

      if (id != NULL && find_name (listing->resources, id) == NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
describe_role (MusterRole *role, gboolean for_people)
{
  if (for_people)
    return muster_role_is_administrative (role) ? _ ("yes") : _ ("no");
  return muster_role_is_administrative (role) ? "true" : "false";
}

/* What a kind has beside its name. */
static const char *
get_detail (Listing *listing, MusterResource *resource, gboolean for_people)
{
  if (MUSTER_IS_ROLE (resource))
    return describe_role (MUSTER_ROLE (resource), for_people);
  if (MUSTER_IS_ORGANIZATION (resource))
    return for_people
             ? find_parent_name (listing, resource)
             : muster_organization_get_parent_id (MUSTER_ORGANIZATION (resource));
  return NULL;
}

static MusterCliTable *
build_table (Listing *listing, const char *const *headings, gboolean for_people)
{
  MusterCliTable *table = muster_cli_table_new (headings);

  for (guint i = 0; i < listing->resources->len; i++)
    {
      MusterResource *resource = g_ptr_array_index (listing->resources, i);
      const char     *cells[] = {
            muster_resource_get_display_name (resource),
            muster_resource_get_id (resource),
            get_detail (listing, resource, for_people),
            NULL,
      };

      muster_cli_table_add_row (table, cells);
    }
  return table;
}

static char *
print_table (Listing *listing)
{
  const char *const details[] = {
    [MUSTER_RESOURCE_KIND_ROLE] = _ ("ADMINISTRATIVE"),
    [MUSTER_RESOURCE_KIND_ORGANIZATION] = _ ("PARENT"),
    [MUSTER_RESOURCE_KIND_COMPANY] = NULL,
  };
  const char *const headings[] = { _ ("NAME"), _ ("ID"), details[listing->kind], NULL };
  g_autoptr (MusterCliTable) table = build_table (listing, headings, TRUE);

  return muster_cli_table_print (table, muster_cli_terminal_get_width ());
}

static char *
print_csv (Listing *listing)
{
  static const char *const headings[][4] = {
    [MUSTER_RESOURCE_KIND_ROLE] = { "displayName", "id", "administrative", NULL },
    [MUSTER_RESOURCE_KIND_ORGANIZATION] = { "displayName", "id", "parent", NULL },
    [MUSTER_RESOURCE_KIND_COMPANY] = { "displayName", "id", NULL, NULL },
  };
  g_autoptr (MusterCliTable) table
    = build_table (listing, headings[listing->kind], FALSE);

  return muster_cli_table_print_csv (table);
}

static char *
print_json (Listing *listing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < listing->resources->len; i++)
    muster_cli_json_add_resource (builder, g_ptr_array_index (listing->resources, i));
  json_builder_end_array (builder);
  return muster_cli_json_print (builder);
}

static char *
print_resources (Listing *listing)
{
  switch (listing->session->options->format)
    {
    case MUSTER_CLI_FORMAT_JSON:
      return print_json (listing);
    case MUSTER_CLI_FORMAT_CSV:
      return print_csv (listing);
    default:
      return print_table (listing);
    }
}

static void ask_for_page (GTask *task);

/* Takes @task: all pages are there. */
static void
end_listing (GTask *task)
{
  Listing                *listing = g_task_get_task_data (task);
  const MusterCliOptions *options = listing->session->options;

  if (listing->named == NULL && options->format == MUSTER_CLI_FORMAT_TABLE
      && listing->kind == MUSTER_RESOURCE_KIND_ORGANIZATION && options->search != NULL
      && lacks_parent_name (listing))
    {
      listing->named = g_ptr_array_new_with_free_func (g_object_unref);
      g_clear_pointer (&listing->cursor, g_free);
      ask_for_page (task);
      return;
    }
  muster_cli_command_return_text (task, print_resources (listing));
  g_object_unref (task);
}

static void
page_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_resources_finish (MUSTER_PLATFORM (object), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < page->items->len; i++)
    g_ptr_array_add (listing->named != NULL ? listing->named : listing->resources,
                     g_object_ref (g_ptr_array_index (page->items, i)));
  if (page->next_cursor == NULL || page->items->len == 0
      || g_strcmp0 (page->next_cursor, listing->cursor) == 0)
    {
      end_listing (g_steal_pointer (&task));
      return;
    }
  g_free (listing->cursor);
  listing->cursor = g_steal_pointer (&page->next_cursor);
  ask_for_page (g_steal_pointer (&task));
}

static void
ask_for_page (GTask *task)
{
  Listing          *listing = g_task_get_task_data (task);
  MusterCliSession *session = listing->session;

  muster_platform_find_resources_async (session->platform, listing->kind,
                                        listing->named != NULL ? NULL
                                                               : session->options->search,
                                        listing->cursor, 0, session->cancellable, page_cb,
                                        task);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask   *task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError  *error = NULL;

  if (muster_cli_session_open_finish (listing->session, result, &error))
    {
      ask_for_page (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

void
muster_cli_command_resources_async (MusterCliSession   *session,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  GTask   *task = g_task_new (NULL, NULL, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->session = session;
  listing->kind = get_kind (session->options->command);
  listing->resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_source_tag (task, muster_cli_command_resources_async);
  g_task_set_task_data (task, listing, free_listing);
  muster_cli_session_open_async (session, opened_cb, task);
}
