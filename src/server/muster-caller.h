/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"
#include "muster-permission.h"

G_BEGIN_DECLS

/**
 * MusterCaller:
 *
 * The signed-in user who makes a request, with the rights read for this request.
 */
typedef struct
{
  gint64            row;         /* of table user */
  char             *id;          /* (owned) */
  char             *user_name;   /* (owned) */
  MusterPermissions permissions; /* those of all roles together */
  gboolean          manages_all; /* Site Administrator */
  guint             flagged;     /* bits of MusterProfileField */
} MusterCaller;

/* Reads the user and the rights; %NULL with _UNAUTHENTICATED where there is no such
 * active user. */
MusterCaller *muster_caller_load (MusterDatabase *database, gint64 row, GError **error);
void          muster_caller_free (MusterCaller *self);
gboolean      muster_caller_has (const MusterCaller *self, MusterPermissions permissions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCaller, muster_caller_free)

G_END_DECLS
