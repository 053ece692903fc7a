/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-work.h"

G_BEGIN_DECLS

/**
 * MusterCursor:
 *
 * Where a walk through a list goes on (RFC 9865): behind the row that was answered last,
 * by what the list sorts by. Clients see it as an opaque text, which is bound to the
 * user, the filter and the sort.
 */
typedef struct
{
  GVariant *sort; /* (owned) (nullable): text or number; NULL where it had no value */
  gint64    row;
  gint64    total; /* as the walk began */
} MusterCursor;

void muster_cursor_clear (MusterCursor *self);

/* @binding is all that the list was asked for. Returns: (transfer full). */
char *muster_cursor_print (const MusterCursor *self,
                           const MusterWork   *work,
                           const char         *binding,
                           GError            **error);

/* _INVALID_CURSOR for what muster_cursor_print() did not make for this very list. */
gboolean muster_cursor_parse (MusterCursor     *self,
                              const MusterWork *work,
                              const char       *text,
                              const char       *binding,
                              GError          **error);

G_END_DECLS
