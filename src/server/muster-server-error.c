/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-server-error.h"

G_DEFINE_QUARK (muster_server_error, muster_server_error)

static const struct
{
  guint       status;
  const char *scim_type;
} answers[] = {
  [MUSTER_SERVER_ERROR_INVALID_FILTER] = { 400, "invalidFilter" },
  [MUSTER_SERVER_ERROR_TOO_MANY] = { 400, "tooMany" },
  [MUSTER_SERVER_ERROR_UNIQUENESS] = { 409, "uniqueness" },
  [MUSTER_SERVER_ERROR_MUTABILITY] = { 400, "mutability" },
  [MUSTER_SERVER_ERROR_INVALID_SYNTAX] = { 400, "invalidSyntax" },
  [MUSTER_SERVER_ERROR_INVALID_PATH] = { 400, "invalidPath" },
  [MUSTER_SERVER_ERROR_NO_TARGET] = { 400, "noTarget" },
  [MUSTER_SERVER_ERROR_INVALID_VALUE] = { 400, "invalidValue" },
  [MUSTER_SERVER_ERROR_INVALID_VERS] = { 400, "invalidVers" },
  [MUSTER_SERVER_ERROR_SENSITIVE] = { 400, "sensitive" },
  [MUSTER_SERVER_ERROR_INVALID_CURSOR] = { 400, "invalidCursor" },
  [MUSTER_SERVER_ERROR_UNAUTHENTICATED] = { 401, NULL },
  [MUSTER_SERVER_ERROR_FORBIDDEN] = { 403, NULL },
  [MUSTER_SERVER_ERROR_NOT_FOUND] = { 404, NULL },
  [MUSTER_SERVER_ERROR_METHOD] = { 405, NULL },
  [MUSTER_SERVER_ERROR_CONFLICT] = { 409, NULL },
  [MUSTER_SERVER_ERROR_PRECONDITION] = { 412, NULL },
  [MUSTER_SERVER_ERROR_TOO_LARGE] = { 413, NULL },
  [MUSTER_SERVER_ERROR_MEDIA_TYPE] = { 415, NULL },
  [MUSTER_SERVER_ERROR_MISDIRECTED] = { 421, NULL },
  [MUSTER_SERVER_ERROR_BUSY] = { 429, NULL },
  [MUSTER_SERVER_ERROR_STORE] = { 500, NULL },
  [MUSTER_SERVER_ERROR_UNAVAILABLE] = { 503, NULL },
};

guint
muster_server_error_get_status (MusterServerError code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (answers), 500);

  return answers[code].status;
}

const char *
muster_server_error_get_scim_type (MusterServerError code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (answers), NULL);

  return answers[code].scim_type;
}
