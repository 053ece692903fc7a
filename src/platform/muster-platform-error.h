/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterPlatformError:
 *
 * What went wrong between Muster and a platform, named by what can be done about it.
 * The message is a sentence for people; beside it the error keeps what the platform
 * itself said, for those who must take it up there.
 *
 * @MUSTER_PLATFORM_ERROR_SIGN_IN: the account, the password or the token was refused
 * @MUSTER_PLATFORM_ERROR_PERMISSION: this account may not do that
 * @MUSTER_PLATFORM_ERROR_NOT_FOUND: what was asked for is not there
 * @MUSTER_PLATFORM_ERROR_CONFLICT: somebody changed it meanwhile
 * @MUSTER_PLATFORM_ERROR_THROTTLED: not read; the same may be sent again later
 * @MUSTER_PLATFORM_ERROR_BAD_REQUEST: the platform refuses what was sent
 * @MUSTER_PLATFORM_ERROR_TOO_LARGE: the request is over a limit; smaller ones may pass
 * @MUSTER_PLATFORM_ERROR_SERVER: the platform failed; a write may have taken effect
 * @MUSTER_PLATFORM_ERROR_BAD_REPLY: the answer is not what this protocol allows; a
 *   write may have taken effect
 * @MUSTER_PLATFORM_ERROR_UNREACHABLE: no connection; nothing was sent
 * @MUSTER_PLATFORM_ERROR_LOST: the connection broke before the answer; a write may have
 *   taken effect
 * @MUSTER_PLATFORM_ERROR_NOT_OFFERED: this platform cannot do that at all
 * @MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM: what answers there is no platform of this kind
 */
typedef enum
{
  MUSTER_PLATFORM_ERROR_SIGN_IN,
  MUSTER_PLATFORM_ERROR_PERMISSION,
  MUSTER_PLATFORM_ERROR_NOT_FOUND,
  MUSTER_PLATFORM_ERROR_CONFLICT,
  MUSTER_PLATFORM_ERROR_THROTTLED,
  MUSTER_PLATFORM_ERROR_BAD_REQUEST,
  MUSTER_PLATFORM_ERROR_TOO_LARGE,
  MUSTER_PLATFORM_ERROR_SERVER,
  MUSTER_PLATFORM_ERROR_BAD_REPLY,
  MUSTER_PLATFORM_ERROR_UNREACHABLE,
  MUSTER_PLATFORM_ERROR_LOST,
  MUSTER_PLATFORM_ERROR_NOT_OFFERED,
  MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
} MusterPlatformError;

#define MUSTER_PLATFORM_ERROR (muster_platform_error_quark ())

GQuark muster_platform_error_quark (void);

/* (transfer full): @message is copied; the other texts may be NULL. */
GError *muster_platform_error_new (MusterPlatformError code,
                                   guint               status,
                                   const char         *server_code,
                                   const char         *server_sentence,
                                   const char         *message);

/* The HTTP status, 0 where there was none. */
guint muster_platform_error_get_status (const GError *error);

/* The platform's own code, SCIM's scimType for one. (nullable) */
const char *muster_platform_error_get_server_code (const GError *error);

/* The platform's own sentence. (nullable) */
const char *muster_platform_error_get_server_sentence (const GError *error);

/* Monotonic time, in microseconds, before which the platform wants no new request; 0
 * where it did not say. */
gint64 muster_platform_error_get_retry_at (const GError *error);
void   muster_platform_error_set_retry_at (GError *error, gint64 retry_at);

/* Whether a write that ended so may have taken effect and must be read back. */
gboolean muster_platform_error_is_unsure (const GError *error);

G_END_DECLS
