/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-password.h"

#include <crypt.h>
#include <string.h>

/* crypt(3) answers a text that begins with an asterisk where it failed. */
static char *
run_crypt (const char *password, const char *setting)
{
  g_autofree struct crypt_data *data = g_new0 (struct crypt_data, 1);
  const char                   *hash = crypt_rn (password, setting, data, sizeof *data);
  char                         *copy;

  copy = hash != NULL && hash[0] != '*' ? g_strdup (hash) : NULL;
  explicit_bzero (data, sizeof *data);
  return copy;
}

static char *
hash_with (const char *password, const char *method, gulong cost, GError **error)
{
  char  setting[CRYPT_GENSALT_OUTPUT_SIZE];
  char *hash = NULL;

  if (crypt_gensalt_rn (method, cost, NULL, 0, setting, sizeof setting) != NULL)
    hash = run_crypt (password, setting);
  if (hash == NULL)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
                         "password: it cannot be kept: choose a shorter one.");
  return hash;
}

char *
muster_password_hash (const char *password, GError **error)
{
  return hash_with (password, NULL, 0, error);
}

char *
muster_password_hash_known (const char *password, GError **error)
{
  return hash_with (password, "$y$", 1, error);
}

static gboolean
equal_texts (const char *a, const char *b)
{
  gsize  length = strlen (a);
  guchar difference = 0;

  if (strlen (b) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guchar) (a[i] ^ b[i]);
  return difference == 0;
}

gboolean
muster_password_verify (const char *password, const char *hash)
{
  g_autofree char *again = run_crypt (password, hash);

  return again != NULL && equal_texts (again, hash);
}
