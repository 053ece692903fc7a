/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-request.h"

MusterRequest *
muster_request_new (const char *method, const char *path)
{
  MusterRequest *self = g_new0 (MusterRequest, 1);

  self->method = g_ascii_strup (method, -1);
  self->path = g_strdup (path);
  self->query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->body = g_bytes_new (NULL, 0);
  self->base_url = g_strdup ("");
  self->peer = g_strdup ("");
  self->id = g_uuid_string_random ();
  self->captures = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
muster_request_free (MusterRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->method);
  g_free (self->path);
  g_hash_table_unref (self->query);
  g_bytes_unref (self->body);
  g_free (self->content_type);
  g_free (self->authorization);
  g_free (self->if_match);
  g_free (self->if_none_match);
  g_free (self->base_url);
  g_free (self->peer);
  g_free (self->id);
  g_ptr_array_unref (self->captures);
  g_free (self);
}

const char *
muster_request_get_query (const MusterRequest *self, const char *name)
{
  return g_hash_table_lookup (self->query, name);
}

const char *
muster_request_get_capture (const MusterRequest *self, guint position)
{
  g_return_val_if_fail (position < self->captures->len, NULL);

  return g_ptr_array_index (self->captures, position);
}
