/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-message.h"
#include "muster-resource-reply.h"
#include "muster-resource.h"
#include "muster-user-record.h"

/* The attributes in which the fields of one's own profile stand. */
#define OWN_ATTRIBUTES                                                                   \
  (MUSTER_ATTRIBUTE (MUSTER_USER_NAME) | MUSTER_ATTRIBUTE (MUSTER_USER_TITLE)            \
   | MUSTER_ATTRIBUTE (MUSTER_USER_PHONE_NUMBERS)                                        \
   | MUSTER_ATTRIBUTE (MUSTER_USER_ADDRESSES)                                            \
   | MUSTER_ATTRIBUTE (MUSTER_USER_TIME_ZONE))

static const char *const own_name[] = { "givenName", "familyName", NULL };
static const char *const own_address[] = {
  "streetAddress", "locality", "region", "postalCode", "country", "type", NULL,
};

static MusterWork *
begin (const MusterContext *context, MusterUserRecord **record, GError **error)
{
  g_autoptr (MusterWork) work = muster_work_new (context, error);

  if (work == NULL)
    return NULL;

  work->own = TRUE;
  *record = muster_user_record_load_row (work, context->caller->row, error);
  return *record != NULL ? g_steal_pointer (&work) : NULL;
}

static MusterReply *
get_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterUserRecord) record = NULL;
  g_autoptr (MusterWork) work = NULL;
  MusterProjection projection;

  if (!muster_resource_reply_read (context->request, &muster_schema_user, &projection,
                                   error))
    return NULL;
  work = begin (context, &record, error);
  if (work == NULL)
    return NULL;

  if (muster_precondition_names (context->request->if_none_match, &record->base))
    {
      MusterReply *reply = muster_reply_new (304);

      reply->etag = muster_record_dup_etag (&record->base);
      return reply;
    }
  return muster_resource_reply_new (work, &muster_resource_type_user, &record->base,
                                    &projection, 200, error);
}

static gboolean
refuse (GError **error, const char *name)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_MUTABILITY,
               "%s: only an administrator can change it; your own are your name, job "
               "title, phones, address and time zone.",
               name);
  return FALSE;
}

static gboolean
check_touched (const MusterPatch *patch, GError **error)
{
  for (guint i = 0; i < patch->steps->len; i++)
    {
      const MusterPatchStep *step = patch->steps->pdata[i];

      if ((MUSTER_ATTRIBUTE (step->attribute->key) & OWN_ATTRIBUTES) == 0)
        return refuse (error, step->attribute->name);
    }
  return TRUE;
}

/* The object without the members that are the user's own. */
static JsonNode *
strip_members (JsonNode *value, const char *const *own)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!g_strv_contains (own, name))
        json_object_set_member (rest, name, json_node_ref (member));
    }
  return json_node_init_object (json_node_alloc (), rest);
}

static gboolean
is_own_phone (const char *type)
{
  return g_ascii_strcasecmp (type, "work") == 0
         || g_ascii_strcasecmp (type, "mobile") == 0;
}

/* What of an attribute is not the user's own to change. Returns: (transfer full). */
static JsonNode *
build_rest (guint key, JsonNode *value)
{
  g_autoptr (JsonArray) rest = json_array_new ();
  JsonArray *array;

  if (key == MUSTER_USER_NAME)
    return strip_members (value, own_name);

  array = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *element = json_array_get_element (array, i);
      const char *type
        = json_object_get_string_member_with_default (json_node_get_object (element),
                                                      "type", "");

      if (key == MUSTER_USER_ADDRESSES)
        json_array_add_element (rest, strip_members (element, own_address));
      else if (!is_own_phone (type))
        json_array_add_element (rest, json_node_ref (element));
    }
  return json_node_init_array (json_node_alloc (), rest);
}

static gboolean
is_empty (JsonNode *rest)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (rest))
    return json_object_get_size (json_node_get_object (rest)) == 0;

  array = json_node_get_array (rest);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!is_empty (json_array_get_element (array, i)))
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
dup_rest (MusterUserRecord *record, guint key, const char *name, GError **error)
{
  JsonObject *doc = muster_user_record_get_doc (record, error);
  JsonNode   *value;

  if (doc == NULL)
    return NULL;

  value = json_object_get_member (doc, name);
  return value != NULL ? build_rest (key, value) : json_node_new (JSON_NODE_NULL);
}

static gboolean
keeps_rest (MusterUserRecord *before,
            MusterUserRecord *after,
            guint             key,
            const char       *name,
            GError          **error)
{
  g_autoptr (JsonNode) old = dup_rest (before, key, name, error);
  g_autoptr (JsonNode) rest = old != NULL ? dup_rest (after, key, name, error) : NULL;

  if (rest == NULL)
    return FALSE;
  if (json_node_equal (old, rest)
      || ((JSON_NODE_HOLDS_NULL (old) || is_empty (old))
          && (JSON_NODE_HOLDS_NULL (rest) || is_empty (rest))))
    return TRUE;
  return refuse (error, name);
}

static gboolean
check_own (MusterUserRecord *before, MusterUserRecord *after, GError **error)
{
  return keeps_rest (before, after, MUSTER_USER_NAME, "name", error)
         && keeps_rest (before, after, MUSTER_USER_PHONE_NUMBERS, "phoneNumbers", error)
         && keeps_rest (before, after, MUSTER_USER_ADDRESSES, "addresses", error);
}

static MusterReply *
change_own (MusterContext *context, const MusterPatch *patch, GError **error)
{
  g_autoptr (MusterUserRecord) before = NULL;
  g_autoptr (MusterUserRecord) after = NULL;
  g_autoptr (MusterWork) work = begin (context, &before, error);
  MusterPrecondition precondition
    = { context->request->if_match, context->request->if_none_match };
  MusterProjection projection;

  if (work == NULL
      || !muster_resource_reply_read (context->request, &muster_schema_user, &projection,
                                      error)
      || !muster_precondition_check (&precondition, &before->base, error))
    return NULL;

  after
    = (MusterUserRecord *) muster_resource_patch_record (work, &muster_resource_type_user,
                                                         &before->base, patch, error);
  if (after == NULL || !check_own (before, after, error))
    return NULL;
  return muster_resource_reply_new (work, &muster_resource_type_user, &after->base,
                                    &projection, 200, error);
}

/* What is refused after it was saved is rolled back with the route's transaction. */
static MusterReply *
patch_cb (MusterContext *context, GError **error)
{
  g_autoptr (MusterPatch) patch = NULL;
  g_autoptr (JsonNode) body = NULL;

  body = muster_message_parse_body (context->request->body, error);
  if (body == NULL)
    return NULL;
  patch = muster_patch_read (&muster_schema_user, body, error);
  if (patch == NULL || !check_touched (patch, error))
    return NULL;
  return change_own (context, patch, error);
}

const MusterRoute muster_me_routes[] = {
  { .method = "GET",
    .pattern = "/scim/v2/Me",
    .flags = MUSTER_ROUTE_UNGATED,
    .handler = get_cb },
  { .method = "PATCH",
    .pattern = "/scim/v2/Me",
    .flags = MUSTER_ROUTE_WRITES | MUSTER_ROUTE_UNGATED,
    .handler = patch_cb },
  { NULL },
};
