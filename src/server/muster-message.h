/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-scim-error.h"
#include "muster-server-error.h"

G_BEGIN_DECLS

/* Hands on an error of the protocol's grammar as the server's that answers it. Takes over
 * @failure; always %FALSE. */
gboolean muster_message_propagate (GError **error, GError *failure);

/* Reads a body whose `schemas` must have @urn: a JSON object. Member names are taken in
 * any case. */
JsonNode *muster_message_parse (GBytes *body, const char *urn, GError **error);

/* The same for a message of many parts: an object at the depth @repeats is the node of
 * the one before it where it repeats that to the letter. */
JsonNode *muster_message_parse_repeating (GBytes     *body,
                                          guint       repeats,
                                          const char *urn,
                                          GError    **error);

/* Whether the object is such a message, else _INVALID_SYNTAX. */
gboolean muster_message_check (JsonNode *node, const char *urn, GError **error);

/* Parses a body that is a resource: any JSON. */
JsonNode *muster_message_parse_body (GBytes *body, GError **error);

/* A member by its name in any case. Returns: (transfer none) (nullable). */
JsonNode *muster_message_get (JsonObject *object, const char *name);

/* A member that must be a string if it is there. @text becomes %NULL without it. */
gboolean muster_message_get_string (JsonObject  *object,
                                    const char  *name,
                                    const char **text,
                                    GError     **error);

/* A member that must be a whole number if it is there; else @number stays as it is. */
gboolean muster_message_get_number (JsonObject *object,
                                    const char *name,
                                    gint64     *number,
                                    GError    **error);

G_END_DECLS
