/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_SIGN_IN_FIELD_NONE,
  MUSTER_SIGN_IN_FIELD_ADDRESS,
  MUSTER_SIGN_IN_FIELD_USER_NAME,
  MUSTER_SIGN_IN_FIELD_PASSWORD,
} MusterSignInField;

/**
 * MusterSignInFault:
 *
 * Why somebody is not signed in, for people.
 */
typedef struct
{
  const char       *title;     /* translated, static */
  char             *text;      /* (owned): a sentence, clean for a label */
  MusterSignInField field;     /* what to mend */
  gboolean          may_retry; /* the same may do another time */
} MusterSignInFault;

/* (transfer full): what an attempt ended with, other than that it was cancelled. */
MusterSignInFault *muster_sign_in_fault_new (const GError *error);

/* (transfer full): @field was left empty. */
MusterSignInFault *muster_sign_in_fault_new_missing (MusterSignInField field);

void muster_sign_in_fault_free (MusterSignInFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSignInFault, muster_sign_in_fault_free)

G_END_DECLS
