/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterField:
 *
 * A field of a user that a bulk edit can change.
 */
typedef enum
{
  MUSTER_FIELD_COMPANY,
  MUSTER_FIELD_ACCOUNT_EXECUTIVE,
  MUSTER_FIELD_ORGANIZATION,
  MUSTER_FIELD_TIME_ZONE,
  MUSTER_FIELD_ROLES,
  MUSTER_FIELD_MANAGED_ORGANIZATIONS,
  MUSTER_FIELD_FLAGGED_FIELDS,
  MUSTER_FIELD_ACTIVE,
} MusterField;

#define MUSTER_N_FIELDS (MUSTER_FIELD_ACTIVE + 1)

/* A set of MusterField, one bit each. */
typedef guint MusterFields;

#define MUSTER_FIELDS_OF(field) (1u << (field))
#define MUSTER_FIELDS_ALL (MUSTER_FIELDS_OF (MUSTER_N_FIELDS) - 1)

/* What MUSTER_FIELD_ACTIVE holds: always one of these two. */
#define MUSTER_ACTIVE_TRUE "true"
#define MUSTER_ACTIVE_FALSE "false"

const char *muster_field_get_name (MusterField field);
gboolean    muster_field_from_name (const char *name, MusterField *field);
gboolean    muster_field_is_multi_valued (MusterField field);
gboolean    muster_field_is_clearable (MusterField field);

G_END_DECLS
