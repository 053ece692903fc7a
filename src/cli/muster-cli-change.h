/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-operation.h"

G_BEGIN_DECLS

/**
 * MusterCliChange:
 *
 * One change as it was typed: its value is a name that is not looked up yet.
 */
typedef struct
{
  MusterField field;
  MusterVerb  verb;
  char       *name;  /* (owned) (nullable): none where the field shall be empty */
  char       *typed; /* (owned): the option with its value, for sentences */
} MusterCliChange;

void muster_cli_change_free (MusterCliChange *self);

/* @option: without dashes, one of those that say a change; @value: %NULL where it takes
 * none. Returns: (transfer full): or %NULL with %MUSTER_CLI_ERROR_USAGE. */
MusterCliChange *
muster_cli_change_parse (const char *option, const char *value, GError **error);

/* Fails with %MUSTER_CLI_ERROR_USAGE where two of @changes (of MusterCliChange) cannot
 * both be so, as far as their names tell. */
gboolean muster_cli_changes_check (GPtrArray *changes, GError **error);

/* The same for what the names turned out to mean. @operations: of MusterOperation, in the
 * order of @changes. */
gboolean muster_cli_changes_check_resolved (GPtrArray *changes,
                                            GPtrArray *operations,
                                            GError   **error);

/* Whether there is a name whose meaning is to be looked up. */
gboolean muster_cli_change_has_name (const MusterCliChange *self);

/* (transfer full): @value: what the name means; %NULL where nothing was to be looked up,
 * since the field shall be empty or the value goes without saying. */
MusterOperation *
muster_cli_change_to_operation (const MusterCliChange *self, MusterReference *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCliChange, muster_cli_change_free)

G_END_DECLS
