/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include <string.h>

#include "muster-platform-error.h"
#include "muster-scim-urns.h"

#define CONFIG(members)                                                                  \
  "{'schemas':['" MUSTER_SCIM_URN_SERVICE_PROVIDER_CONFIG "']" members "}"
#define FIELD(name) MUSTER_FIELDS_OF (MUSTER_FIELD_##name)

static gboolean
read_config (MusterScimDialect *dialect, const char *text, GError **error)
{
  g_autoptr (JsonNode) root = parse_json (text);

  *dialect = (MusterScimDialect){ 0 };
  return muster_scim_dialect_read_config (dialect, json_node_get_object (root), error);
}

/* What is not announced is not there; but every provider has PUT (RFC 7644 §3.5.1). */
static void
test_nothing_announced (void)
{
  MusterScimDialect dialect;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCapabilities) capabilities = NULL;

  g_assert_true (read_config (&dialect, CONFIG (""), &error));
  muster_scim_dialect_read_schemas (&dialect, NULL);
  capabilities = muster_scim_dialect_to_capabilities (&dialect);
  g_assert_cmpuint (capabilities->fields, ==,
                    MUSTER_FIELDS_OF (MUSTER_FIELD_TIME_ZONE)
                      | MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES)
                      | MUSTER_FIELDS_OF (MUSTER_FIELD_ACTIVE));
  g_assert_cmpuint (capabilities->page_size, ==, 100);
  g_assert_cmpuint (capabilities->match_size, ==, 1);
  g_assert_false (capabilities->has_versions);
  g_assert_cmpuint (capabilities->transports->len, ==, 1);
  g_assert_cmpint (muster_scim_dialect_get_transport (&dialect, 0), ==,
                   MUSTER_SCIM_TRANSPORT_WHOLE);
  g_assert_false (dialect.has_filter);
}

static void
test_own (void)
{
  MusterScimDialect dialect;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCapabilities) capabilities = NULL;
  g_autoptr (JsonNode) types
    = parse_json ("{'Resources':[{'schema':'" MUSTER_SCIM_URN_USER
                  "','schemaExtensions':[{'schema':'" MUSTER_SCIM_URN_PROFILE "'}]}]}");

  g_assert_true (read_config (
    &dialect,
    CONFIG (",'patch':{'supported':true},'bulk':{'supported':true,'maxOperations':1000,"
            "'maxPayloadSize':4194304},'filter':{'supported':true,'maxResults':5000},"
            "'etag':{'supported':true},'pagination':{'cursor':true},'unknown':[1]"),
    &error));
  muster_scim_dialect_read_schemas (&dialect, NULL);
  muster_scim_dialect_read_resource_types (&dialect, json_node_get_object (types));
  capabilities = muster_scim_dialect_to_capabilities (&dialect);
  g_assert_cmpuint (capabilities->fields, ==, MUSTER_FIELDS_ALL);
  g_assert_cmpuint (capabilities->page_size, ==, 1000);
  g_assert_cmpuint (capabilities->match_size, ==, 1000);
  g_assert_true (capabilities->has_versions);
  g_assert_cmpuint (capabilities->transports->len, ==, 2);
  g_assert_cmpuint (g_array_index (capabilities->transports, MusterTransport, 0)
                      .max_writes,
                    ==, 1000);
  g_assert_cmpint (muster_scim_dialect_get_transport (&dialect, 0), ==,
                   MUSTER_SCIM_TRANSPORT_BULK);
  g_assert_cmpint (muster_scim_dialect_get_transport (&dialect, 1), ==,
                   MUSTER_SCIM_TRANSPORT_SINGLE);
}

static void
test_foreign (void)
{
  MusterScimDialect dialect;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCapabilities) capabilities = NULL;
  g_autoptr (JsonNode) schemas = parse_json (
    "{'Resources':[{'id':'" MUSTER_SCIM_URN_ENTERPRISE "'},7,{'id':'" MUSTER_SCIM_URN_USER
    "','attributes':[{'name':'active'},{'name':'roles','mutability':'readOnly'},"
    "{'name':'Timezone','mutability':'readWrite'},{'name':3},null]}]}");

  g_assert_true (read_config (
    &dialect,
    CONFIG (",'patch':{'supported':true},'bulk':{'supported':true,'maxOperations':1000,"
            "'maxPayloadSize':1048576},'filter':{'supported':true,'maxResults':200}"),
    &error));
  muster_scim_dialect_read_schemas (&dialect, json_node_get_object (schemas));
  capabilities = muster_scim_dialect_to_capabilities (&dialect);
  g_assert_cmpuint (capabilities->fields, ==,
                    FIELD (ACTIVE) | FIELD (TIME_ZONE) | FIELD (ORGANIZATION));
  g_assert_cmpuint (capabilities->page_size, ==, 200);
  g_assert_cmpuint (capabilities->transports->len, ==, 3);
  g_assert_cmpuint (g_array_index (capabilities->transports, MusterTransport, 0)
                      .max_writes,
                    ==, 100);
  g_assert_cmpuint (g_array_index (capabilities->transports, MusterTransport, 2)
                      .max_writes,
                    ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (muster_scim_dialect_get_transport (&dialect, i), ==, i);
}

static void
test_limits (void)
{
  static const struct
  {
    const char *config;
    guint       n_transports;
    guint       page_size;
  } cases[] = {
    { CONFIG (",'bulk':{'supported':true}"), 1, 100 },
    { CONFIG (",'bulk':{'supported':true,'maxOperations':0}"), 1, 100 },
    { CONFIG (",'bulk':{'supported':true,'maxOperations':-5}"), 1, 100 },
    { CONFIG (",'bulk':{'supported':false,'maxOperations':10}"), 1, 100 },
    { CONFIG (",'bulk':{'supported':true,'maxOperations':1}"), 1, 100 },
    { CONFIG (",'patch':{'supported':true},'bulk':{'supported':true,'maxOperations':1}"),
      3, 100 },
    { CONFIG (",'filter':{'supported':true,'maxResults':0}"), 1, 100 },
    { CONFIG (",'filter':{'supported':true,'maxResults':-1}"), 1, 100 },
    { CONFIG (",'filter':{'supported':true,'maxResults':9223372036854775807}"), 1, 1000 },
    { CONFIG (",'bulk':null,'filter':null,'patch':null,'authenticationSchemes':null"), 1,
      100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterScimDialect dialect;
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterCapabilities) capabilities = NULL;

      g_assert_true (read_config (&dialect, cases[i].config, &error));
      capabilities = muster_scim_dialect_to_capabilities (&dialect);
      g_assert_cmpuint (capabilities->transports->len, ==, cases[i].n_transports);
      g_assert_cmpuint (capabilities->page_size, ==, cases[i].page_size);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *config;
    const char *words;
  } cases[] = {
    { "{}", "no service provider configuration" },
    { "{'schemas':'x'}", "no service provider configuration" },
    { CONFIG (",'patch':true"), "patch is not an object" },
    { CONFIG (",'patch':{'supported':'true'}"), "patch.supported is neither" },
    { CONFIG (",'bulk':{'supported':true,'maxOperations':'10'}"),
      "bulk.maxOperations is not a whole number" },
    { CONFIG (",'filter':{'supported':true,'maxResults':1.5}"),
      "filter.maxResults is not a whole number" },
    { CONFIG (",'authenticationSchemes':[1]"),
      "authenticationSchemes[0] is not an object" },
    { CONFIG (",'pagination':{'cursor':'yes'}"), "pagination.cursor is neither" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterScimDialect dialect;
      g_autoptr (GError) error = NULL;

      g_assert_false (read_config (&dialect, cases[i].config, &error));
      g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/dialect/nothing", test_nothing_announced);
  g_test_add_func ("/scim-provider/dialect/own", test_own);
  g_test_add_func ("/scim-provider/dialect/foreign", test_foreign);
  g_test_add_func ("/scim-provider/dialect/limits", test_limits);
  g_test_add_func ("/scim-provider/dialect/bad", test_bad);
  return g_test_run ();
}
