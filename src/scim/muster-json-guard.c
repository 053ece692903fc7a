/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-json-guard.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-json-builder.h"

/* Walks through the text with a stack of its own: what nests is hostile until counted. */
typedef struct
{
  const char *text;
  const char *at;
  const char *end;
  char        open[MUSTER_JSON_MAX_DEPTH]; /* '{' or '[' for each level */
  guint       depth;
} Guard;

static gboolean
fail (const Guard *self, const char *problem, GError **error)
{
  g_autofree char *at
    = g_strdup_printf ("%" G_GSIZE_FORMAT, (gsize) (self->at - self->text) + 1);

  g_set_error (error, MUSTER_SCIM_ERROR, MUSTER_SCIM_ERROR_INVALID_JSON,
               /* Translators: where in a text, and what is wrong there. */
               _ ("not JSON at byte %s: %s"), at, _ (problem));
  return FALSE;
}

static void
skip_spaces (Guard *self)
{
  while (
    self->at < self->end
    && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->at++;
}

static char
peek (const Guard *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static int
read_hex (Guard *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  self->at += 4;
  return value;
}

/* A zero would cut the text short in C, half a surrogate pair would not be UTF-8. */
static gboolean
check_unicode_escape (Guard *self, GError **error)
{
  int unit = read_hex (self);

  if (unit <= 0)
    return fail (self, N_ ("a \\u escape that cannot be used"), error);
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit < 0xdc00 && self->end - self->at >= 6 && self->at[0] == '\\'
      && self->at[1] == 'u')
    {
      self->at += 2;
      unit = read_hex (self);
      if (unit >= 0xdc00 && unit <= 0xdfff)
        return TRUE;
    }
  return fail (self, N_ ("half a surrogate pair"), error);
}

static gboolean
check_escape (Guard *self, GError **error)
{
  char letter;

  self->at++;
  letter = peek (self);
  if (letter == '\0' || strchr ("\"\\/bfnrtu", letter) == NULL)
    return fail (self, N_ ("a backslash before something else than an escape"), error);
  self->at++;
  return letter != 'u' || check_unicode_escape (self, error);
}

static gboolean
check_string (Guard *self, GError **error)
{
  self->at++;
  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at == '\\')
        {
          if (!check_escape (self, error))
            return FALSE;
        }
      else if ((guchar) *self->at < 0x20)
        return fail (self, N_ ("a control character in a string"), error);
      else
        self->at++;
    }
  if (self->at >= self->end)
    return fail (self, N_ ("the text ends within a string"), error);
  self->at++;
  return TRUE;
}

static gboolean
skip_digits (Guard *self)
{
  const char *start = self->at;

  while (g_ascii_isdigit (peek (self)))
    self->at++;
  return self->at > start;
}

static gboolean
check_number (Guard *self, GError **error)
{
  if (peek (self) == '-')
    self->at++;
  if (peek (self) == '0')
    self->at++;
  else if (!skip_digits (self))
    return fail (self, N_ ("expected a value"), error);
  if (peek (self) == '.')
    {
      self->at++;
      if (!skip_digits (self))
        return fail (self, N_ ("expected a digit"), error);
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      self->at++;
      if (peek (self) == '+' || peek (self) == '-')
        self->at++;
      if (!skip_digits (self))
        return fail (self, N_ ("expected a digit"), error);
    }
  return TRUE;
}

static gboolean
check_scalar (Guard *self, GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  if (peek (self) == '"')
    return check_string (self, error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length
          && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }
  return check_number (self, error);
}

static gboolean
check_name (Guard *self, GError **error)
{
  skip_spaces (self);
  if (peek (self) != '"')
    return fail (self, N_ ("expected the name of a member"), error);
  if (!check_string (self, error))
    return FALSE;
  skip_spaces (self);
  if (peek (self) != ':')
    return fail (self, N_ ("expected a colon"), error);
  self->at++;
  return TRUE;
}

/* Steps into an object or array. @complete: it was empty, and is behind us. */
static gboolean
open_container (Guard *self, gboolean *complete, GError **error)
{
  char opening = *self->at;

  if (self->depth == MUSTER_JSON_MAX_DEPTH)
    return fail (self, N_ ("nested too deeply"), error);
  self->open[self->depth++] = opening;
  self->at++;
  skip_spaces (self);
  *complete = peek (self) == (opening == '{' ? '}' : ']');
  if (*complete)
    {
      self->at++;
      self->depth--;
      return TRUE;
    }
  return opening == '[' || check_name (self, error);
}

/* What follows a value: the ends of what it stands in, then a comma. @more: another
 * value follows. */
static gboolean
close_containers (Guard *self, gboolean *more, GError **error)
{
  *more = FALSE;
  for (skip_spaces (self); self->depth > 0; skip_spaces (self))
    {
      char opening = self->open[self->depth - 1];

      if (peek (self) == ',')
        {
          self->at++;
          *more = TRUE;
          return opening == '[' || check_name (self, error);
        }
      if (peek (self) != (opening == '{' ? '}' : ']'))
        return fail (self, N_ ("expected a comma or the end of what was opened"), error);
      self->at++;
      self->depth--;
    }
  return TRUE;
}

static gboolean
check_value (Guard *self, GError **error)
{
  gboolean complete = TRUE;
  gboolean more = TRUE;

  while (more)
    {
      skip_spaces (self);
      if (peek (self) == '{' || peek (self) == '[')
        {
          if (!open_container (self, &complete, error))
            return FALSE;
          if (!complete)
            continue;
        }
      else if (!check_scalar (self, error))
        return FALSE;
      if (!close_containers (self, &more, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_json_check (const char *text, gsize length, GError **error)
{
  Guard       guard = { .text = text, .at = text, .end = text + length };
  const char *invalid;

  if (!g_utf8_validate_len (text, length, &invalid))
    {
      guard.at = invalid;
      return fail (&guard, N_ ("not UTF-8"), error);
    }
  if (!check_value (&guard, error))
    return FALSE;
  skip_spaces (&guard);
  if (guard.at < guard.end)
    return fail (&guard, N_ ("something stands behind the end"), error);
  return TRUE;
}

static JsonNode *
parse (const char *text, gsize length, guint repeats, GError **error)
{
  if (!muster_json_check (text, length, error))
    return NULL;
  return muster_json_build (text, length, repeats);
}

JsonNode *
muster_json_parse_text (const char *text, gsize length, GError **error)
{
  return parse (text, length, 0, error);
}

JsonNode *
muster_json_parse_repeating (GBytes *bytes, guint repeats, GError **error)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  return parse (text != NULL ? text : "", length, repeats, error);
}

JsonNode *
muster_json_parse (GBytes *bytes, GError **error)
{
  return muster_json_parse_repeating (bytes, 0, error);
}
