/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-search-text.h"

#include <string.h>

struct _MusterSearchText
{
  GStrv words; /* (owned): small letters */
  GStrv plain; /* (owned): the same without accents */
};

/* (transfer full): small letters, composed in one way only. */
static char *
fold_case (const char *text)
{
  g_autofree char *small = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  small = g_utf8_casefold (text, -1);
  return g_utf8_normalize (small, -1, G_NORMALIZE_NFKC);
}

char *
muster_search_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *ascii = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  valid = g_utf8_make_valid (text, -1);
  folded = fold_case (valid);
  ascii = g_str_to_ascii (folded, "C");
  return g_strconcat (folded, " ", ascii, NULL);
}

/* (transfer full): @word without accents; as it is where that would leave nothing of it.
 */
static char *
strip_accents (const char *word)
{
  g_autofree char *ascii = g_str_to_ascii (word, "C");

  return strchr (ascii, '?') != NULL ? g_strdup (word) : g_steal_pointer (&ascii);
}

MusterSearchText *
muster_search_text_new (const char *text)
{
  MusterSearchText *self = g_new0 (MusterSearchText, 1);
  g_autofree char  *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char  *folded = fold_case (valid);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  self->words = g_strv_builder_end (words);
  self->plain = g_new0 (char *, g_strv_length (self->words) + 1);
  for (guint i = 0; self->words[i] != NULL; i++)
    self->plain[i] = strip_accents (self->words[i]);
  return self;
}

void
muster_search_text_free (MusterSearchText *self)
{
  g_strfreev (self->words);
  g_strfreev (self->plain);
  g_free (self);
}

gboolean
muster_search_text_is_empty (const MusterSearchText *self)
{
  return self->words[0] == NULL;
}

gboolean
muster_search_text_matches (const MusterSearchText *self, const char *folded)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL
        && strstr (folded, self->plain[i]) == NULL)
      return FALSE;
  return TRUE;
}
