/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-error-private.h"

#include <glib/gi18n.h>

typedef struct
{
  guint   status;
  GBytes *body;         /* (owned) (nullable) */
  char   *content_type; /* (owned) (nullable) */
  char   *challenge;    /* (owned) (nullable) */
  gint64  retry_at;     /* monotonic, microseconds; 0: not said */
} MusterHttpErrorPrivate;

static void
muster_http_error_private_init (MusterHttpErrorPrivate *priv)
{
}

static void
muster_http_error_private_copy (const MusterHttpErrorPrivate *source,
                                MusterHttpErrorPrivate       *target)
{
  target->status = source->status;
  target->body = source->body != NULL ? g_bytes_ref (source->body) : NULL;
  target->content_type = g_strdup (source->content_type);
  target->challenge = g_strdup (source->challenge);
  target->retry_at = source->retry_at;
}

static void
muster_http_error_private_clear (MusterHttpErrorPrivate *priv)
{
  g_clear_pointer (&priv->body, g_bytes_unref);
  g_free (priv->content_type);
  g_free (priv->challenge);
}

G_DEFINE_EXTENDED_ERROR (MusterHttpError, muster_http_error)

static MusterHttpErrorPrivate *
get_private (const GError *error)
{
  if (error == NULL || error->domain != MUSTER_HTTP_ERROR)
    return NULL;
  return muster_http_error_get_private (error);
}

MusterHttpError
muster_http_error_from_status (guint status)
{
  static const struct
  {
    guint           status;
    MusterHttpError code;
  } remedies[] = {
    { 401, MUSTER_HTTP_ERROR_SIGN_IN },   { 403, MUSTER_HTTP_ERROR_PERMISSION },
    { 404, MUSTER_HTTP_ERROR_NOT_FOUND }, { 408, MUSTER_HTTP_ERROR_SERVER },
    { 409, MUSTER_HTTP_ERROR_CONFLICT },  { 410, MUSTER_HTTP_ERROR_NOT_FOUND },
    { 412, MUSTER_HTTP_ERROR_CONFLICT },  { 413, MUSTER_HTTP_ERROR_TOO_LARGE },
    { 414, MUSTER_HTTP_ERROR_TOO_LARGE }, { 429, MUSTER_HTTP_ERROR_THROTTLED },
    { 431, MUSTER_HTTP_ERROR_TOO_LARGE }, { 501, MUSTER_HTTP_ERROR_BAD_REQUEST },
    { 503, MUSTER_HTTP_ERROR_THROTTLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    if (remedies[i].status == status)
      return remedies[i].code;
  if (status >= 500)
    return MUSTER_HTTP_ERROR_SERVER;
  return status >= 400 ? MUSTER_HTTP_ERROR_BAD_REQUEST : MUSTER_HTTP_ERROR_BAD_REPLY;
}

static char *
describe (const MusterHttpResponse *response, const char *host)
{
  if (response->status >= 300 && response->status < 400)
    /* Translators: two hosts. */
    return g_strdup_printf (_ ("%s sends requests on to another place (%s), where Muster "
                               "does not follow. If that is the right one, give its "
                               "address instead."),
                            host, response->location != NULL ? response->location : "?");
  if (response->reason == NULL)
    /* Translators: a host, and the number of an HTTP status. */
    return g_strdup_printf (_ ("%s answered %u."), host, response->status);
  /* Translators: a host, the number of an HTTP status, and its words. */
  return g_strdup_printf (_ ("%s answered %u %s."), host, response->status,
                          response->reason);
}

GError *
muster_http_error_new_for_response (const MusterHttpResponse *response, const char *host)
{
  g_autofree char *message = describe (response, host);
  GError          *error
    = g_error_new_literal (MUSTER_HTTP_ERROR,
                           (int) muster_http_error_from_status (response->status),
                           message);
  MusterHttpErrorPrivate *priv = muster_http_error_get_private (error);

  priv->status = response->status;
  priv->body = g_bytes_ref (response->body);
  priv->content_type = g_strdup (response->content_type);
  priv->challenge = g_strdup (response->challenge);
  priv->retry_at = response->retry_at;
  return error;
}

guint
muster_http_error_get_status (const GError *error)
{
  MusterHttpErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->status : 0;
}

GBytes *
muster_http_error_get_body (const GError *error)
{
  MusterHttpErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->body : NULL;
}

const char *
muster_http_error_get_content_type (const GError *error)
{
  MusterHttpErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->content_type : NULL;
}

const char *
muster_http_error_get_challenge (const GError *error)
{
  MusterHttpErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->challenge : NULL;
}

gint64
muster_http_error_get_retry_at (const GError *error)
{
  MusterHttpErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->retry_at : 0;
}
