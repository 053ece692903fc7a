/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterPermission:
 *
 * What a role allows. One bit each, so that rights are compared as sets.
 */
typedef enum
{
  MUSTER_PERMISSION_VIEW_USERS = 1 << 0,    /* see users of one's scope */
  MUSTER_PERMISSION_EDIT_USERS = 1 << 1,    /* change their fields, flags, state */
  MUSTER_PERMISSION_CREATE_USERS = 1 << 2,  /* make new ones in one's scope */
  MUSTER_PERMISSION_DELETE_USERS = 1 << 3,  /* remove them for good */
  MUSTER_PERMISSION_SET_PASSWORDS = 1 << 4, /* of users of one's scope */
  MUSTER_PERMISSION_GRANT_ROLES = 1 << 5,   /* whose permissions one holds */
  MUSTER_PERMISSION_MANAGE_ORGANIZATIONS = 1
                                           << 6, /* those that one manages; grant them */
  MUSTER_PERMISSION_MANAGE_COMPANIES = 1 << 7,   /* make, rename, remove */
  MUSTER_PERMISSION_ADMINISTER_SITE = 1 << 8,    /* every organization; write roles */
} MusterPermission;

#define MUSTER_N_PERMISSIONS 9

typedef guint MusterPermissions;

/* "view-users" and so on. */
const char *muster_permission_get_name (MusterPermission permission);
gboolean    muster_permission_from_name (const char *name, MusterPermission *permission);

G_END_DECLS
