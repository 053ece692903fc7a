/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-operation.h"

G_BEGIN_DECLS

/**
 * MusterChangeText:
 *
 * What operations of one field and verb do, in words for a label: clean already.
 */
typedef struct
{
  MusterField field;
  MusterVerb  verb;
  char       *text;      /* (owned): "Adds the roles A, B and 10 more" */
  char       *full_text; /* (owned): with every name, for a tooltip */
} MusterChangeText;

/* (transfer full): of MusterChangeText, in the order of @operations (of
 * MusterOperation): "Company becomes Meridian Rail", "Flags 3 fields: …". */
GPtrArray *muster_change_text_list (GPtrArray *operations);

/* (transfer full): @names as an enumeration: "A, B and C"; past @max_names the rest is a
 * number, "A, B and 10 more". */
char *muster_change_text_enumerate (GPtrArray *names, guint max_names);

void muster_change_text_free (MusterChangeText *self);

G_END_DECLS
