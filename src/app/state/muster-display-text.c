/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-display-text.h"

#include <string.h>

#define MAX_CHARS 300
#define REPLACEMENT 0xFFFD
#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_DIRECTIONAL_ISOLATE "\xE2\x81\xA9"
#define ELLIPSIS "\xE2\x80\xA6"

/* Marks and overrides that turn the order of what stands after them. */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

static void
append_char (GString *clean, gunichar c)
{
  if (is_line_end (c))
    g_string_append_c (clean, ' ');
  else if (g_unichar_iscntrl (c))
    g_string_append_unichar (clean, REPLACEMENT);
  else if (!is_bidi_control (c))
    g_string_append_unichar (clean, c);
}

char *
muster_display_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString         *clean = g_string_new (NULL);
  const char      *p;
  guint            n_chars = 0;

  if (text == NULL)
    return g_string_free (clean, FALSE);
  valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_CHARS * 8));
  for (p = valid; *p != '\0' && n_chars < MAX_CHARS; p = g_utf8_next_char (p))
    {
      append_char (clean, g_utf8_get_char (p));
      n_chars++;
    }
  if (*p != '\0')
    g_string_append (clean, ELLIPSIS);
  return g_string_free (clean, FALSE);
}

char *
muster_display_text_isolate (const char *text)
{
  g_autofree char *clean = muster_display_text_clean (text);

  return g_strconcat (FIRST_STRONG_ISOLATE, clean, POP_DIRECTIONAL_ISOLATE, NULL);
}

static gboolean
joins_letters (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_MONGOLIAN:
    case G_UNICODE_SCRIPT_DEVANAGARI:
    case G_UNICODE_SCRIPT_BENGALI:
    case G_UNICODE_SCRIPT_THAI:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first letter of a word, 0 where it has none. */
static gunichar
find_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return g_unichar_totitle (g_utf8_get_char (p));
  return 0;
}

char *
muster_display_text_make_initials (const char *name)
{
  g_autofree char *clean = muster_display_text_clean (name);
  g_auto (GStrv) words = g_strsplit (clean, " ", -1);
  GString *initials = g_string_new (NULL);
  gunichar first = 0;
  gunichar last = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar letter = find_letter (words[i]);

      if (first == 0)
        first = letter;
      else if (letter != 0)
        last = letter;
    }
  if (first != 0)
    g_string_append_unichar (initials, first);
  if (last != 0 && !joins_letters (first))
    g_string_append_unichar (initials, last);
  return g_string_free (initials, FALSE);
}
