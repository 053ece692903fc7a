/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "muster-connection-error.h"

#define GROUP_PREFIX "Connection "
#define MAX_FILE (4 * 1024 * 1024)

/* Two changes at once would each lose the other's. */
G_LOCK_DEFINE_STATIC (file);

char *
muster_connection_file_build_default_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "muster", "connections.ini", NULL);
}

static gboolean
fail_damaged (const char *path, const char *reason, GError **error)
{
  g_set_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_DAMAGED,
               /* Translators: a file, and what is wrong with it. */
               _ ("The list of connections, %s, is damaged (%s). Muster leaves it as it "
                  "is: mend it, or move it away to begin a new one."),
               path, reason);
  return FALSE;
}

/* Pipes and the like would be read for ever. */
static gboolean
check_file (const char *path, gboolean *exists, GError **error)
{
  GStatBuf info;

  *exists = g_stat (path, &info) == 0;
  if (!*exists && (errno == ENOENT || errno == ENOTDIR))
    return TRUE;
  if (!*exists)
    {
      g_set_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_FILE,
                   _ ("The list of connections, %s, cannot be read: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    return fail_damaged (path, _ ("it is no file"), error);
  return info.st_size <= MAX_FILE || fail_damaged (path, _ ("it is too large"), error);
}

/* (transfer full): an empty one where there is no file. */
static GKeyFile *
load_key_file (const char *path, GError **error)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) cause = NULL;
  gboolean exists;

  if (!check_file (path, &exists, error))
    return NULL;
  if (!exists
      || g_key_file_load_from_file (key_file, path,
                                    G_KEY_FILE_KEEP_COMMENTS
                                      | G_KEY_FILE_KEEP_TRANSLATIONS,
                                    &cause))
    return g_steal_pointer (&key_file);
  if (cause->domain == G_KEY_FILE_ERROR)
    fail_damaged (path, cause->message, error);
  else
    g_set_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_FILE,
                 _ ("The list of connections, %s, cannot be read: %s."), path,
                 cause->message);
  return NULL;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_FILE,
               /* Translators: a folder, and what the system says. */
               _ ("The folder %s cannot be made: %s. The connections were not saved."),
               folder, g_strerror (errno));
  return FALSE;
}

static gboolean
save_key_file (GKeyFile *key_file, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  if (!make_folder (path, error))
    return FALSE;
  text = g_key_file_to_data (key_file, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT
                                  | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &cause))
    return TRUE;
  g_set_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_FILE,
               _ ("The connections were not saved: %s."), cause->message);
  return FALSE;
}

/* (transfer full) (nullable): %NULL with an error where a key that must be there is not,
 * or is no text. */
static MusterConnection *
read_group (GKeyFile *key_file, const char *group, GError **error)
{
  g_autofree char *kind = g_key_file_get_string (key_file, group, "Kind", error);
  g_autofree char *address = NULL;
  g_autofree char *name = NULL;
  g_autofree char *user_name = NULL;

  if (kind == NULL)
    return NULL;
  address = g_key_file_get_string (key_file, group, "Address", error);
  if (address == NULL)
    return NULL;
  name = g_key_file_get_string (key_file, group, "Name", NULL);
  user_name = g_key_file_get_string (key_file, group, "UserName", NULL);
  return g_object_new (MUSTER_TYPE_CONNECTION, "id", group + strlen (GROUP_PREFIX),
                       "kind", kind, "address", address, "name", name, "user-name",
                       user_name, "remembers-password",
                       g_key_file_get_boolean (key_file, group, "RemembersPassword",
                                               NULL),
                       "last-used",
                       MAX (g_key_file_get_int64 (key_file, group, "LastUsed", NULL), 0),
                       NULL);
}

static GPtrArray *
read_groups (GKeyFile *key_file, const char *path, GError **error)
{
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) groups = g_key_file_get_groups (key_file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GError) cause = NULL;
      MusterConnection *connection;

      if (!g_str_has_prefix (groups[i], GROUP_PREFIX))
        continue;
      connection = read_group (key_file, groups[i], &cause);
      if (connection == NULL)
        {
          fail_damaged (path, cause->message, error);
          return NULL;
        }
      g_ptr_array_add (connections, connection);
    }
  return g_steal_pointer (&connections);
}

GPtrArray *
muster_connection_file_read (const char *path, GError **error)
{
  g_autoptr (GKeyFile) key_file = load_key_file (path, error);

  return key_file != NULL ? read_groups (key_file, path, error) : NULL;
}

static void
write_group (GKeyFile *key_file, MusterConnection *connection)
{
  g_autofree char *group
    = g_strconcat (GROUP_PREFIX, muster_connection_get_id (connection), NULL);

  g_key_file_set_string (key_file, group, "Name",
                         muster_connection_get_name (connection));
  g_key_file_set_string (key_file, group, "Kind",
                         muster_connection_get_kind (connection));
  g_key_file_set_string (key_file, group, "Address",
                         muster_connection_get_address (connection));
  g_key_file_set_string (key_file, group, "UserName",
                         muster_connection_get_user_name (connection));
  g_key_file_set_boolean (key_file, group, "RemembersPassword",
                          muster_connection_remembers_password (connection));
  g_key_file_set_int64 (key_file, group, "LastUsed",
                        muster_connection_get_last_used (connection));
}

/* With @connection (nullable) put in, and @id (nullable) taken out. */
static gboolean
rewrite (const char *path, MusterConnection *connection, const char *id, GError **error)
{
  g_autoptr (GKeyFile) key_file = load_key_file (path, error);
  g_autoptr (GPtrArray) connections = NULL;
  g_autofree char *group = g_strconcat (GROUP_PREFIX, id, NULL);

  if (key_file == NULL || (connections = read_groups (key_file, path, error)) == NULL)
    return FALSE;
  if (connection != NULL)
    write_group (key_file, connection);
  else if (!g_key_file_remove_group (key_file, group, NULL))
    return TRUE;
  return save_key_file (key_file, path, error);
}

gboolean
muster_connection_file_put (const char       *path,
                            MusterConnection *connection,
                            GError          **error)
{
  gboolean done;

  G_LOCK (file);
  done = rewrite (path, connection, NULL, error);
  G_UNLOCK (file);
  return done;
}

gboolean
muster_connection_file_remove (const char *path, const char *id, GError **error)
{
  gboolean done;

  G_LOCK (file);
  done = rewrite (path, NULL, id, error);
  G_UNLOCK (file);
  return done;
}
