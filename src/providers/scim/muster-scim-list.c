/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-platform-error.h"
#include "muster-scim-cursor.h"
#include "muster-scim-exchange.h"
#include "muster-scim-filter.h"
#include "muster-scim-urns.h"

/* Servers and what stands before them cut longer ones off. */
#define MAX_QUERY 2000

typedef struct
{
  MusterScimServer    *server; /* (not owned): the platform's, which the caller keeps */
  MusterScimCursor     cursor;
  guint                count;
  MusterScimItemReader reader;
  guint                data;
  GDestroyNotify       free_item;
} List;

static void
free_list (gpointer data)
{
  List *list = data;

  muster_scim_cursor_clear (&list->cursor);
  g_free (list);
}

static gboolean
uses_cursors (const List *list)
{
  return list->server->dialect.has_cursors;
}

/* A server that sorts keeps its order from page to page; ours does so anyway. */
static gboolean
wants_sorting (const List *list)
{
  const MusterScimDialect *dialect = &list->server->dialect;

  return dialect->has_sort && !dialect->has_profile && !dialect->has_cursors;
}

static void
append_parameter (GString *query, const char *name, const char *value)
{
  g_string_append_printf (query, "%c%s=", query->len == 0 ? '?' : '&', name);
  g_string_append_uri_escaped (query, value, NULL, FALSE);
}

static GString *
print_query (const List *list, const MusterScimListing *listing)
{
  GString         *query = g_string_new (NULL);
  g_autofree char *attributes = listing->attributes != NULL
                                  ? g_strjoinv (",", (char **) listing->attributes)
                                  : NULL;

  if (listing->filter != NULL)
    append_parameter (query, "filter", listing->filter);
  if (attributes != NULL)
    append_parameter (query, "attributes", attributes);
  if (wants_sorting (list))
    append_parameter (query, "sortBy", "userName");
  if (uses_cursors (list))
    append_parameter (query, "cursor",
                      list->cursor.token != NULL ? list->cursor.token : "");
  else
    g_string_append_printf (query, "%cstartIndex=%" G_GINT64_FORMAT,
                            query->len == 0 ? '?' : '&', list->cursor.position);
  g_string_append_printf (query, "&count=%u", list->count);
  return query;
}

static GString *
print_search (const List *list, const MusterScimListing *listing)
{
  GString *body = g_string_new ("{\"schemas\":[\"" MUSTER_SCIM_URN_SEARCH_REQUEST "\"]");

  if (listing->filter != NULL)
    {
      g_string_append (body, ",\"filter\":");
      muster_scim_append_string (body, listing->filter);
    }
  for (guint i = 0; listing->attributes != NULL && listing->attributes[i] != NULL; i++)
    {
      g_string_append (body, i == 0 ? ",\"attributes\":[" : ",");
      muster_scim_append_string (body, listing->attributes[i]);
      if (listing->attributes[i + 1] == NULL)
        g_string_append_c (body, ']');
    }
  if (wants_sorting (list))
    g_string_append (body, ",\"sortBy\":\"userName\"");
  if (uses_cursors (list))
    {
      g_string_append (body, ",\"cursor\":");
      muster_scim_append_string (body,
                                 list->cursor.token != NULL ? list->cursor.token : "");
    }
  else
    g_string_append_printf (body, ",\"startIndex\":%" G_GINT64_FORMAT,
                            list->cursor.position);
  g_string_append_printf (body, ",\"count\":%u}", list->count);
  return body;
}

static MusterHttpRequest *
new_request (const List *list, const MusterScimListing *listing)
{
  g_autofree char   *path = NULL;
  MusterHttpRequest *request;
  g_autoptr (GString) query = print_query (list, listing);

  if (!list->server->dialect.has_profile && query->len <= MAX_QUERY)
    {
      path = g_strconcat (listing->endpoint, query->str, NULL);
      return muster_scim_server_new_request (list->server, "GET", path);
    }
  path = g_strconcat (listing->endpoint, "/.search", NULL);
  request = muster_scim_server_new_request (list->server, "POST", path);
  muster_scim_server_set_json (request, print_search (list, listing));
  return request;
}

static gboolean
read_items (const List *list, JsonObject *object, GPtrArray *items, GError **error)
{
  MusterScimPlace place = { .member = "Resources" };
  JsonArray      *resources;

  if (!muster_scim_json_get_array (object, "Resources", NULL, &resources, error))
    return FALSE;
  for (guint i = 0; resources != NULL && i < json_array_get_length (resources); i++)
    {
      MusterScimPlace element = { .parent = &place, .index = i };
      JsonObject     *resource;
      gpointer        item;

      if (!muster_scim_json_get_element (resources, &element, &resource, error))
        return FALSE;
      item = list->reader (list->server, resource, &element, list->data, error);
      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
    }
  return TRUE;
}

/* (nullable): of the first resource, which the reader has checked. */
static const char *
peek_first_id (JsonObject *object)
{
  JsonArray *resources = json_object_get_array_member (object, "Resources");

  return json_object_get_string_member (json_array_get_object_element (resources, 0),
                                        "id");
}

/* @next: (transfer full) (nullable) */
static gboolean
find_next_token (const List *list, JsonObject *object, char **next, GError **error)
{
  MusterScimPlace place = { .member = "nextCursor" };
  const char     *token;

  if (!muster_scim_json_get_string (object, "nextCursor", NULL, &token, error))
    return FALSE;
  if (token == NULL || *token == '\0')
    return TRUE;
  if (g_strcmp0 (token, list->cursor.token) == 0)
    return muster_scim_json_fail (&place, N_ ("%s leads to the same page again"), error);
  *next = muster_scim_cursor_print_token (token);
  return TRUE;
}

static char *
find_next_position (const List *list, JsonObject *object, GPtrArray *items, gint64 total)
{
  gint64      next = list->cursor.position + items->len;
  const char *first_id;

  if (items->len == 0)
    return NULL;
  first_id = peek_first_id (object);
  if (list->cursor.first_id != NULL && g_str_equal (first_id, list->cursor.first_id))
    {
      /* Past the end some servers give the first page again. */
      g_ptr_array_set_size (items, 0);
      return NULL;
    }
  if (total >= 0 && next > total)
    return NULL;
  return muster_scim_cursor_print_position (next, list->cursor.first_id != NULL
                                                    ? list->cursor.first_id
                                                    : first_id);
}

/* @object is a list response (RFC 7644 §3.4.2) if anything in it says so. */
static gboolean
check_list (JsonObject *object, GError **error)
{
  return json_object_has_member (object, "Resources")
         || json_object_has_member (object, "totalResults")
         || muster_scim_json_lists (object, "schemas", MUSTER_SCIM_URN_LIST_RESPONSE)
         || muster_scim_json_fail (NULL, N_ ("%s is no list"), error);
}

static MusterPage *
read_page (const List *list, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (list->count, list->free_item);
  g_autofree char *next = NULL;
  gint64           total = -1;

  if (!check_list (object, error)
      || !muster_scim_json_get_int (object, "totalResults", NULL, &total, error)
      || !read_items (list, object, items, error))
    return NULL;
  if (!uses_cursors (list))
    next = find_next_position (list, object, items, total);
  else if (!find_next_token (list, object, &next, error))
    return NULL;
  return muster_page_new (items, next, total);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  List   *list = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);
  MusterPage *page = reply != NULL ? read_page (list, reply->object, &error) : NULL;

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) muster_page_free);
  else
    g_task_return_error (task, error);
}

void
muster_scim_list_async (MusterScimServer        *server,
                        const MusterScimListing *listing,
                        MusterScimItemReader     reader,
                        guint                    data,
                        GDestroyNotify           free_item,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  List *list = g_new0 (List, 1);

  g_task_set_source_tag (task, muster_scim_list_async);
  g_task_set_task_data (task, list, free_list);
  list->server = server;
  list->count = listing->count;
  list->reader = reader;
  list->data = data;
  list->free_item = free_item;
  if (!muster_scim_cursor_parse (&list->cursor, listing->cursor)
      || (list->cursor.token != NULL && !uses_cursors (list)))
    {
      g_task_return_error (task,
                           muster_platform_error_new (MUSTER_PLATFORM_ERROR_BAD_REQUEST,
                                                      0, "invalidCursor", NULL,
                                                      _ ("This list cannot go on here: "
                                                         "begin it again.")));
      return;
    }
  muster_scim_exchange_async (server->client, new_request (list, listing), cancellable,
                              listed_cb, g_steal_pointer (&task));
}

MusterPage *
muster_scim_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
