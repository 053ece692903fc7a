/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gstdio.h>
#include <string.h>

#include "await.h"
#include "muster-connection-error.h"
#include "muster-connection-store.h"

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned): in a folder that is not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = temporary_folder_new ();
  fixture->path
    = g_build_filename (fixture->folder, "config", "muster", "connections.ini", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  temporary_folder_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
load (MusterConnectionStore *store, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_connection_store_load_async (store, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_connection_store_load_finish (store, result, error);
}

static gboolean
put (MusterConnectionStore *store, MusterConnection *connection, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_connection_store_put_async (store, connection, await_cb, &slot);
  result = await_result (&slot);
  return muster_connection_store_put_finish (store, result, error);
}

static gboolean
take_out (MusterConnectionStore *store, MusterConnection *connection, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_connection_store_remove_async (store, connection, await_cb, &slot);
  result = await_result (&slot);
  return muster_connection_store_remove_finish (store, result, error);
}

static MusterConnection *
new_connection (const char *id, const char *name, gint64 last_used)
{
  return g_object_new (MUSTER_TYPE_CONNECTION, "id", id, "name", name, "address",
                       "https://id.halden.example/scim/v2", "user-name", "dana.whitfield",
                       "remembers-password", TRUE, "last-used", last_used, NULL);
}

static void
write_file (Fixture *fixture, const char *bytes, gssize length)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, mode);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const names[]
    = { "Halden Academy", " a=b;c#d\n[x]\t\\", "<b>ليلى</b> \xE2\x80\xAE" };
  g_autoptr (MusterConnectionStore) store = muster_connection_store_new (fixture->path);
  g_autoptr (MusterConnectionStore) other = muster_connection_store_new (fixture->path);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (store, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
  g_assert_null (muster_connection_store_get_last_used (store));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      g_autoptr (MusterConnection) connection = new_connection (id, names[i], 10 * i);

      g_assert_true (put (store, connection, &error));
    }
  assert_mode (folder, 0700);
  assert_mode (fixture->path, 0600);

  g_assert_true (load (other, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MusterConnection) connection
        = g_list_model_get_item (G_LIST_MODEL (other), i);

      g_assert_cmpstr (muster_connection_get_name (connection), ==, names[i]);
      g_assert_cmpstr (muster_connection_get_kind (connection), ==, "scim");
      g_assert_cmpstr (muster_connection_get_address (connection), ==,
                       "https://id.halden.example/scim/v2");
      g_assert_cmpstr (muster_connection_get_user_name (connection), ==,
                       "dana.whitfield");
      g_assert_true (muster_connection_remembers_password (connection));
      g_assert_cmpint (muster_connection_get_last_used (connection), ==, 10 * i);
    }
  g_assert_cmpstr (muster_connection_get_id (
                     muster_connection_store_get_last_used (other)),
                   ==, "id-2");
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, guint *seen)
{
  seen[0] = position;
  seen[1] = removed;
  seen[2] = added;
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterConnectionStore) store = muster_connection_store_new (fixture->path);
  g_autoptr (MusterConnection) a = new_connection ("a", "A", 0);
  g_autoptr (MusterConnection) b = new_connection ("b", "B", 0);
  g_autoptr (MusterConnection) a2 = new_connection ("a", "A again", 5);
  g_autofree char *text = NULL;
  guint            seen[3] = { 0 };

  g_signal_connect (store, "items-changed", G_CALLBACK (count_cb), seen);
  g_assert_true (put (store, a, NULL));
  g_assert_true (put (store, b, NULL));
  g_assert_true (seen[0] == 1 && seen[1] == 0 && seen[2] == 1);
  g_assert_true (put (store, a2, NULL));
  g_assert_true (seen[0] == 0 && seen[1] == 1 && seen[2] == 1);
  g_assert_true (muster_connection_store_find (store, "a") == a2);
  g_assert_true (take_out (store, a, NULL));
  g_assert_true (seen[0] == 0 && seen[1] == 1 && seen[2] == 0);
  g_assert_null (muster_connection_store_find (store, "a"));
  g_assert_true (take_out (store, a, NULL));

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_null (strstr (text, "A again"));
  g_assert_nonnull (strstr (text, "Name=B"));
}

static void
test_what_others_wrote_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterConnectionStore) store = muster_connection_store_new (fixture->path);
  g_autoptr (MusterConnection) a = new_connection ("a", "A", 0);
  g_autofree char *text = NULL;
  GError          *error = NULL;

  write_file (fixture,
              "# Mine.\n[Connection z]\nName=Z\nKind=telepathy\nAddress=x:y\nMood=fine\n"
              "[Elsewhere]\nKey=value\n",
              -1);
  g_assert_true (load (store, &error));
  g_assert_cmpstr (muster_connection_get_kind (muster_connection_store_find (store, "z")),
                   ==, "telepathy");
  g_assert_true (put (store, a, &error));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "# Mine."));
  g_assert_nonnull (strstr (text, "Mood=fine"));
  g_assert_nonnull (strstr (text, "[Elsewhere]"));
}

static const struct
{
  const char *name;
  const char *bytes;
  gssize      length;
} damaged[] = {
  { "text", "This is no list of connections.\n", -1 },
  { "binary", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16 },
  { "no address", "[Connection a]\nKind=scim\n", -1 },
  { "no kind", "[Connection a]\nAddress=https://x\n", -1 },
  { "not UTF-8", "[Connection a]\nKind=scim\nAddress=\xff\xfe\n", -1 },
  { "broken off", "[Connection a]\nKind=scim\nAddress=https://x\n[Connec", -1 },
};

static void
test_damaged_files_are_kept (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (MusterConnectionStore) store
        = muster_connection_store_new (fixture->path);
      g_autoptr (MusterConnection) connection = new_connection ("b", "B", 0);
      g_autoptr (GError) load_error = NULL;
      g_autoptr (GError) put_error = NULL;
      g_autofree char *bytes = NULL;
      gsize            length;
      gsize            n_written;

      g_test_message ("%s", damaged[i].name);
      write_file (fixture, damaged[i].bytes, damaged[i].length);
      g_assert_false (load (store, &load_error));
      g_assert_error (load_error, MUSTER_CONNECTION_ERROR,
                      MUSTER_CONNECTION_ERROR_DAMAGED);
      g_assert_nonnull (strstr (load_error->message, fixture->path));
      g_assert_false (put (store, connection, &put_error));
      g_assert_error (put_error, MUSTER_CONNECTION_ERROR,
                      MUSTER_CONNECTION_ERROR_DAMAGED);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);

      g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
      n_written
        = damaged[i].length < 0 ? strlen (damaged[i].bytes) : (gsize) damaged[i].length;
      g_assert_cmpmem (bytes, length, damaged[i].bytes, n_written);
    }
}

static void
test_places_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "muster", "connections.ini", NULL);
  g_autoptr (MusterConnectionStore) store = muster_connection_store_new (below);
  g_autoptr (MusterConnectionStore) folder
    = muster_connection_store_new (fixture->folder);
  g_autoptr (MusterConnection) connection = new_connection ("a", "A", 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_false (put (store, connection, &error));
  g_assert_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "not saved"));
  g_clear_error (&error);
  g_assert_false (load (folder, &error));
  g_assert_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_DAMAGED);
}

static void
test_many_changes_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterConnectionStore) store = muster_connection_store_new (fixture->path);
  g_autoptr (MusterConnectionStore) other = muster_connection_store_new (fixture->path);
  GAsyncResult *slots[40] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (MusterConnection) connection = new_connection (NULL, "Same name", 0);

      muster_connection_store_put_async (store, connection, await_cb, &slots[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (GAsyncResult) result = await_result (&slots[i]);

      g_assert_true (muster_connection_store_put_finish (store, result, NULL));
    }
  g_assert_true (load (other, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==,
                    G_N_ELEMENTS (slots));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/connection-store/round-trip", test_round_trip);
  ADD ("/connection-store/changes", test_changes);
  ADD ("/connection-store/others", test_what_others_wrote_stays);
  ADD ("/connection-store/damaged", test_damaged_files_are_kept);
  ADD ("/connection-store/unwritable", test_places_that_cannot_be_written);
  ADD ("/connection-store/at-once", test_many_changes_at_once);
  return g_test_run ();
}
