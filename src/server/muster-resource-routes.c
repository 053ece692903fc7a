/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-list.h"
#include "muster-message.h"
#include "muster-resource-reply.h"
#include "muster-resource.h"

static const MusterResourceType *
get_type (const MusterContext *context)
{
  return context->route->data;
}

static const char *
get_id (const MusterContext *context)
{
  return muster_request_get_capture (context->request, 0);
}

static MusterPrecondition
get_precondition (const MusterContext *context)
{
  return (MusterPrecondition){ context->request->if_match,
                               context->request->if_none_match };
}

/* Takes over @record, which is %NULL with an error that is set. */
static MusterReply *
reply_record (MusterContext          *context,
              MusterWork             *work,
              MusterRecord           *record,
              const MusterProjection *projection,
              guint                   status,
              GError                **error)
{
  MusterReply *reply;

  if (record == NULL)
    return NULL;

  reply = muster_resource_reply_new (work, get_type (context), record, projection, status,
                                     error);
  get_type (context)->free (record);
  return reply;
}

static gboolean
read_projection (MusterContext *context, MusterProjection *projection, GError **error)
{
  return muster_resource_reply_read (context->request, get_type (context)->schema,
                                     projection, error);
}

static MusterReply *
reply_list (MusterContext *context, const MusterListQuery *query, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  g_autoptr (GString) text = g_string_sized_new (4096);

  if (work == NULL || !muster_list_append (work, get_type (context), query, text, error))
    return NULL;
  return muster_reply_new_text (200, g_steal_pointer (&text));
}

static MusterReply *
list_cb (MusterContext *context, GError **error)
{
  MusterListQuery query;
  MusterReply    *reply = NULL;

  if (muster_list_query_read (&query, context->request, error))
    reply = reply_list (context, &query, error);
  muster_list_query_clear (&query);
  return reply;
}

static MusterReply *
search_cb (MusterContext *context, GError **error)
{
  MusterListQuery query;
  MusterReply    *reply = NULL;

  if (muster_list_query_read_message (&query, context->request->body, error))
    reply = reply_list (context, &query, error);
  muster_list_query_clear (&query);
  return reply;
}

static MusterReply *
get_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  MusterProjection projection;
  MusterRecord    *record;

  if (work == NULL || !read_projection (context, &projection, error))
    return NULL;

  record = muster_resource_get (work, get_type (context), get_id (context),
                                projection.attributes, error);
  if (record != NULL
      && muster_precondition_names (context->request->if_none_match, record))
    {
      MusterReply *reply = muster_reply_new (304);

      reply->etag = muster_record_dup_etag (record);
      get_type (context)->free (record);
      return reply;
    }
  return reply_record (context, work, record, &projection, 200, error);
}

static MusterReply *
create_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  g_autoptr (JsonNode) body = NULL;
  MusterProjection projection;

  if (work == NULL || !read_projection (context, &projection, error))
    return NULL;
  body = muster_message_parse_body (context->request->body, error);
  if (body == NULL)
    return NULL;

  return reply_record (context, work,
                       muster_resource_create (work, get_type (context), body, error),
                       &projection, 201, error);
}

static MusterReply *
replace_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  g_autoptr (JsonNode) body = NULL;
  MusterPrecondition precondition = get_precondition (context);
  MusterProjection   projection;

  if (work == NULL || !read_projection (context, &projection, error))
    return NULL;
  body = muster_message_parse_body (context->request->body, error);
  if (body == NULL)
    return NULL;

  return reply_record (context, work,
                       muster_resource_replace (work, get_type (context),
                                                get_id (context), &precondition, body,
                                                error),
                       &projection, 200, error);
}

static MusterReply *
patch_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  g_autoptr (JsonNode) body = NULL;
  MusterPrecondition precondition = get_precondition (context);
  MusterProjection   projection;

  if (work == NULL || !read_projection (context, &projection, error))
    return NULL;
  body = muster_message_parse_body (context->request->body, error);
  if (body == NULL)
    return NULL;

  return reply_record (context, work,
                       muster_resource_patch (work, get_type (context), get_id (context),
                                              &precondition, body, projection.attributes,
                                              error),
                       &projection, 200, error);
}

static MusterReply *
delete_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);
  MusterPrecondition precondition = get_precondition (context);

  if (work == NULL
      || !muster_resource_delete (work, get_type (context), get_id (context),
                                  &precondition, error))
    return NULL;
  return muster_reply_new (204);
}

#define LINE(route_method, path, route_flags, route_handler, type)                       \
  {                                                                                      \
    .method = route_method, .pattern = "/scim/v2/" path, .flags = route_flags,           \
    .handler = route_handler, .data = &muster_resource_type_##type                       \
  }

#define LINES(name, type)                                                                \
  LINE ("GET", name, MUSTER_ROUTE_READS, list_cb, type),                                 \
    LINE ("POST", name, MUSTER_ROUTE_WRITES, create_cb, type),                           \
    LINE ("POST", name "/.search", MUSTER_ROUTE_READS, search_cb, type),                 \
    LINE ("GET", name "/*", MUSTER_ROUTE_READS, get_cb, type),                           \
    LINE ("PUT", name "/*", MUSTER_ROUTE_WRITES, replace_cb, type),                      \
    LINE ("PATCH", name "/*", MUSTER_ROUTE_WRITES, patch_cb, type),                      \
    LINE ("DELETE", name "/*", MUSTER_ROUTE_WRITES, delete_cb, type)

const MusterRoute muster_resource_routes[] = {
  LINES ("Users", user),
  LINES ("Roles", role),
  LINES ("Organizations", organization),
  LINES ("Companies", company),
  { NULL },
};
