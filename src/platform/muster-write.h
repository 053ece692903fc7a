/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterWrite:
 *
 * What to change of one user.
 */
typedef struct
{
  char      *user_id;    /* (owned) */
  char      *version;    /* (owned) (nullable): the version to insist on */
  GPtrArray *operations; /* (owned): of MusterOperation */
} MusterWrite;

MusterWrite      *
muster_write_new (const char *user_id, const char *version, GPtrArray *operations);
void muster_write_free (MusterWrite *self);

/**
 * MusterWriteState:
 * @MUSTER_WRITE_TAKEN: the platform says yes; whether it is so is for a reader to see
 * @MUSTER_WRITE_CONFLICT: refused, the version moved on
 * @MUSTER_WRITE_REJECTED: refused, about this user
 * @MUSTER_WRITE_NOT_READ: certainly not looked at; may be sent again as it is
 * @MUSTER_WRITE_UNSURE: may have taken effect; must be read back
 */
typedef enum
{
  MUSTER_WRITE_TAKEN,
  MUSTER_WRITE_CONFLICT,
  MUSTER_WRITE_REJECTED,
  MUSTER_WRITE_NOT_READ,
  MUSTER_WRITE_UNSURE,
} MusterWriteState;

/**
 * MusterWriteResult:
 *
 * What the platform answered about one #MusterWrite.
 */
typedef struct
{
  MusterWriteState state;
  char            *message; /* (owned) (nullable): the platform's own words */
  char            *field;   /* (owned) (nullable): what they are about, in its words */
  char            *version; /* (owned) (nullable): the user's version afterwards */
} MusterWriteResult;

MusterWriteResult *muster_write_result_new (MusterWriteState state,
                                            const char      *message,
                                            const char      *field,
                                            const char      *version);
void               muster_write_result_free (MusterWriteResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWrite, muster_write_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWriteResult, muster_write_result_free)

G_END_DECLS
