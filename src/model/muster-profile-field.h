/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterProfileField:
 *
 * A field of the profile that an administrator can flag, so that its user must fill it
 * in before doing anything else.
 */
typedef enum
{
  MUSTER_PROFILE_FIELD_GIVEN_NAME,
  MUSTER_PROFILE_FIELD_FAMILY_NAME,
  MUSTER_PROFILE_FIELD_JOB_TITLE,
  MUSTER_PROFILE_FIELD_PRIMARY_PHONE,
  MUSTER_PROFILE_FIELD_SECONDARY_PHONE,
  MUSTER_PROFILE_FIELD_ADDRESS,
  MUSTER_PROFILE_FIELD_ADDRESS2,
  MUSTER_PROFILE_FIELD_CITY,
  MUSTER_PROFILE_FIELD_STATE,
  MUSTER_PROFILE_FIELD_ZIP_CODE,
  MUSTER_PROFILE_FIELD_COUNTRY,
  MUSTER_PROFILE_FIELD_TIME_ZONE,
} MusterProfileField;

#define MUSTER_N_PROFILE_FIELDS (MUSTER_PROFILE_FIELD_TIME_ZONE + 1)

const char *muster_profile_field_get_name (MusterProfileField field);
gboolean    muster_profile_field_from_name (const char *name, MusterProfileField *field);

G_END_DECLS
