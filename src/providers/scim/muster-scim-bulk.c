/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-bulk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-scim-filter.h"
#include "muster-scim-json.h"
#include "muster-scim-patch-writer.h"
#include "muster-scim-result.h"
#include "muster-scim-server.h"
#include "muster-scim-urns.h"

static void
print_operation (const MusterWrite       *write,
                 gboolean                 bare,
                 const MusterScimDialect *dialect,
                 GString                 *out)
{
  g_autofree char *path = muster_scim_server_dup_user_path (write->user_id);

  g_string_append_printf (out, "{\"method\":\"PATCH\",\"path\":\"%s\"", path);
  if (write->version != NULL && dialect->has_versions)
    {
      g_string_append (out, ",\"version\":");
      muster_scim_append_string (out, write->version);
    }
  g_string_append (out, ",\"data\":");
  muster_scim_patch_print (write->operations, dialect, bare, out);
  g_string_append_c (out, '}');
}

guint
muster_scim_bulk_print (GPtrArray               *writes,
                        guint                    first,
                        guint                    max_operations,
                        gsize                    max_bytes,
                        gboolean                 bare,
                        const MusterScimDialect *dialect,
                        GString                 *out)
{
  static const char end[] = "]}";
  guint             n_writes = 0;

  g_string_append (out, "{\"schemas\":[\"" MUSTER_SCIM_URN_BULK_REQUEST
                        "\"],\"Operations\":[");
  while (first + n_writes < writes->len && n_writes < max_operations)
    {
      gsize before = out->len;

      if (n_writes > 0)
        g_string_append_c (out, ',');
      print_operation (g_ptr_array_index (writes, first + n_writes), bare, dialect, out);
      if (n_writes > 0 && out->len + strlen (end) > max_bytes)
        {
          g_string_truncate (out, before);
          break;
        }
      n_writes++;
    }
  g_string_append (out, end);
  return n_writes;
}

/* A bulk answer being read. */
typedef struct
{
  GPtrArray          *writes; /* (not owned): of MusterWrite */
  guint               first;
  guint               n_writes;
  GHashTable         *positions; /* (owned): id → position from @first, plus one */
  MusterWriteResult **results;   /* (not owned) */
} Reading;

/* (nullable): the user that `…/Users/ID` speaks of, unescaped. */
static char *
find_user_id (const char *location)
{
  g_autofree char *path = g_strndup (location, strcspn (location, "?#"));
  const char      *slash = strrchr (path, '/');

  return slash != NULL ? g_uri_unescape_string (slash + 1, NULL) : NULL;
}

/* @position: -1 where nothing says which of the writes is meant. */
static gboolean
find_position (const Reading         *self,
               JsonObject            *operation,
               guint                  index,
               guint                  n_operations,
               const MusterScimPlace *place,
               int                   *position,
               GError               **error)
{
  const char      *location;
  g_autofree char *id = NULL;
  guint            found = 0;

  *position = -1;
  if (!muster_scim_json_get_string (operation, "location", place, &location, error))
    return FALSE;
  if (location != NULL)
    id = find_user_id (location);
  if (id != NULL)
    found = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));
  if (found > 0)
    *position = (int) found - 1;
  else if (n_operations == self->n_writes)
    /* One answer for each, in order, as the RFC has it. */
    *position = (int) index;
  return TRUE;
}

/* "200", or {"code": "200"}, or 200. 0: none of them. */
static guint
read_status (JsonObject *operation)
{
  JsonNode *node = json_object_get_member (operation, "status");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), "code");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return (guint) CLAMP (json_node_get_int (node), 0, 999);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return (guint) MIN (g_ascii_strtoull (json_node_get_string (node), NULL, 10), 999);
  return 0;
}

static gboolean
read_version (JsonObject            *operation,
              JsonObject            *response,
              const MusterScimPlace *place,
              const char           **version,
              GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = "response" };
  MusterScimPlace in_meta = { .parent = &here, .member = "meta" };
  JsonObject     *meta = NULL;

  if (!muster_scim_json_get_string (operation, "version", place, version, error))
    return FALSE;
  if (*version != NULL || response == NULL)
    return TRUE;
  if (!muster_scim_json_get_object (response, "meta", &here, &meta, error))
    return FALSE;
  return meta == NULL
         || muster_scim_json_get_string (meta, "version", &in_meta, version, error);
}

static gboolean
read_operation (const Reading         *self,
                JsonObject            *operation,
                guint                  index,
                guint                  n_operations,
                const MusterScimPlace *place,
                GError               **error)
{
  g_auto (MusterScimFault) fault = { NULL };
  JsonObject *response;
  const char *version;
  int         position;

  if (!find_position (self, operation, index, n_operations, place, &position, error)
      || !muster_scim_json_get_object (operation, "response", place, &response, error)
      || !read_version (operation, response, place, &version, error))
    return FALSE;
  if (position < 0 || self->results[self->first + (guint) position] != NULL)
    return TRUE;
  if (response != NULL)
    muster_scim_fault_read (&fault, response);
  self->results[self->first + (guint) position]
    = muster_scim_result_new (read_status (operation), &fault, version,
                              g_ptr_array_index (self->writes,
                                                 self->first + (guint) position));
  return TRUE;
}

static void
fill_unsure (const Reading *self)
{
  for (guint i = self->first; i < self->first + self->n_writes; i++)
    if (self->results[i] == NULL)
      self->results[i]
        = muster_write_result_new (MUSTER_WRITE_UNSURE,
                                   _ ("The platform's answer leaves this user out."),
                                   NULL, NULL);
}

static void
index_writes (Reading *self)
{
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_writes; i++)
    {
      MusterWrite *write = g_ptr_array_index (self->writes, self->first + i);

      g_hash_table_insert (self->positions, write->user_id, GUINT_TO_POINTER (i + 1));
    }
}

static void
clear_results (const Reading *self)
{
  for (guint i = self->first; i < self->first + self->n_writes; i++)
    g_clear_pointer (&self->results[i], muster_write_result_free);
}

gboolean
muster_scim_bulk_read (JsonObject         *answer,
                       GPtrArray          *writes,
                       guint               first,
                       guint               n_writes,
                       MusterWriteResult **results,
                       GError            **error)
{
  Reading         reading = { writes, first, n_writes, NULL, results };
  MusterScimPlace place = { .member = "Operations" };
  JsonArray      *operations;
  gboolean        usable = TRUE;

  if (!muster_scim_json_get_array (answer, "Operations", NULL, &operations, error))
    return FALSE;
  if (operations == NULL)
    return muster_scim_json_fail (&place, N_ ("%s is missing"), error);
  index_writes (&reading);
  for (guint i = 0; usable && i < json_array_get_length (operations); i++)
    {
      MusterScimPlace element = { .parent = &place, .index = i };
      JsonObject     *operation;

      usable = muster_scim_json_get_element (operations, &element, &operation, error)
               && read_operation (&reading, operation, i,
                                  json_array_get_length (operations), &element, error);
    }
  if (usable)
    fill_unsure (&reading);
  else
    clear_results (&reading);
  g_hash_table_unref (reading.positions);
  return usable;
}
