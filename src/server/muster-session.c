/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-session.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define TOKEN_BYTES 32
#define DIGEST_BYTES 32
#define BEARER "Bearer "

static void
compute_digest (const char *token, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = DIGEST_BYTES;

  g_checksum_update (checksum, (const guchar *) token, -1);
  g_checksum_get_digest (checksum, digest, &length);
}

/* URL-safe base64, without padding. */
static char *
create_token (void)
{
  guint8 bytes[TOKEN_BYTES];
  char  *token;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    g_error ("The kernel gives no random bytes: %s", g_strerror (errno));
  token = g_base64_encode (bytes, sizeof bytes);
  g_strdelimit (token, "+", '-');
  g_strdelimit (token, "/", '_');
  g_strdelimit (token, "=", '\0');
  explicit_bzero (bytes, sizeof bytes);
  return token;
}

static gboolean
remove_ended (MusterDatabase *database, gint64 now, GError **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare (database, "DELETE FROM session WHERE expires <= ?1",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, now);
  return muster_database_run (database, statement, error);
}

char *
muster_session_create (MusterDatabase *database, gint64 user, gint64 now, GError **error)
{
  g_autofree char *token = create_token ();
  guint8           digest[DIGEST_BYTES];
  sqlite3_stmt    *statement;

  if (!remove_ended (database, now, error))
    return NULL;
  statement = muster_database_prepare (database,
                                       "INSERT INTO session (token, user, created, "
                                       "expires) VALUES (?1, ?2, ?3, ?4)",
                                       error);
  if (statement == NULL)
    return NULL;
  compute_digest (token, digest);
  sqlite3_bind_blob (statement, 1, digest, sizeof digest, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, user);
  sqlite3_bind_int64 (statement, 3, now);
  sqlite3_bind_int64 (statement, 4, now + MUSTER_SESSION_LIFETIME);
  if (!muster_database_run (database, statement, error))
    return NULL;
  return g_steal_pointer (&token);
}

gint64
muster_session_find (MusterDatabase *database,
                     const char     *token,
                     gint64          now,
                     GError        **error)
{
  guint8        digest[DIGEST_BYTES];
  sqlite3_stmt *statement = muster_database_prepare (
    database, "SELECT user FROM session WHERE token = ?1 AND expires > ?2", error);
  gint64     user = 0;
  MusterStep step;

  if (statement == NULL)
    return 0;
  compute_digest (token, digest);
  sqlite3_bind_blob (statement, 1, digest, sizeof digest, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, now);
  step = muster_database_step (database, statement, error);
  if (step == MUSTER_STEP_ROW)
    user = sqlite3_column_int64 (statement, 0);
  else if (step == MUSTER_STEP_DONE)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNAUTHENTICATED,
                         "You are not signed in, or your session has ended: sign in "
                         "again.");
  sqlite3_reset (statement);
  return user;
}

gboolean
muster_session_remove (MusterDatabase *database, const char *token, GError **error)
{
  guint8        digest[DIGEST_BYTES];
  sqlite3_stmt *statement
    = muster_database_prepare (database, "DELETE FROM session WHERE token = ?1", error);

  if (statement == NULL)
    return FALSE;
  compute_digest (token, digest);
  sqlite3_bind_blob (statement, 1, digest, sizeof digest, SQLITE_TRANSIENT);
  return muster_database_run (database, statement, error);
}

char *
muster_session_read_token (const char *authorization)
{
  if (authorization == NULL
      || g_ascii_strncasecmp (authorization, BEARER, strlen (BEARER)) != 0)
    return NULL;
  return g_strstrip (g_strdup (authorization + strlen (BEARER)));
}
