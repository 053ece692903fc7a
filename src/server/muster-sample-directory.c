/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sample-directory.h"

#include "muster-administrator.h"
#include "muster-fold.h"
#include "muster-permission.h"

#define ALL_PERMISSIONS ((1 << MUSTER_N_PERMISSIONS) - 1)

static const char *const companies[] = {
  "Meridian Rail",        "Kestrel Air",
  "Halden Energi",        "Northwind Traders",
  "Blaue Brücke GmbH",    "Società Ferroviaria",
  "Compañía del Sur",     "Fjord & Sønner",
  "Ōtani Denki",          "三和工業",
  "Зоря Транс",           "Ελληνικά Λιμάνια",
  "شركة النيل",           "Harbour Freight",
  "Atlas Elevators",      "Brightwater Utilities",
  "Cobalt Mining",        "Delta Pharma",
  "Evergreen Health",     "Foxglove Hotels",
  "Granite Construction", "Hollis & Daughters",
  "Ironbridge Steel",     "Juniper Foods",
  "Kite Telecom",         "Lantern Insurance",
  "Mosaic Retail",        "Nimbus Data",
  "Orchard Logistics",    "Pinnacle \"Prime\" Services",
};

/* Three levels, joined: a region has every department, a department some teams. */
static const char *const regions[] = {
  "North", "South", "East", "West", "Coast", "Highlands",
};
static const char *const departments[] = {
  "Field Service",
  "Training Centre",
  "Customer Care",
  "Rail Operations",
};
static const char *const teams[] = {
  "Line Maintenance", "Depot", "Day Shift", "Night Shift", "Apprentices",
};

static const struct
{
  const char *name;
  guint       permissions;
} roles[] = {
  { "Basic User", 0 },
  { "Student", 0 },
  { "Instructor", 0 },
  { "Mentor", 0 },
  { "Assessor", 0 },
  { "Content Author", 0 },
  { "Safety Officer", 0 },
  { "Operations Manager",
    MUSTER_PERMISSION_VIEW_USERS | MUSTER_PERMISSION_EDIT_USERS
      | MUSTER_PERMISSION_CREATE_USERS | MUSTER_PERMISSION_SET_PASSWORDS
      | MUSTER_PERMISSION_GRANT_ROLES | MUSTER_PERMISSION_MANAGE_ORGANIZATIONS },
  { "User Manager", MUSTER_PERMISSION_VIEW_USERS | MUSTER_PERMISSION_EDIT_USERS
                      | MUSTER_PERMISSION_CREATE_USERS
                      | MUSTER_PERMISSION_SET_PASSWORDS },
  { "Help Desk", MUSTER_PERMISSION_VIEW_USERS | MUSTER_PERMISSION_SET_PASSWORDS },
  { "Company Manager",
    MUSTER_PERMISSION_VIEW_USERS | MUSTER_PERMISSION_MANAGE_COMPANIES },
  { "Auditor", MUSTER_PERMISSION_VIEW_USERS },
  { MUSTER_SITE_ADMINISTRATOR, ALL_PERMISSIONS },
};

typedef struct
{
  MusterDatabase *database; /* (not owned) */
  GRand          *random;   /* (not owned) */
  gint64          created;  /* microseconds since 1970 */
} Writer;

char *
muster_sample_draw_id (GRand *random)
{
  guint32 a = g_rand_int (random);
  guint32 b = g_rand_int (random);
  guint32 c = g_rand_int (random);
  guint32 d = g_rand_int (random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff,
                          0x8000 | ((c >> 16) & 0x3fff), c & 0xffff, d);
}

/* Binds ?1 id, ?2 name, ?3 key, ?4 created, runs, and says which row it became. */
static gboolean
insert (
  Writer *self, sqlite3_stmt *statement, const char *name, gint64 *row, GError **error)
{
  g_autofree char *id = muster_sample_draw_id (self->random);
  g_autofree char *key = muster_fold (name);

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, self->created);
  if (!muster_database_run (self->database, statement, error))
    return FALSE;
  *row = sqlite3_last_insert_rowid (muster_database_get_handle (self->database));
  return TRUE;
}

static gboolean
fill_companies (Writer *self, GArray *rows, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (companies); i++)
    {
      sqlite3_stmt *statement = muster_database_prepare (self->database,
                                                         "INSERT INTO company (id, name, "
                                                         "name_key, created, modified) "
                                                         "VALUES (?1, ?2, ?3, ?4, ?4)",
                                                         error);
      gint64        row;

      if (statement == NULL || !insert (self, statement, companies[i], &row, error))
        return FALSE;
      g_array_append_val (rows, row);
    }
  return TRUE;
}

static gboolean
add_organization (Writer     *self,
                  const char *name,
                  gint64      parent,
                  GArray     *rows,
                  gint64     *row,
                  GError    **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare (self->database,
                               "INSERT INTO organization (id, name, name_key, parent, "
                               "created, modified) "
                               "VALUES (?1, ?2, ?3, ?5, ?4, ?4)",
                               error);

  if (statement == NULL)
    return FALSE;
  if (parent != 0)
    sqlite3_bind_int64 (statement, 5, parent);
  if (!insert (self, statement, name, row, error))
    return FALSE;
  g_array_append_val (rows, *row);
  return TRUE;
}

static gboolean
fill_department (Writer     *self,
                 const char *region,
                 const char *department,
                 gint64      parent,
                 GArray     *rows,
                 GError    **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s", region, department);
  guint            n_teams = (guint) g_rand_int_range (self->random, 1, 5);
  gint64           row;
  gint64           team;

  if (!add_organization (self, name, parent, rows, &row, error))
    return FALSE;
  for (guint i = 0; i < n_teams; i++)
    {
      g_autofree char *team_name = g_strdup_printf ("%s %s", name, teams[i]);

      if (!add_organization (self, team_name, row, rows, &team, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_organizations (Writer *self, GArray *rows, GError **error)
{
  gint64 root;

  if (!add_organization (self, "Halden Group", 0, rows, &root, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      gint64 region;

      if (!add_organization (self, regions[i], root, rows, &region, error))
        return FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (departments); j++)
        if (!fill_department (self, regions[i], departments[j], region, rows, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
add_role (Writer *self, guint position, gint64 *row, GError **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare (self->database,
                               "INSERT INTO role (id, name, name_key, administrative, "
                               "permissions, created, "
                               "modified) VALUES (?1, ?2, ?3, ?5, ?6, ?4, ?4)",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 5, roles[position].permissions != 0);
  sqlite3_bind_int64 (statement, 6, roles[position].permissions);
  return insert (self, statement, roles[position].name, row, error);
}

static gboolean
fill_roles (Writer *self, MusterSampleDirectory *directory, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gint64 row;

      if (!add_role (self, i, &row, error))
        return FALSE;
      if (roles[i].permissions == ALL_PERMISSIONS)
        directory->site_administrator = row;
      else if (roles[i].permissions != 0)
        g_array_append_val (directory->administrative, row);
      else
        g_array_append_val (directory->roles, row);
    }
  return TRUE;
}

MusterSampleDirectory *
muster_sample_directory_fill (MusterDatabase *database,
                              GRand          *random,
                              gint64          created,
                              GError        **error)
{
  Writer writer = { .database = database, .random = random, .created = created };
  g_autoptr (MusterSampleDirectory) self = g_new0 (MusterSampleDirectory, 1);

  self->companies = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->organizations = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->roles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->administrative = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!fill_companies (&writer, self->companies, error)
      || !fill_organizations (&writer, self->organizations, error)
      || !fill_roles (&writer, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
muster_sample_directory_free (MusterSampleDirectory *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->companies);
  g_array_unref (self->organizations);
  g_array_unref (self->roles);
  g_array_unref (self->administrative);
  g_free (self);
}
