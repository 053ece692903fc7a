/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-scanner.h"

#include <glib/gi18n.h>
#include <string.h>

#define SHOWN_CHARACTERS 24

gboolean
muster_scim_scanner_begin (MusterScimScanner *self,
                           const char        *text,
                           const char        *what,
                           MusterScimError    code,
                           GError           **error)
{
  self->text = text;
  self->at = text;
  self->what = what;
  self->code = code;
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, MUSTER_SCIM_ERROR, code,
               /* Translators: “The filter”. */
               _ ("%s is not UTF-8 text."), _ (what));
  return FALSE;
}

void
muster_scim_scanner_skip_spaces (MusterScimScanner *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

gboolean
muster_scim_scanner_is_at_end (const MusterScimScanner *self)
{
  return *self->at == '\0';
}

gboolean
muster_scim_scanner_take (MusterScimScanner *self, char character)
{
  if (*self->at != character)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
continues_word (char character)
{
  return g_ascii_isalnum (character)
         || (character != '\0' && strchr ("-_.:$", character) != NULL);
}

gboolean
muster_scim_scanner_take_word (MusterScimScanner *self, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (self->at, word, length) != 0
      || continues_word (self->at[length]))
    return FALSE;
  self->at += length;
  return TRUE;
}

char *
muster_scim_scanner_take_path (MusterScimScanner *self)
{
  const char *start = self->at;

  while (g_ascii_isgraph (*self->at) && strchr ("\"\\<>[]()", *self->at) == NULL)
    self->at++;
  return self->at > start ? g_strndup (start, (gsize) (self->at - start)) : NULL;
}

/* The four digits of a \u escape, or -1. */
static int
read_hex (const char *at)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static gboolean
take_unicode_escape (MusterScimScanner *self, GString *out)
{
  int      unit = read_hex (self->at);
  int      low;
  gunichar character;

  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;
  self->at += 4;
  character = (gunichar) unit;
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (self->at[0] != '\\' || self->at[1] != 'u')
        return FALSE;
      low = read_hex (self->at + 2);
      if (low < 0xdc00 || low > 0xdfff)
        return FALSE;
      character = 0x10000u + (((guint) unit - 0xd800u) << 10) + ((guint) low - 0xdc00u);
      self->at += 6;
    }
  g_string_append_unichar (out, character);
  return TRUE;
}

static gboolean
take_escape (MusterScimScanner *self, GString *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  char              letter = *self->at;
  const char       *found = letter != '\0' ? strchr (letters, letter) : NULL;

  if (found != NULL)
    g_string_append_c (out, meanings[found - letters]);
  else if (letter != 'u')
    return FALSE;
  self->at++;
  return found != NULL || take_unicode_escape (self, out);
}

char *
muster_scim_scanner_take_string (MusterScimScanner *self, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!muster_scim_scanner_take (self, '"'))
    {
      muster_scim_scanner_expect (self, N_ ("a text in quotation marks"), error);
      return NULL;
    }
  while (*self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        {
          muster_scim_scanner_expect (self, N_ ("a closing quotation mark"), error);
          return NULL;
        }
      if (*self->at != '\\')
        {
          g_string_append_c (out, *self->at++);
          continue;
        }
      self->at++;
      if (!take_escape (self, out))
        {
          muster_scim_scanner_expect (self, N_ ("an escape of JSON after the backslash"),
                                      error);
          return NULL;
        }
    }
  self->at++;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
take_digits (const char **at)
{
  const char *start = *at;

  while (g_ascii_isdigit (**at))
    (*at)++;
  return *at > start;
}

char *
muster_scim_scanner_take_number (MusterScimScanner *self)
{
  const char *start = self->at;
  const char *at = start;

  if (*at == '-')
    at++;
  if (*at == '0')
    at++;
  else if (!take_digits (&at))
    return NULL;
  if (*at == '.' && (at++, !take_digits (&at)))
    return NULL;
  if (*at == 'e' || *at == 'E')
    {
      at++;
      if (*at == '+' || *at == '-')
        at++;
      if (!take_digits (&at))
        return NULL;
    }
  if (continues_word (*at))
    return NULL;
  self->at = at;
  return g_strndup (start, (gsize) (at - start));
}

gboolean
muster_scim_scanner_expect (const MusterScimScanner *self,
                            const char              *expected,
                            GError                 **error)
{
  glong            position = g_utf8_pointer_to_offset (self->text, self->at) + 1;
  glong            left = g_utf8_strlen (self->at, -1);
  g_autofree char *shown = NULL;

  if (left == 0)
    {
      g_set_error (error, MUSTER_SCIM_ERROR, (int) self->code,
                   /* Translators: “The filter”, and what should stand there. */
                   _ ("%s breaks off at its end: expected %s."), _ (self->what),
                   _ (expected));
      return FALSE;
    }
  shown = g_utf8_substring (self->at, 0, MIN (left, SHOWN_CHARACTERS));
  g_set_error (error, MUSTER_SCIM_ERROR, (int) self->code,
               /* Translators: “The filter”, where in it, the text there, what it goes on
                * with, nothing or “…”, and what should stand there. */
               _ ("%s cannot be read from character %ld on, at “%s%s”: expected %s."),
               _ (self->what), position, shown, left > SHOWN_CHARACTERS ? "…" : "",
               _ (expected));
  return FALSE;
}
