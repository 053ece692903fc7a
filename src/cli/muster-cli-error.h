/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterCliError:
 * @MUSTER_CLI_ERROR_USAGE: the command line asks for what cannot be
 * @MUSTER_CLI_ERROR_PASSWORD: there is no password to be had
 * @MUSTER_CLI_ERROR_NO_TERMINAL: a question, and nobody to ask
 * @MUSTER_CLI_ERROR_DECLINED: the answer was no
 * @MUSTER_CLI_ERROR_OUTPUT: what was to be said could not be written
 */
typedef enum
{
  MUSTER_CLI_ERROR_USAGE,
  MUSTER_CLI_ERROR_PASSWORD,
  MUSTER_CLI_ERROR_NO_TERMINAL,
  MUSTER_CLI_ERROR_DECLINED,
  MUSTER_CLI_ERROR_OUTPUT,
} MusterCliError;

#define MUSTER_CLI_ERROR (muster_cli_error_quark ())

GQuark muster_cli_error_quark (void);

G_END_DECLS
