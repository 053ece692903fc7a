/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-response-private.h"

#include "muster-retry-after.h"

static gint64
read_retry_at (SoupMessageHeaders *headers)
{
  const char *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) server_now
    = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;
  gint64 now = server_now != NULL ? g_date_time_to_unix (server_now)
                                  : g_get_real_time () / G_USEC_PER_SEC;

  return muster_retry_after_parse (soup_message_headers_get_one (headers, "Retry-After"),
                                   now, g_get_monotonic_time ());
}

MusterHttpResponse *
muster_http_response_new_for_message (SoupMessage *message, GBytes *body)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char         *type = soup_message_headers_get_content_type (headers, NULL);
  MusterHttpResponse *self = g_new0 (MusterHttpResponse, 1);

  self->status = soup_message_get_status (message);
  self->reason = g_strdup (soup_message_get_reason_phrase (message));
  self->content_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  self->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  self->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  self->challenge
    = g_strdup (soup_message_headers_get_list (headers, "WWW-Authenticate"));
  self->retry_at = read_retry_at (headers);
  self->body = body;
  return self;
}

void
muster_http_response_free (MusterHttpResponse *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->location);
  g_free (self->challenge);
  g_bytes_unref (self->body);
  g_free (self);
}
