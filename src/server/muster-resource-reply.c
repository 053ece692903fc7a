/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-resource-reply.h"

#include "muster-list.h"

gboolean
muster_resource_reply_read (const MusterRequest *request,
                            const MusterSchema  *schema,
                            MusterProjection    *projection,
                            GError             **error)
{
  g_auto (GStrv) attributes = NULL;
  g_auto (GStrv) excluded = NULL;

  attributes = muster_list_split_names (muster_request_get_query (request, "attributes"));
  excluded
    = muster_list_split_names (muster_request_get_query (request, "excludedAttributes"));
  return muster_projection_read (projection, schema, (const char *const *) attributes,
                                 (const char *const *) excluded, error);
}

MusterReply *
muster_resource_reply_new (MusterWork               *work,
                           const MusterResourceType *type,
                           MusterRecord             *record,
                           const MusterProjection   *projection,
                           guint                     status,
                           GError                  **error)
{
  g_autoptr (GString) text = g_string_sized_new (1024);
  g_autoptr (GString) location = NULL;
  MusterReply *reply;

  if (!type->append (work, record, projection, text, error))
    return NULL;

  reply = muster_reply_new_text (status, g_steal_pointer (&text));
  reply->etag = muster_record_dup_etag (record);
  if (status == 201)
    {
      location = g_string_new (NULL);
      muster_record_append_location (work, type->schema->endpoint, record->id, location);
      reply->location = g_strdup (location->str);
    }
  return reply;
}
