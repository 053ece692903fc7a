/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Builds the tree of a text that muster_json_check() took, and of no other: it looks for
 * no mistake. json-glib's own parser does the same at several times the cost. Of members
 * with one name the last counts. A number without a fraction or an exponent is an
 * integer, unless it is too large for one.
 *
 * @repeats: the depth (the root's own is 0) at which an object that repeats the one
 * before it to the letter becomes the same node once more; 0 for no depth. Who asks for
 * this must not change these nodes.
 *
 * Returns: (transfer full): the root. */
JsonNode *muster_json_build (const char *text, gsize length, guint repeats);

G_END_DECLS
