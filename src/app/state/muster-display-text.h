/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text as a label may show it: one line, no control characters, no
 * bidi controls that would turn what stands beside it, no bytes that are not UTF-8, cut
 * with an ellipsis past a few hundred characters. Never markup: for `label`, not for
 * `set_markup()`. @text: (nullable): %NULL gives "". */
char *muster_display_text_clean (const char *text);

/* (transfer full): the same between U+2068 and U+2069, for a place inside a sentence. */
char *muster_display_text_isolate (const char *text);

/* (transfer full): one or two letters that stand for a person's @name in a circle; one
 * for scripts whose letters join. */
char *muster_display_text_make_initials (const char *name);

G_END_DECLS
