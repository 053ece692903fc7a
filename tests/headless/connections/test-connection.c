/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-address.h"
#include "muster-connection-error.h"
#include "muster-connection-kinds.h"

static const struct
{
  const char *typed;
  const char *complete;
} addresses[] = {
  { "id.halden.example", "https://id.halden.example" },
  { "  id.halden.example/scim/v2\n", "https://id.halden.example/scim/v2" },
  { "http://127.0.0.1:8421", "http://127.0.0.1:8421" },
  { "localhost:8421", "https://localhost:8421" },
  { "https://x", "https://x" },
  { "ftp://x", "ftp://x" },
  { "   ", "" },
  { "", "" },
};

static void
test_complete (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *complete = muster_connection_address_complete (addresses[i].typed);

      g_assert_cmpstr (complete, ==, addresses[i].complete);
    }
}

static const struct
{
  const char            *address;
  MusterConnectionSafety safety;
} safeties[] = {
  { "https://id.halden.example/scim/v2", MUSTER_CONNECTION_ENCRYPTED },
  { "http://127.0.0.1:8421/scim/v2", MUSTER_CONNECTION_LOCAL },
  { "http://localhost", MUSTER_CONNECTION_LOCAL },
  { "http://id.halden.example", MUSTER_CONNECTION_REFUSED },
  { "ftp://id.halden.example", MUSTER_CONNECTION_UNKNOWN },
  { "https://", MUSTER_CONNECTION_UNKNOWN },
  { "http://", MUSTER_CONNECTION_UNKNOWN },
  { "", MUSTER_CONNECTION_UNKNOWN },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (safeties); i++)
    g_assert_cmpint (muster_connection_address_judge (safeties[i].address), ==,
                     safeties[i].safety);
}

static void
test_names (void)
{
  g_autoptr (MusterConnection) unnamed
    = g_object_new (MUSTER_TYPE_CONNECTION, "address", "https://id.halden.example/scim",
                    "name", "", NULL);
  g_autoptr (MusterConnection) named
    = g_object_new (MUSTER_TYPE_CONNECTION, "name", "Halden Academy", NULL);
  g_autoptr (MusterConnection) odd
    = g_object_new (MUSTER_TYPE_CONNECTION, "address", "nonsense", NULL);

  g_assert_cmpstr (muster_connection_get_name (unnamed), ==, "id.halden.example");
  g_assert_cmpstr (muster_connection_get_name (named), ==, "Halden Academy");
  g_assert_cmpstr (muster_connection_get_name (odd), ==, "nonsense");
  g_assert_cmpstr (muster_connection_get_id (unnamed), !=,
                   muster_connection_get_id (named));
  g_assert_cmpstr (muster_connection_get_kind (named), ==, "scim");
}

static void
test_create_platform (void)
{
  g_autoptr (MusterConnection) good
    = g_object_new (MUSTER_TYPE_CONNECTION, "address", "https://id.halden.example", NULL);
  g_autoptr (MusterConnection) open
    = g_object_new (MUSTER_TYPE_CONNECTION, "address", "http://id.halden.example", NULL);
  g_autoptr (MusterConnection) newer
    = g_object_new (MUSTER_TYPE_CONNECTION, "kind", "telepathy", "address", "https://x",
                    NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPlatform) platform
    = muster_connection_create_platform (good, "secret", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (muster_platform_get_address (platform), ==,
                   "https://id.halden.example");

  g_assert_null (muster_connection_create_platform (open, "secret", &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM);
  g_assert_nonnull (strstr (error->message, "clear text"));
  g_clear_error (&error);

  g_assert_null (muster_connection_create_platform (newer, "secret", &error));
  g_assert_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_KIND);
  g_assert_nonnull (strstr (error->message, "telepathy"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/connection/complete", test_complete);
  g_test_add_func ("/connection/judge", test_judge);
  g_test_add_func ("/connection/names", test_names);
  g_test_add_func ("/connection/create-platform", test_create_platform);
  return g_test_run ();
}
