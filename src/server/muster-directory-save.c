/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-directory-record.h"

#include "muster-audit.h"
#include "muster-fold.h"
#include "muster-schema-check.h"

/* What the tables differ in. */
typedef struct
{
  const MusterResourceType *type;
  MusterPermissions         permission; /* to write them */
  const char               *what;
  const char               *insert;
  const char               *update;
  const char               *remove;
  const char               *in_use; /* answers a row where ?1 is in use */
} Table;

static const Table tables[] = {
  { .type = &muster_resource_type_role,
    .permission = MUSTER_PERMISSION_ADMINISTER_SITE,
    .what = "write roles",
    .insert = "INSERT INTO role (id, external_id, name, name_key, created, modified, "
              "administrative, permissions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8, ?9)",
    .update = "UPDATE role SET external_id = ?2, name = ?3, name_key = ?4, "
              "modified = ?6, version = ?7, administrative = ?8, permissions = ?9 "
              "WHERE id = ?1",
    .remove = "DELETE FROM role WHERE row = ?1",
    .in_use = "SELECT 1 FROM user_role WHERE role = ?1 LIMIT 1" },
  { .type = &muster_resource_type_organization,
    .permission = MUSTER_PERMISSION_MANAGE_ORGANIZATIONS,
    .what = "write organizations",
    .insert = "INSERT INTO organization (id, external_id, name, name_key, created, "
              "modified, parent) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?10)",
    .update = "UPDATE organization SET external_id = ?2, name = ?3, name_key = ?4, "
              "modified = ?6, version = ?7, parent = ?10 WHERE id = ?1",
    .remove = "DELETE FROM organization WHERE row = ?1",
    .in_use = "SELECT 1 WHERE EXISTS (SELECT 1 FROM user WHERE organization = ?1) "
              "OR EXISTS (SELECT 1 FROM organization WHERE parent = ?1) "
              "OR EXISTS (SELECT 1 FROM user_managed_organization "
              "WHERE organization = ?1)" },
  { .type = &muster_resource_type_company,
    .permission = MUSTER_PERMISSION_MANAGE_COMPANIES,
    .what = "write companies",
    .insert = "INSERT INTO company (id, external_id, name, name_key, created, modified) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    .update = "UPDATE company SET external_id = ?2, name = ?3, name_key = ?4, "
              "modified = ?6, version = ?7 WHERE id = ?1",
    .remove = "DELETE FROM company WHERE row = ?1",
    .in_use = "SELECT 1 FROM user WHERE company = ?1 LIMIT 1" },
};

static const Table *
find_table (const MusterDirectoryRecord *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i].type == self->type)
        return &tables[i];
    }
  g_return_val_if_reached (NULL);
}

static gboolean
refuse (GError **error, MusterServerError code, const char *message)
{
  g_set_error_literal (error, MUSTER_SERVER_ERROR, (int) code, message);
  return FALSE;
}

static MusterAttributes
compare (const MusterDirectoryRecord *before, const MusterDirectoryRecord *after)
{
  static const MusterDirectoryRecord nothing = { .name = NULL };
  MusterAttributes                   changed = 0;

  if (before == NULL)
    before = &nothing;
  if (g_strcmp0 (before->base.external_id, after->base.external_id) != 0)
    changed |= MUSTER_ATTRIBUTE (MUSTER_ATTRIBUTE_EXTERNAL_ID);
  if (g_strcmp0 (before->name, after->name) != 0)
    changed |= MUSTER_ATTRIBUTE (MUSTER_DIRECTORY_DISPLAY_NAME);
  if (before->administrative != after->administrative)
    changed |= MUSTER_ATTRIBUTE (MUSTER_DIRECTORY_ADMINISTRATIVE);
  if (before->permissions != after->permissions)
    changed |= MUSTER_ATTRIBUTE (MUSTER_DIRECTORY_PERMISSIONS);
  if (before->parent != after->parent)
    changed |= MUSTER_ATTRIBUTE (MUSTER_DIRECTORY_PARENT);
  return changed;
}

/* Walks up from the new parent: the organization itself must not be on the way. */
static gboolean
check_no_circle (const MusterWork            *work,
                 const MusterDirectoryRecord *after,
                 GError                     **error)
{
  gint64 row = after->parent;

  while (row != 0 && after->base.row != 0)
    {
      const MusterDirectoryEntry *entry;

      if (row == after->base.row)
        return refuse (error, MUSTER_SERVER_ERROR_INVALID_VALUE,
                       "parent: an organization cannot lie below itself.");
      entry = muster_directory_get (work->directory, MUSTER_DIRECTORY_ORGANIZATION, row,
                                    error);
      if (entry == NULL)
        return FALSE;
      row = entry->place;
    }
  return TRUE;
}

static gboolean
check_organization (const MusterWork            *work,
                    const MusterDirectoryRecord *before,
                    const MusterDirectoryRecord *after,
                    GError                     **error)
{
  if (after->type != &muster_resource_type_organization
      || (before != NULL && before->parent == after->parent))
    return TRUE;
  if (!muster_work_has_organization (work, after->parent))
    return refuse (error, MUSTER_SERVER_ERROR_FORBIDDEN,
                   "parent: it must be an organization that you manage.");
  return check_no_circle (work, after, error);
}

static gboolean
check_role (const MusterWork            *work,
            const MusterDirectoryRecord *role, /* (nullable) */
            GError                     **error)
{
  if (role == NULL || muster_caller_has (work->caller, role->permissions))
    return TRUE;
  return refuse (error, MUSTER_SERVER_ERROR_FORBIDDEN,
                 "permissions: you can write only roles whose permissions you hold "
                 "yourself.");
}

static void
explain_uniqueness (const MusterDirectoryRecord *self, GError **error)
{
  g_autofree char *quoted = NULL;

  if (error == NULL
      || !g_error_matches (*error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNIQUENESS))
    return;

  quoted = muster_schema_quote (self->name);
  g_clear_error (error);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNIQUENESS,
               "displayName: there is a %s named %s already: choose another name.",
               self->type->table, quoted);
}

static gboolean
write_row (const MusterWork            *work,
           const MusterDirectoryRecord *self,
           const char                  *sql,
           GError                     **error)
{
  g_autofree char *key = muster_fold (self->name);
  sqlite3_stmt    *statement = muster_database_prepare (work->database, sql, error);
  int              count;

  if (statement == NULL)
    return FALSE;

  count = sqlite3_bind_parameter_count (statement);
  muster_record_bind_text (statement, 1, self->base.id);
  muster_record_bind_text (statement, 2, self->base.external_id);
  muster_record_bind_text (statement, 3, self->name);
  muster_record_bind_text (statement, 4, key);
  sqlite3_bind_int64 (statement, 5, self->base.created);
  sqlite3_bind_int64 (statement, 6, self->base.modified);
  if (count >= 7)
    sqlite3_bind_int64 (statement, 7, self->base.version);
  if (count >= 8)
    sqlite3_bind_int (statement, 8, self->administrative);
  if (count >= 9)
    sqlite3_bind_int64 (statement, 9, self->permissions);
  if (count >= 10 && self->parent != 0)
    sqlite3_bind_int64 (statement, 10, self->parent);
  if (muster_database_run (work->database, statement, error))
    return TRUE;

  explain_uniqueness (self, error);
  return FALSE;
}

static gboolean
audit (MusterWork      *work,
       MusterRecord    *before,
       MusterRecord    *after,
       MusterAttributes changed,
       GError         **error)
{
  MusterRecord       *record = after != NULL ? after : before;
  const MusterSchema *schema = ((MusterDirectoryRecord *) record)->type->schema;

  for (guint key = 0; key <= MUSTER_DIRECTORY_PARENT; key++)
    {
      g_autoptr (GString) old = g_string_new (NULL);
      g_autoptr (GString) new_value = g_string_new (NULL);

      if ((changed & MUSTER_ATTRIBUTE (key)) == 0)
        continue;
      if ((before != NULL
           && !muster_directory_record_append_value (work, before, key, old, error))
          || (after != NULL
              && !muster_directory_record_append_value (work, after, key, new_value,
                                                        error))
          || !muster_audit_add (work, schema, record, key, old->len > 0 ? old->str : NULL,
                                new_value->len > 0 ? new_value->str : NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_directory_record_save (MusterWork   *work,
                              MusterRecord *before,
                              MusterRecord *after,
                              GError      **error)
{
  MusterDirectoryRecord *old = (MusterDirectoryRecord *) before;
  MusterDirectoryRecord *self = (MusterDirectoryRecord *) after;
  const Table           *table = find_table (self);
  MusterAttributes       changed = compare (old, self);

  if (!muster_work_require (work, table->permission, table->what, error)
      || !check_role (work, old, error) || !check_role (work, self, error)
      || !check_organization (work, old, self, error))
    return FALSE;
  if (changed == 0)
    return TRUE;

  if (old != NULL)
    {
      after->version++;
      after->modified = work->now;
    }
  if (!write_row (work, self, old != NULL ? table->update : table->insert, error))
    return FALSE;
  if (old == NULL)
    after->row = sqlite3_last_insert_rowid (muster_database_get_handle (work->database));
  return audit (work, before, after, changed, error) && muster_work_forget (work, error);
}

static gboolean
check_unused (const MusterWork   *work,
              const Table        *table,
              const MusterRecord *record,
              GError            **error)
{
  sqlite3_stmt *statement;
  MusterStep    step;

  statement = muster_database_prepare (work->database, table->in_use, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->row);
  step = muster_database_step (work->database, statement, error);
  sqlite3_reset (statement);
  if (step == MUSTER_STEP_ROW)
    g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_CONFLICT,
                 "This %s is still in use: take it from all that have it first.",
                 table->type->table);
  return step == MUSTER_STEP_DONE;
}

gboolean
muster_directory_record_remove (MusterWork *work, MusterRecord *record, GError **error)
{
  MusterDirectoryRecord *self = (MusterDirectoryRecord *) record;
  const Table           *table = find_table (self);
  sqlite3_stmt          *statement;

  if (!muster_work_require (work, table->permission, table->what, error)
      || !check_role (work, self, error) || !check_unused (work, table, record, error)
      || !audit (work, record, NULL, compare (NULL, self), error))
    return FALSE;

  statement = muster_database_prepare (work->database, table->remove, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->row);
  return muster_database_run (work->database, statement, error)
         && muster_work_forget (work, error);
}
