/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterScimError:
 *
 * Text that is not what the protocol's grammar allows. The message says where and why.
 */
typedef enum
{
  MUSTER_SCIM_ERROR_INVALID_FILTER,
  MUSTER_SCIM_ERROR_INVALID_PATH,
  MUSTER_SCIM_ERROR_INVALID_JSON,
} MusterScimError;

#define MUSTER_SCIM_ERROR (muster_scim_error_quark ())

GQuark muster_scim_error_quark (void);

G_END_DECLS
