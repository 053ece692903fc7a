/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"

G_BEGIN_DECLS

/* The own attributes of roles, organizations and companies, by key. */
enum
{
  MUSTER_DIRECTORY_DISPLAY_NAME = MUSTER_ATTRIBUTE_FIRST_OWN,
  MUSTER_DIRECTORY_ADMINISTRATIVE,
  MUSTER_DIRECTORY_PERMISSIONS,
  MUSTER_DIRECTORY_PARENT,
};

G_END_DECLS
