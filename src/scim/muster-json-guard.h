/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-scim-error.h"

G_BEGIN_DECLS

#define MUSTER_JSON_MAX_DEPTH 64

/* Parses bytes from outside as RFC 8259 has it: UTF-8, one root, no deeper than
 * %MUSTER_JSON_MAX_DEPTH, nothing behind it. json-glib alone accepts texts that are not
 * JSON, and overflows the stack at deep nesting, so the text is checked before anything
 * is built. The error says at which byte.
 *
 * Returns: (transfer full): the root, or %NULL with %MUSTER_SCIM_ERROR_INVALID_JSON. */
JsonNode *muster_json_parse (GBytes *bytes, GError **error);

/* The same, where an object at the depth @repeats that repeats the one before it to the
 * letter is the same node once more, which must not be changed then. */
JsonNode *muster_json_parse_repeating (GBytes *bytes, guint repeats, GError **error);

/* The same for a text, which needs no zero behind it. */
JsonNode *muster_json_parse_text (const char *text, gsize length, GError **error);

/* The check alone, for text that is not to be built. */
gboolean muster_json_check (const char *text, gsize length, GError **error);

G_END_DECLS
