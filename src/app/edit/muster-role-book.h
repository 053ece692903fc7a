/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-edit.h"

G_BEGIN_DECLS

/* Which roles are administrative: a change set knows no more than their names. */

#define MUSTER_TYPE_ROLE_BOOK (muster_role_book_get_type ())

G_DECLARE_FINAL_TYPE (MusterRoleBook, muster_role_book, MUSTER, ROLE_BOOK, GObject)

/**
 * MusterRoleBook:
 *
 * What is known about the roles of a platform.
 *
 * Signals: `changed`, when more is known.
 */
MusterRoleBook *muster_role_book_new (MusterSession *session);

/* Reads the roles, once; an error leaves unknown what is unknown. */
void muster_role_book_load (MusterRoleBook *self);

/* @roles: of MusterResource. */
void muster_role_book_learn (MusterRoleBook *self, GPtrArray *roles);

gboolean muster_role_book_is_administrative (MusterRoleBook *self, const char *id);

G_END_DECLS
