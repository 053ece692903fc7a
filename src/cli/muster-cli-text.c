/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-text.h"

#define ELLIPSIS "…"

static gboolean
is_bidi_control (gunichar character)
{
  return character == 0x061c || (character >= 0x200e && character <= 0x200f)
         || (character >= 0x202a && character <= 0x202e)
         || (character >= 0x2066 && character <= 0x2069);
}

static gboolean
must_be_escaped (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029
         || is_bidi_control (character);
}

char *
muster_cli_text_escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *out = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (must_be_escaped (character))
        g_string_append_printf (out, "\\u%04x", character);
      else
        g_string_append_unichar (out, character);
    }
  return g_string_free (out, FALSE);
}

static guint
measure_character (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;
  return g_unichar_iswide (character) ? 2 : 1;
}

guint
muster_cli_text_measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += measure_character (g_utf8_get_char (at));
  return width;
}

char *
muster_cli_text_cut (const char *text, guint width)
{
  guint       taken = 0;
  const char *at = text;

  if (muster_cli_text_measure (text) <= width)
    return g_strdup (text);
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint next = measure_character (g_utf8_get_char (at));

      if (taken + next + 1 > width)
        break;
      taken += next;
    }
  return g_strdup_printf ("%.*s" ELLIPSIS, (int) (at - text), text);
}
