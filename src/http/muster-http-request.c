/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-request.h"

#include <string.h>

#include "muster-http-secret.h"

MusterHttpRequest *
muster_http_request_new (const char *method, const char *path)
{
  MusterHttpRequest *self;

  g_return_val_if_fail (path[0] == '/', NULL);

  self = g_new0 (MusterHttpRequest, 1);
  self->method = method;
  self->path = g_strdup (path);
  return self;
}

void
muster_http_request_set_body (MusterHttpRequest *self,
                              GBytes            *body,
                              const char        *content_type)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body;
  self->content_type = content_type;
}

void
muster_http_request_free (MusterHttpRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->if_match);
  muster_http_secret_free (self->authorization);
  g_free (self);
}

char *
muster_http_basic_new (const char *account, const char *password)
{
  char *pair = g_strconcat (account, ":", password, NULL);
  char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
  char *header = g_strconcat ("Basic ", encoded, NULL);

  muster_http_secret_free (pair);
  muster_http_secret_free (encoded);
  return header;
}
