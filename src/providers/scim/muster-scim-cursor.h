/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterScimCursor:
 *
 * Where a list goes on, in the words that we hand out: a cursor of the server's own
 * (RFC 9865), or a position with what the first page began with.
 */
typedef struct
{
  char  *token;    /* (owned) (nullable): the server's */
  char  *first_id; /* (owned) (nullable): of the first page, for positions */
  gint64 position; /* from 1 */
} MusterScimCursor;

/* @text: (nullable): NULL begins a list. FALSE where it is none of ours. */
gboolean muster_scim_cursor_parse (MusterScimCursor *self, const char *text);
char    *muster_scim_cursor_print_token (const char *token);
char    *muster_scim_cursor_print_position (gint64 position, const char *first_id);
void     muster_scim_cursor_clear (MusterScimCursor *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterScimCursor, muster_scim_cursor_clear)

G_END_DECLS
