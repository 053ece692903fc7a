/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-reply.h"

#include "muster-scim-urns.h"

#define RETRY_AFTER_BUSY 1
#define RETRY_AFTER_UNAVAILABLE 5

MusterReply *
muster_reply_new (guint status)
{
  MusterReply *self = g_new0 (MusterReply, 1);

  self->status = status;
  self->content_type = MUSTER_SCIM_MEDIA_TYPE;
  return self;
}

MusterReply *
muster_reply_new_json (guint status, JsonNode *root)
{
  MusterReply *self = muster_reply_new (status);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;
  char *text;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  self->body = g_bytes_new_take (text, length);
  return self;
}

MusterReply *
muster_reply_new_text (guint status, GString *json)
{
  MusterReply *self = muster_reply_new (status);

  self->body = g_string_free_to_bytes (json);
  return self;
}

static void
add_member (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

JsonNode *
muster_reply_build_error (const GError *error)
{
  gboolean    is_ours = error->domain == MUSTER_SERVER_ERROR;
  guint       status = is_ours ? muster_server_error_get_status (error->code) : 500;
  const char *scim_type
    = is_ours ? muster_server_error_get_scim_type (error->code) : NULL;
  const char      *detail = is_ours
                              ? error->message
                              : "The server failed. Its operator finds the reason in its log.";
  g_autofree char *number = g_strdup_printf ("%u", status);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schemas");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, MUSTER_SCIM_URN_ERROR);
  json_builder_end_array (builder);
  add_member (builder, "status", number);
  if (scim_type != NULL)
    add_member (builder, "scimType", scim_type);
  add_member (builder, "detail", detail);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

MusterReply *
muster_reply_new_error (const GError *error)
{
  g_autoptr (JsonNode) body = muster_reply_build_error (error);
  guint        status = 500;
  MusterReply *self;

  if (error->domain == MUSTER_SERVER_ERROR)
    status = muster_server_error_get_status (error->code);
  if (status >= 500)
    g_message ("A request failed: %s", error->message);
  self = muster_reply_new_json (status, body);
  if (status == 429)
    self->retry_after = RETRY_AFTER_BUSY;
  if (status == 503)
    self->retry_after = RETRY_AFTER_UNAVAILABLE;
  return self;
}

void
muster_reply_free (MusterReply *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->location);
  g_free (self->etag);
  g_free (self);
}
