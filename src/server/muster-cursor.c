/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cursor.h"

#include <string.h>

#define SEAL_LENGTH 16
#define MAX_LENGTH 8192
#define FORMAT "(xxmv)"

void
muster_cursor_clear (MusterCursor *self)
{
  g_clear_pointer (&self->sort, g_variant_unref);
}

/* The key is made with the database (migrations), and kept in it. Returns: (transfer
 * full). */
static GBytes *
load_key (const MusterWork *work, GError **error)
{
  GBytes       *key = NULL;
  sqlite3_stmt *statement;
  MusterStep    step;

  statement
    = muster_database_prepare (work->database,
                               "SELECT value FROM setting WHERE name = 'cursor-key'",
                               error);
  if (statement == NULL)
    return NULL;

  step = muster_database_step (work->database, statement, error);
  if (step == MUSTER_STEP_ROW)
    key = g_bytes_new (sqlite3_column_blob (statement, 0),
                       (gsize) sqlite3_column_bytes (statement, 0));
  else if (step == MUSTER_STEP_DONE)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
                         "The database has no key for cursors.");
  sqlite3_reset (statement);
  return key;
}

static void
add_bound (GHmac *hmac, const char *text)
{
  g_hmac_update (hmac, (const guchar *) text, (gssize) strlen (text) + 1);
}

static gboolean
make_seal (const MusterWork *work,
           GBytes           *payload,
           const char       *binding,
           guchar           *seal,
           GError          **error)
{
  g_autoptr (GBytes) key = load_key (work, error);
  g_autoptr (GHmac) hmac = NULL;
  guchar digest[32];
  gsize  length = sizeof digest;

  if (key == NULL)
    return FALSE;

  hmac = g_hmac_new (G_CHECKSUM_SHA256, g_bytes_get_data (key, NULL),
                     g_bytes_get_size (key));
  add_bound (hmac, work->caller->id);
  add_bound (hmac, binding);
  g_hmac_update (hmac, g_bytes_get_data (payload, NULL),
                 (gssize) g_bytes_get_size (payload));
  g_hmac_get_digest (hmac, digest, &length);
  memcpy (seal, digest, SEAL_LENGTH);
  return TRUE;
}

/* Base64 in the alphabet that needs no escapes in a URL. */
static char *
encode (const guchar *data, gsize length)
{
  char *text = g_base64_encode (data, length);

  g_strdelimit (g_strdelimit (text, "+", '-'), "/", '_');
  while (g_str_has_suffix (text, "="))
    text[strlen (text) - 1] = '\0';
  return text;
}

static GByteArray *
decode (const char *text)
{
  GString *padded = g_string_new (text);
  gsize    length;
  guchar  *data;

  g_strdelimit (g_strdelimit (padded->str, "-", '+'), "_", '/');
  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  data = g_base64_decode (padded->str, &length);
  g_string_free (padded, TRUE);
  return g_byte_array_new_take (data, length);
}

char *
muster_cursor_print (const MusterCursor *self,
                     const MusterWork   *work,
                     const char         *binding,
                     GError            **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guchar seal[SEAL_LENGTH];

  variant
    = g_variant_ref_sink (g_variant_new (FORMAT, self->row, self->total, self->sort));
  payload = g_variant_get_data_as_bytes (variant);
  if (!make_seal (work, payload, binding, seal, error))
    return NULL;

  g_byte_array_append (data, seal, SEAL_LENGTH);
  g_byte_array_append (data, g_bytes_get_data (payload, NULL),
                       (guint) g_bytes_get_size (payload));
  return encode (data->data, data->len);
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_CURSOR,
                       "cursor: it is not of this list: begin again without one, with "
                       "the "
                       "same filter and sort on each page.");
  return FALSE;
}

static gboolean
is_sealed (const MusterWork *work,
           GByteArray       *data,
           GBytes           *payload,
           const char       *binding,
           gboolean         *sealed,
           GError          **error)
{
  guchar seal[SEAL_LENGTH];
  guchar difference = 0;

  if (!make_seal (work, payload, binding, seal, error))
    return FALSE;
  for (guint i = 0; i < SEAL_LENGTH; i++)
    difference |= seal[i] ^ data->data[i];
  *sealed = difference == 0;
  return TRUE;
}

gboolean
muster_cursor_parse (MusterCursor     *self,
                     const MusterWork *work,
                     const char       *text,
                     const char       *binding,
                     GError          **error)
{
  g_autoptr (GByteArray) data = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GVariant) variant = NULL;
  gboolean sealed = FALSE;

  if (strlen (text) > MAX_LENGTH)
    return refuse (error);

  data = decode (text);
  if (data->len <= SEAL_LENGTH)
    return refuse (error);

  payload = g_bytes_new (data->data + SEAL_LENGTH, data->len - SEAL_LENGTH);
  if (!is_sealed (work, data, payload, binding, &sealed, error))
    return FALSE;
  if (!sealed)
    return refuse (error);

  variant = g_variant_ref_sink (
    g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), payload, FALSE));
  g_variant_get (variant, FORMAT, &self->row, &self->total, &self->sort);
  return TRUE;
}
