/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-platform-error.h"

#include <gio/gio.h>

typedef struct
{
  guint  status;
  char  *server_code;     /* (owned) (nullable) */
  char  *server_sentence; /* (owned) (nullable) */
  gint64 retry_at;        /* monotonic, microseconds; 0: not said */
} MusterPlatformErrorPrivate;

static void
muster_platform_error_private_init (MusterPlatformErrorPrivate *priv)
{
}

static void
muster_platform_error_private_copy (const MusterPlatformErrorPrivate *source,
                                    MusterPlatformErrorPrivate       *target)
{
  target->status = source->status;
  target->server_code = g_strdup (source->server_code);
  target->server_sentence = g_strdup (source->server_sentence);
  target->retry_at = source->retry_at;
}

static void
muster_platform_error_private_clear (MusterPlatformErrorPrivate *priv)
{
  g_free (priv->server_code);
  g_free (priv->server_sentence);
}

G_DEFINE_EXTENDED_ERROR (MusterPlatformError, muster_platform_error)

static MusterPlatformErrorPrivate *
get_private (const GError *error)
{
  if (error == NULL || error->domain != MUSTER_PLATFORM_ERROR)
    return NULL;
  return muster_platform_error_get_private (error);
}

GError *
muster_platform_error_new (MusterPlatformError code,
                           guint               status,
                           const char         *server_code,
                           const char         *server_sentence,
                           const char         *message)
{
  GError *error = g_error_new_literal (MUSTER_PLATFORM_ERROR, (int) code, message);
  MusterPlatformErrorPrivate *priv = muster_platform_error_get_private (error);

  priv->status = status;
  priv->server_code = g_strdup (server_code);
  priv->server_sentence = g_strdup (server_sentence);
  return error;
}

guint
muster_platform_error_get_status (const GError *error)
{
  MusterPlatformErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->status : 0;
}

const char *
muster_platform_error_get_server_code (const GError *error)
{
  MusterPlatformErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->server_code : NULL;
}

const char *
muster_platform_error_get_server_sentence (const GError *error)
{
  MusterPlatformErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->server_sentence : NULL;
}

gint64
muster_platform_error_get_retry_at (const GError *error)
{
  MusterPlatformErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->retry_at : 0;
}

void
muster_platform_error_set_retry_at (GError *error, gint64 retry_at)
{
  MusterPlatformErrorPrivate *priv = get_private (error);

  g_return_if_fail (priv != NULL);

  priv->retry_at = retry_at;
}

gboolean
muster_platform_error_is_unsure (const GError *error)
{
  /* What a request that was cancelled while under way has done, nobody knows. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  return g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR,
                             MUSTER_PLATFORM_ERROR_BAD_REPLY)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_LOST);
}
