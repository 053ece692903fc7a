/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Answers are written as text, straight behind what is there: a page of a thousand users
 * is not worth a tree. All text must be UTF-8. */
void muster_json_append_string (GString *out, const char *text);
void muster_json_append_node (GString *out, JsonNode *node);

/* A time in microseconds since 1970 as an RFC 3339 string in UTC. */
void muster_json_append_time (GString *out, gint64 time);

/* A member's name with its colon, and the comma before it where it is not the first. */
void muster_json_append_name (GString *out, const char *name);

G_END_DECLS
