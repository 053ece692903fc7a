/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterPage:
 *
 * A part of a list.
 */
typedef struct
{
  GPtrArray *items;   /* (owned): of MusterUser or MusterResource */
  char  *next_cursor; /* (owned) (nullable): asks for the next page; NULL at the end */
  gint64 total;       /* how many there are in all, as the platform says; -1 unknown */
} MusterPage;

MusterPage *muster_page_new (GPtrArray *items, const char *next_cursor, gint64 total);
void        muster_page_free (MusterPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPage, muster_page_free)

G_END_DECLS
