/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-bulk.h"

#include "muster-json-writer.h"
#include "muster-scim-urns.h"

static void
append_text (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;

  muster_json_append_name (out, name);
  muster_json_append_string (out, text);
}

static void
append_operation (const MusterBulkOperation *operation, GString *out)
{
  g_autoptr (JsonNode) response = NULL;

  g_string_append_c (out, '{');
  append_text (out, "method", operation->method_name);
  append_text (out, "bulkId", operation->bulk_id);
  append_text (out, "location", operation->location);
  append_text (out, "version", operation->etag);
  muster_json_append_name (out, "status");
  g_string_append_printf (out, "\"%u\"", operation->status);
  if (operation->error != NULL)
    {
      response = muster_reply_build_error (operation->error);
      muster_json_append_name (out, "response");
      muster_json_append_node (out, response);
    }
  g_string_append_c (out, '}');
}

/* The BulkResponse: one answer for each operation that was carried out. */
static void
append_response (const MusterBulk *self, GString *out)
{
  gboolean first = TRUE;

  g_string_append (out, "{\"schemas\":[\"" MUSTER_SCIM_URN_BULK_RESPONSE "\"],"
                        "\"Operations\":[");
  for (guint i = 0; i < self->operations->len; i++)
    {
      const MusterBulkOperation *operation
        = &g_array_index (self->operations, MusterBulkOperation, i);

      if (operation->state == MUSTER_BULK_WAITING)
        continue;
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      append_operation (operation, out);
    }
  g_string_append (out, "]}");
}

/* (transfer full) (nullable): the request carried out. @spoilt: it must be once more. */
static MusterBulk *
read_and_run (
  MusterWork *work, GBytes *body, gboolean apart, gboolean *spoilt, GError **error)
{
  g_autoptr (MusterBulk) self = muster_bulk_read (work, body, error);

  if (self == NULL)
    return NULL;
  self->apart = apart;
  if (muster_bulk_run (self, error))
    return g_steal_pointer (&self);
  *spoilt = self->spoilt;
  return NULL;
}

/* All operations share one savepoint, until one of them needs its own. */
static MusterBulk *
run_bulk (MusterWork *work, GBytes *body, GError **error)
{
  GError     *failure = NULL;
  gboolean    spoilt = FALSE;
  MusterBulk *self;

  if (!muster_database_execute (work->database, "SAVEPOINT bulk", error))
    return NULL;
  self = read_and_run (work, body, FALSE, &spoilt, &failure);
  if (failure != NULL && !spoilt)
    g_propagate_error (error, failure);
  if (!spoilt)
    return self;

  g_error_free (failure);
  work->n_passwords = 0;
  if (!muster_database_execute (work->database, "ROLLBACK TO bulk", error)
      || !muster_work_forget (work, error))
    return NULL;
  return read_and_run (work, body, TRUE, &spoilt, error);
}

static MusterReply *
bulk_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  g_autoptr (MusterBulk) self = NULL;
  GString *out;

  if (work == NULL)
    return NULL;
  self = run_bulk (work, context->request->body, error);
  if (self == NULL)
    return NULL;

  out = g_string_sized_new (256 * self->operations->len + 256);
  append_response (self, out);
  return muster_reply_new_text (200, out);
}

const MusterRoute muster_bulk_routes[] = {
  { .method = "POST",
    .pattern = "/scim/v2/Bulk",
    .flags = MUSTER_ROUTE_WRITES,
    .handler = bulk_cb },
  { NULL },
};
