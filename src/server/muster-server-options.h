/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

#include "muster-fault.h"

G_BEGIN_DECLS

/**
 * MusterServerOptions:
 *
 * What muster-platform was asked for.
 */
typedef struct
{
  char         *listen;       /* (owned) */
  char         *database;     /* (owned) (nullable): NULL keeps it in memory */
  int           sample_users; /* 0: none */
  int           sample_seed;
  char         *tls_certificate; /* (owned) (nullable) */
  char         *tls_key;         /* (owned) (nullable) */
  MusterFaults *faults;          /* (owned) (nullable) */
  gboolean      exit_with_stdin; /* ends when its standard input does */
  gboolean      version;
  char         *administrator; /* (owned) (nullable): add-administrator NAME */
  char         *password_file; /* (owned) (nullable) */
} MusterServerOptions;

/* Returns: (transfer full): or %NULL with a sentence in @error. */
MusterServerOptions      *
muster_server_options_parse (int *argc, char ***argv, GError **error);
void muster_server_options_free (MusterServerOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterServerOptions, muster_server_options_free)

G_END_DECLS
