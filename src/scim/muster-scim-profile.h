/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-field.h"
#include "muster-profile-field.h"

G_BEGIN_DECLS

/* Where a field of the bulk edit stands in a user resource: `timezone`, `roles`,
 * `urn:muster:…:User:company`. */
const char *muster_scim_field_get_path (MusterField field);

/* Where a profile field stands: `name.givenName`, `phoneNumbers[type eq "work"].value`.
 * Address and Address 2 are the two lines of one `streetAddress`. */
const char *muster_scim_profile_field_get_path (MusterProfileField field);

G_END_DECLS
