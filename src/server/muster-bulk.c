/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-bulk.h"

#include <string.h>

#include "muster-message.h"
#include "muster-resource.h"
#include "muster-schema-check.h"
#include "muster-scim-urns.h"

static gboolean
run_sql (MusterBulk *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (self->work->database, sql, error);

  return statement != NULL
         && muster_database_run (self->work->database, statement, error);
}

/* "/Users/ID", or "/Users" for POST. @id is (nullable) and points into the path. */
static const MusterResourceType *
parse_path (const MusterBulkOperation *operation,
            const char                *path,
            const char               **id,
            GError                   **error)
{
  const MusterResourceType *type = NULL;
  const char               *name = path[0] == '/' ? path + 1 : path;
  const char               *slash = strchr (name, '/');
  gsize                     length = slash ? (gsize) (slash - name) : strlen (name);
  gboolean                  adds = operation->method == MUSTER_BULK_POST;
  g_autofree char          *quoted = NULL;

  *id = slash != NULL ? slash + 1 : NULL;
  if (adds == (*id == NULL) && (adds || ((*id)[0] != '\0' && !strchr (*id, '/'))))
    type = muster_resource_type_find (name, length);
  if (type != NULL)
    return type;

  quoted = muster_schema_quote (path);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "path: %s is not one for %s: write /Users%s.", quoted,
               operation->method_name, adds ? "" : "/ID");
  return NULL;
}

static void
keep_resource (MusterBulk               *self,
               MusterBulkOperation      *operation,
               const MusterResourceType *type,
               const char               *id)
{
  GString *location = g_string_sized_new (128);

  muster_record_append_location (self->work, type->schema->endpoint, id, location);
  g_free (operation->location);
  operation->location = g_string_free (location, FALSE);
  g_free (operation->id);
  operation->id = g_strdup (id);
}

/* Takes over @record, which is %NULL with an error that is set. */
static gboolean
keep_record (MusterBulk               *self,
             MusterBulkOperation      *operation,
             const MusterResourceType *type,
             MusterRecord             *record,
             guint                     status)
{
  if (record == NULL)
    return FALSE;

  operation->status = status;
  operation->etag = muster_record_dup_etag (record);
  keep_resource (self, operation, type, record->id);
  type->free (record);
  return TRUE;
}

static JsonNode *
get_data (const MusterBulkOperation *operation, GError **error)
{
  JsonNode *data = muster_message_get (operation->given, "data");

  if (data == NULL)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                         "data: the operation needs it.");
  return data;
}

/* (nullable): the patch in @data, which operations in a row often share. */
static const MusterPatch *
read_patch (MusterBulk               *self,
            const MusterResourceType *type,
            JsonNode                 *data,
            GError                  **error)
{
  if (self->patch != NULL && self->patch_data == data
      && self->patch->schema == type->schema)
    return self->patch;

  g_clear_pointer (&self->patch, muster_patch_free);
  self->patch = muster_patch_read (type->schema, data, error);
  self->patch_data = data;
  return self->patch;
}

static gboolean
patch_resource (MusterBulk               *self,
                MusterBulkOperation      *operation,
                const MusterResourceType *type,
                const char               *id,
                JsonNode                 *data,
                GError                  **error)
{
  MusterPrecondition precondition = { operation->version, NULL };
  const MusterPatch *patch = read_patch (self, type, data, error);

  return patch != NULL
         && keep_record (self, operation, type,
                         muster_resource_apply (self->work, type, id, &precondition,
                                                patch, 0, error),
                         200);
}

static gboolean
change (MusterBulk               *self,
        MusterBulkOperation      *operation,
        const MusterResourceType *type,
        const char               *id,
        GError                  **error)
{
  MusterPrecondition precondition = { operation->version, NULL };
  JsonNode          *data;

  if (operation->method == MUSTER_BULK_DELETE)
    {
      operation->status = 204;
      return muster_resource_delete (self->work, type, id, &precondition, error);
    }

  data = get_data (operation, error);
  if (data == NULL)
    return FALSE;
  if (operation->method == MUSTER_BULK_POST)
    return keep_record (self, operation, type,
                        muster_resource_create (self->work, type, data, error), 201);
  if (operation->method == MUSTER_BULK_PUT)
    return keep_record (self, operation, type,
                        muster_resource_replace (self->work, type, id, &precondition,
                                                 data, error),
                        200);
  return patch_resource (self, operation, type, id, data, error);
}

static gint64
count_changes (MusterBulk *self)
{
  return sqlite3_total_changes64 (muster_database_get_handle (self->work->database));
}

static gboolean
carry_out (MusterBulk          *self,
           MusterBulkOperation *operation,
           const char          *path,
           GError             **error)
{
  const MusterResourceType *type;
  const char               *id;

  self->n_changes = count_changes (self);
  if (self->apart && !run_sql (self, "SAVEPOINT operation", error))
    return FALSE;
  type = parse_path (operation, path, &id, error);
  if (type == NULL)
    return FALSE;

  if (id != NULL)
    keep_resource (self, operation, type, id);
  return change (self, operation, type, id, error)
         && (!self->apart || run_sql (self, "RELEASE operation", error));
}

/* What the store fails in is not one operation's fault: all of them are given up. */
static gboolean
is_of_store (const GError *error)
{
  return error->domain != MUSTER_SERVER_ERROR || error->code == MUSTER_SERVER_ERROR_STORE
         || error->code == MUSTER_SERVER_ERROR_UNAVAILABLE;
}

/* An operation that failed before it wrote anything, as nearly all do, needs no
 * savepoint; and a savepoint costs the others a copy of each page that they change. */
static gboolean
undo (MusterBulk *self, GError **error)
{
  if (self->apart)
    return run_sql (self, "ROLLBACK TO operation", error)
           && run_sql (self, "RELEASE operation", error)
           && muster_work_forget (self->work, error);
  if (count_changes (self) == self->n_changes)
    return TRUE;

  self->spoilt = TRUE;
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
                       "An operation failed in the middle.");
  return FALSE;
}

static gboolean
take_failure (MusterBulk          *self,
              MusterBulkOperation *operation,
              gboolean             began,
              GError              *failure,
              GError             **error)
{
  if (is_of_store (failure))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  operation->state = MUSTER_BULK_FAILED;
  operation->status = muster_server_error_get_status ((MusterServerError) failure->code);
  operation->error = failure;
  g_clear_pointer (&operation->etag, g_free);
  self->n_errors++;
  return !began || undo (self, error);
}

gboolean
muster_bulk_run_operation (MusterBulk          *self,
                           MusterBulkOperation *operation,
                           GError             **error)
{
  g_autofree char *path = NULL;
  GError          *failure = NULL;
  gboolean         resolved;

  if (operation->state != MUSTER_BULK_WAITING)
    return TRUE;

  operation->state = MUSTER_BULK_RUNNING;
  if (operation->malformed != NULL)
    return take_failure (self, operation, FALSE, g_steal_pointer (&operation->malformed),
                         error);
  resolved = muster_bulk_resolve (self, operation, &path, &failure);
  if (!resolved
      || !carry_out (self, operation, path != NULL ? path : operation->path, &failure))
    return take_failure (self, operation, resolved, failure, error);

  operation->state = MUSTER_BULK_DONE;
  return TRUE;
}

gboolean
muster_bulk_run (MusterBulk *self, GError **error)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      if (self->fail_on_errors > 0 && self->n_errors >= self->fail_on_errors)
        break;
      if (!muster_bulk_run_operation (self,
                                      &g_array_index (self->operations,
                                                      MusterBulkOperation, i),
                                      error))
        return FALSE;
    }
  return TRUE;
}
