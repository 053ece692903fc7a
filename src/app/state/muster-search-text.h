/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterSearchText:
 *
 * What somebody typed to find something in a list that is here already: words, each of
 * which must be somewhere in the text, whatever the case and the accents.
 */
typedef struct _MusterSearchText MusterSearchText;

/* @text: (nullable). Without a word in it everything matches. */
MusterSearchText *muster_search_text_new (const char *text);
void              muster_search_text_free (MusterSearchText *self);
gboolean          muster_search_text_is_empty (const MusterSearchText *self);

/* @folded: as muster_search_text_fold() makes it. */
gboolean muster_search_text_matches (const MusterSearchText *self, const char *folded);

/* (transfer full): @text in small letters, and once more without accents where it has
 * some. @text: (nullable): %NULL gives "". */
char *muster_search_text_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSearchText, muster_search_text_free)

G_END_DECLS
