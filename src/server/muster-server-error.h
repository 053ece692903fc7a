/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterServerError:
 *
 * Why a request is refused: each code has one HTTP status and one scimType (RFC 7644
 * §3.12, table 9). The message becomes the answer's `detail`.
 */
typedef enum
{
  MUSTER_SERVER_ERROR_INVALID_FILTER,  /* 400 invalidFilter */
  MUSTER_SERVER_ERROR_TOO_MANY,        /* 400 tooMany */
  MUSTER_SERVER_ERROR_UNIQUENESS,      /* 409 uniqueness */
  MUSTER_SERVER_ERROR_MUTABILITY,      /* 400 mutability */
  MUSTER_SERVER_ERROR_INVALID_SYNTAX,  /* 400 invalidSyntax */
  MUSTER_SERVER_ERROR_INVALID_PATH,    /* 400 invalidPath */
  MUSTER_SERVER_ERROR_NO_TARGET,       /* 400 noTarget */
  MUSTER_SERVER_ERROR_INVALID_VALUE,   /* 400 invalidValue */
  MUSTER_SERVER_ERROR_INVALID_VERS,    /* 400 invalidVers */
  MUSTER_SERVER_ERROR_SENSITIVE,       /* 400 sensitive */
  MUSTER_SERVER_ERROR_INVALID_CURSOR,  /* 400 invalidCursor, RFC 9865 */
  MUSTER_SERVER_ERROR_UNAUTHENTICATED, /* 401 */
  MUSTER_SERVER_ERROR_FORBIDDEN,       /* 403 */
  MUSTER_SERVER_ERROR_NOT_FOUND,       /* 404 */
  MUSTER_SERVER_ERROR_METHOD,          /* 405 */
  MUSTER_SERVER_ERROR_CONFLICT,        /* 409 */
  MUSTER_SERVER_ERROR_PRECONDITION,    /* 412 */
  MUSTER_SERVER_ERROR_TOO_LARGE,       /* 413 */
  MUSTER_SERVER_ERROR_MEDIA_TYPE,      /* 415 */
  MUSTER_SERVER_ERROR_MISDIRECTED,     /* 421 */
  MUSTER_SERVER_ERROR_BUSY,            /* 429 */
  MUSTER_SERVER_ERROR_STORE,           /* 500: the database failed */
  MUSTER_SERVER_ERROR_UNAVAILABLE,     /* 503: cannot write now, disk full for one */
} MusterServerError;

#define MUSTER_SERVER_ERROR (muster_server_error_quark ())

GQuark      muster_server_error_quark (void);
guint       muster_server_error_get_status (MusterServerError code);
const char *muster_server_error_get_scim_type (MusterServerError code); /* (nullable) */

G_END_DECLS
