/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-rights.h"

#include <string.h>

#define PASSWORD MUSTER_ATTRIBUTE (MUSTER_USER_PASSWORD)
#define ROLES MUSTER_ATTRIBUTE (MUSTER_USER_ROLES)
#define MANAGED MUSTER_ATTRIBUTE (MUSTER_USER_MANAGED_ORGANIZATIONS)
#define ORGANIZATION MUSTER_ATTRIBUTE (MUSTER_USER_ORGANIZATION)

static gboolean
equal_rows (GArray *a, GArray *b)
{
  if (a == NULL || b == NULL)
    return TRUE;
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static void
add_if (MusterAttributes *changed, guint key, gboolean differs)
{
  if (differs)
    *changed |= MUSTER_ATTRIBUTE (key);
}

static void
compare_columns (const MusterUserRecord *before,
                 const MusterUserRecord *after,
                 MusterAttributes       *changed)
{
  add_if (changed, MUSTER_ATTRIBUTE_EXTERNAL_ID,
          g_strcmp0 (before->base.external_id, after->base.external_id) != 0);
  add_if (changed, MUSTER_USER_USER_NAME,
          g_strcmp0 (before->user_name, after->user_name) != 0);
  add_if (changed, MUSTER_USER_TIME_ZONE,
          g_strcmp0 (before->time_zone, after->time_zone) != 0);
  add_if (changed, MUSTER_USER_ACTIVE, before->active != after->active);
  add_if (changed, MUSTER_USER_PASSWORD, after->new_password != NULL);
  add_if (changed, MUSTER_USER_COMPANY, before->company != after->company);
  add_if (changed, MUSTER_USER_ACCOUNT_EXECUTIVE,
          before->account_executive != after->account_executive);
  add_if (changed, MUSTER_USER_ORGANIZATION, before->organization != after->organization);
  add_if (changed, MUSTER_USER_FLAGGED_FIELDS, before->flagged != after->flagged);
  add_if (changed, MUSTER_USER_ROLES, !equal_rows (before->roles, after->roles));
  add_if (changed, MUSTER_USER_MANAGED_ORGANIZATIONS,
          !equal_rows (before->managed_organizations, after->managed_organizations));
}

static gboolean
equal_members (JsonObject *a, JsonObject *b, const char *name)
{
  JsonNode *old = json_object_get_member (a, name);
  JsonNode *new_value = json_object_get_member (b, name);

  if (old == NULL || new_value == NULL)
    return old == new_value;
  return json_node_equal (old, new_value);
}

static gboolean
compare_docs (MusterUserRecord *before,
              MusterUserRecord *after,
              MusterAttributes *changed,
              GError          **error)
{
  const MusterSchemaAttribute *attribute = muster_schema_user.attributes;
  JsonObject                  *old, *new_doc;

  if (g_str_equal (before->doc, after->doc))
    return TRUE;

  old = muster_user_record_get_doc (before, error);
  new_doc = old != NULL ? muster_user_record_get_doc (after, error) : NULL;
  if (new_doc == NULL)
    return FALSE;

  for (; attribute->name != NULL; attribute++)
    {
      if (MUSTER_ATTRIBUTE (attribute->key) & MUSTER_USER_DOC_ATTRIBUTES)
        add_if (changed, attribute->key, !equal_members (old, new_doc, attribute->name));
    }
  return TRUE;
}

gboolean
muster_user_compare (MusterUserRecord *before,
                     MusterUserRecord *after,
                     MusterAttributes *changed,
                     GError          **error)
{
  static const MusterUserRecord blank = { .doc = (char *) "{}" };
  g_autoptr (MusterUserRecord) nothing = NULL;

  *changed = 0;
  if (before == NULL)
    {
      nothing = muster_user_record_copy (&blank);
      nothing->roles = g_array_new (FALSE, FALSE, sizeof (gint64));
      nothing->managed_organizations = g_array_new (FALSE, FALSE, sizeof (gint64));
      *changed = MUSTER_ATTRIBUTE (MUSTER_USER_ACTIVE);
      before = nothing;
    }
  compare_columns (before, after, changed);
  return compare_docs (before, after, changed, error);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_FORBIDDEN,
                       message);
  return FALSE;
}

static gboolean
collect_permissions (const MusterWork  *work,
                     GArray            *roles,
                     MusterPermissions *permissions,
                     GError           **error)
{
  *permissions = 0;
  for (guint i = 0; i < roles->len; i++)
    {
      const MusterDirectoryEntry *role
        = muster_directory_get (work->directory, MUSTER_DIRECTORY_ROLE,
                                g_array_index (roles, gint64, i), error);

      if (role == NULL)
        return FALSE;
      *permissions |= role->permissions;
    }
  return TRUE;
}

gboolean
muster_user_check_holder (const MusterWork       *work,
                          const MusterUserRecord *record,
                          GError                **error)
{
  MusterPermissions permissions;

  if (!collect_permissions (work, record->roles, &permissions, error))
    return FALSE;
  if (!muster_caller_has (work->caller, permissions))
    return refuse (error, "This user holds permissions that you do not, so only an "
                          "administrator who holds them can do this.");
  return TRUE;
}

static gboolean
check_needed (const MusterWork *work, MusterAttributes changed, GError **error)
{
  if ((changed & ROLES)
      && !muster_work_require (work, MUSTER_PERMISSION_GRANT_ROLES, "change roles",
                               error))
    return FALSE;
  if ((changed & MANAGED)
      && !muster_work_require (work, MUSTER_PERMISSION_MANAGE_ORGANIZATIONS,
                               "change which organizations a user manages", error))
    return FALSE;
  if ((changed & PASSWORD)
      && !muster_work_require (work, MUSTER_PERMISSION_SET_PASSWORDS, "set passwords",
                               error))
    return FALSE;
  return TRUE;
}

/* Roles are the caller's to give where the caller holds all that they allow. */
static gboolean
check_roles (const MusterWork *work, const MusterUserRecord *after, GError **error)
{
  MusterPermissions permissions;

  if (!collect_permissions (work, after->roles, &permissions, error))
    return FALSE;
  if (!muster_caller_has (work->caller, permissions))
    return refuse (error,
                   "You can grant only roles whose permissions you hold yourself.");
  return TRUE;
}

static gboolean
holds_row (GArray *rows, gint64 row)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (g_array_index (rows, gint64, i) == row)
        return TRUE;
    }
  return FALSE;
}

/* Whether all rows of @rows that @others has not are the caller's to manage. */
static gboolean
manages_difference (const MusterWork *work, GArray *rows, GArray *others)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);

      if (!holds_row (others, row) && !muster_work_has_organization (work, row))
        return FALSE;
    }
  return TRUE;
}

/* A user with permissions uses them in the organizations that this user manages. Who gets
 * permissions, or a password that the caller knows, must not reach further than the
 * caller does. */
static gboolean
gains_reach (const MusterUserRecord *before,
             const MusterUserRecord *after,
             MusterAttributes        changed)
{
  if (changed & PASSWORD)
    return TRUE;
  for (guint i = 0; (changed & ROLES) && i < after->roles->len; i++)
    {
      if (before == NULL
          || !holds_row (before->roles, g_array_index (after->roles, gint64, i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_reach (const MusterWork *work, const MusterUserRecord *after, GError **error)
{
  MusterPermissions permissions;

  if (!collect_permissions (work, after->roles, &permissions, error))
    return FALSE;
  if (permissions != 0 && !manages_difference (work, after->managed_organizations, NULL))
    return refuse (error, "This user manages organizations that you do not, so only an "
                          "administrator who manages them can do this.");
  return TRUE;
}

gboolean
muster_user_check_change (const MusterWork       *work,
                          const MusterUserRecord *before,
                          const MusterUserRecord *after,
                          MusterAttributes        changed,
                          GError                **error)
{
  GArray *managed = before != NULL ? before->managed_organizations : NULL;

  if (work->own)
    return TRUE;
  if (!check_needed (work, changed, error))
    return FALSE;
  if (before != NULL && (changed & ~(ROLES | MANAGED | PASSWORD))
      && !muster_work_require (work, MUSTER_PERMISSION_EDIT_USERS, "edit users", error))
    return FALSE;
  if (before != NULL && changed != 0 && !muster_user_check_holder (work, before, error))
    return FALSE;
  if ((changed & ROLES) && !check_roles (work, after, error))
    return FALSE;
  if ((before == NULL || (changed & ORGANIZATION))
      && !muster_work_has_organization (work, after->organization))
    return refuse (error, "organization: a user must be in an organization that you "
                          "manage.");
  if ((changed & MANAGED)
      && (!manages_difference (work, after->managed_organizations, managed)
          || !manages_difference (work, managed, after->managed_organizations)))
    return refuse (error, "You can give and take only organizations that you manage.");
  return !gains_reach (before, after, changed) || check_reach (work, after, error);
}
