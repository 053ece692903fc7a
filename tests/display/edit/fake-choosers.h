/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource-chooser.h"
#include "muster-user-chooser.h"

G_BEGIN_DECLS

/**
 * FakeChoosers:
 *
 * The choosers' functions without a dialog, for programs that are linked with them: they
 * note what was asked of them, and answer at once with what a test put here. Without an
 * answer they were left by Cancel.
 */
typedef struct
{
  guint              n_calls;
  GtkWindow         *parent;  /* of the last call */
  MusterResourceKind kind;    /* of the last call for a resource */
  guint              n_known; /* users or resources that the last call named */

  GPtrArray       *users;     /* (owned) (nullable): of MusterUser */
  MusterResource  *resource;  /* (owned) (nullable) */
  MusterReference *executive; /* (owned) (nullable) */
} FakeChoosers;

extern FakeChoosers fake_choosers;

void fake_choosers_reset (void);

G_END_DECLS
