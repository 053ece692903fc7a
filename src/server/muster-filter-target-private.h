/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-filter-target.h"

G_BEGIN_DECLS

/* What the files about targets share. Always %FALSE, with _INVALID_FILTER. */
gboolean muster_target_refuse (GError **error, const char *name, const char *what);

/* Whether the term is a `ne`, which is true of what has no value too. */
gboolean muster_target_is_negative (const MusterTerm *term);

/* By a term, or by a value filter. */
void muster_target_add_bits (const MusterTarget     *self,
                             MusterSql              *sql,
                             const MusterTerm       *term,    /* (nullable) */
                             const MusterScimFilter *filter); /* (nullable) */

gboolean muster_target_add_email (const MusterTarget *self,
                                  MusterSql          *sql,
                                  const MusterTerm   *term,
                                  GError            **error);

gboolean muster_target_add_reference (const MusterTarget *self,
                                      MusterSql          *sql,
                                      const MusterWork   *work,
                                      const MusterTerm   *term,
                                      GError            **error);

/* SQL that answers a row for each of the values. Returns: (transfer full). */
char *muster_target_dup_values (const MusterTarget *self);

G_END_DECLS
