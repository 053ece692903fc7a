/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterSampleDirectory:
 *
 * The rows of what sample users refer to.
 */
typedef struct
{
  GArray *companies;      /* (owned): of gint64 */
  GArray *organizations;  /* (owned): of gint64 */
  GArray *roles;          /* (owned): of gint64, those anybody may have */
  GArray *administrative; /* (owned): of gint64, all but the next */
  gint64  site_administrator;
} MusterSampleDirectory;

/* Writes companies, the tree of organizations and roles. @created: microseconds since
 * 1970. Returns: (transfer full): or %NULL with an error. */
MusterSampleDirectory *muster_sample_directory_fill (MusterDatabase *database,
                                                     GRand          *random,
                                                     gint64          created,
                                                     GError        **error);
void                   muster_sample_directory_free (MusterSampleDirectory *self);

/* (transfer full): an identifier in the form of a UUID, drawn from @random. */
char *muster_sample_draw_id (GRand *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSampleDirectory, muster_sample_directory_free)

G_END_DECLS
