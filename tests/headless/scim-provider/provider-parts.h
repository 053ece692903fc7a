/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-operation.h"
#include "muster-scim-dialect.h"
#include "muster-write.h"

G_BEGIN_DECLS

/* A muster-platform, and a provider that has the enterprise extension. */
extern const MusterScimDialect own_dialect;
extern const MusterScimDialect foreign_dialect;

/* (transfer full): the root of @text, whose quotes are written as '. */
JsonNode *parse_json (const char *text);

/* (transfer full): "field verb value; …", as in "timeZone set Asia/Tokyo". */
GPtrArray *parse_operations (const char *text);

/* (transfer full): writes with the same operations for users named in @ids, each with
 * @version. */
GPtrArray *
new_writes (const char *const *ids, const char *version, const char *operations);

G_END_DECLS
