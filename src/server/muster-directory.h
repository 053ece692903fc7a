/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"
#include "muster-permission.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_DIRECTORY_ROLE,
  MUSTER_DIRECTORY_ORGANIZATION,
  MUSTER_DIRECTORY_COMPANY,
  MUSTER_DIRECTORY_USER,
} MusterDirectoryKind;

#define MUSTER_N_DIRECTORY_KINDS (MUSTER_DIRECTORY_USER + 1)

/* What users refer to. */
typedef struct
{
  gint64            row;
  char             *id;          /* (owned) */
  char             *name;        /* (owned) */
  MusterPermissions permissions; /* of a role */
  gint64            place;       /* of an organization its parent, of a user the
                                    organization; 0: none */
} MusterDirectoryEntry;

/**
 * MusterDirectory:
 *
 * The names behind references, each read once for a request.
 */
typedef struct _MusterDirectory MusterDirectory;

MusterDirectory *muster_directory_new (MusterDatabase *database);
void             muster_directory_free (MusterDirectory *self);

/* Returns: (transfer none): the entry of a row that is known to be there, or %NULL with
 * an error. It lives until muster_directory_forget(). */
const MusterDirectoryEntry *muster_directory_get (MusterDirectory    *self,
                                                  MusterDirectoryKind kind,
                                                  gint64              row,
                                                  GError            **error);

/* @entry becomes %NULL where there is no such id, which is no error here. */
gboolean muster_directory_find (MusterDirectory             *self,
                                MusterDirectoryKind          kind,
                                const char                  *id,
                                const MusterDirectoryEntry **entry,
                                GError                     **error);

/* To be called when one of them was written. */
void muster_directory_forget (MusterDirectory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDirectory, muster_directory_free)

G_END_DECLS
