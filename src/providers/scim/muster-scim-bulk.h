/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-scim-dialect.h"
#include "muster-write.h"

G_BEGIN_DECLS

/* Prints a bulk request (RFC 7644 §3.7) for @writes (of MusterWrite) from @first on: as
 * many as @max_operations and @max_bytes let in, but at least one. @bare: the form of the
 * RFC's own example, with the operations alone as `data`.
 *
 * Returns: how many went in. */
guint muster_scim_bulk_print (GPtrArray               *writes,
                              guint                    first,
                              guint                    max_operations,
                              gsize                    max_bytes,
                              gboolean                 bare,
                              const MusterScimDialect *dialect,
                              GString                 *out);

/* Reads what a bulk request for @n_writes of @writes from @first on was answered, into
 * @results at the same positions. What the answer leaves out is unsure: no request of
 * ours lets a server stop at an error, so that it might be left out of the answer alone.
 * FALSE where the whole cannot be used. */
gboolean muster_scim_bulk_read (JsonObject         *answer,
                                GPtrArray          *writes,
                                guint               first,
                                guint               n_writes,
                                MusterWriteResult **results,
                                GError            **error);

G_END_DECLS
