/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

#include "muster-scim-error.h"

G_BEGIN_DECLS

/**
 * MusterScimScanner:
 *
 * Walks through the text of a filter. Private to src/scim.
 */
typedef struct
{
  const char     *text;
  const char     *at;
  const char     *what; /* "The filter" or "The path", for errors; translated there */
  MusterScimError code;
} MusterScimScanner;

/* FALSE where @text is not UTF-8. */
gboolean muster_scim_scanner_begin (MusterScimScanner *self,
                                    const char        *text,
                                    const char        *what,
                                    MusterScimError    code,
                                    GError           **error);

void     muster_scim_scanner_skip_spaces (MusterScimScanner *self);
gboolean muster_scim_scanner_is_at_end (const MusterScimScanner *self);

/* Takes @character where it is next. */
gboolean muster_scim_scanner_take (MusterScimScanner *self, char character);

/* Takes the ASCII word @word, in any case, where it is next and ends there. */
gboolean muster_scim_scanner_take_word (MusterScimScanner *self, const char *word);

/* (transfer full) (nullable): the run of characters that an attribute path may have. */
char *muster_scim_scanner_take_path (MusterScimScanner *self);

/* (transfer full): a JSON string's content, or %NULL with an error. */
char *muster_scim_scanner_take_string (MusterScimScanner *self, GError **error);

/* (transfer full) (nullable): a JSON number as written. */
char *muster_scim_scanner_take_number (MusterScimScanner *self);

/* Always FALSE: says where the text breaks off and what was expected. */
gboolean muster_scim_scanner_expect (const MusterScimScanner *self,
                                     const char              *expected,
                                     GError                 **error);

G_END_DECLS
