/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Writing where a provider announces no PATCH. */

#include "provider-parts.h"
#include "provider-script.h"

#include <string.h>

#define CONFIG                                                                           \
  { .line = "GET /scim/v2/ServiceProviderConfig",                                        \
    .status = 200,                                                                       \
    .body = CONFIG_WITH (",'patch':{'supported':false},'bulk':{'supported':true,"        \
                         "'maxOperations':10}") },                                       \
  {                                                                                      \
    .line = "GET /scim/v2/Me", .status = 200, .body = "{'id':'u0','userName':'me'}"      \
  }
#define READ "GET /scim/v2/Users/a"
#define WRITE "PUT /scim/v2/Users/a"
#define USER "{'id':'a','userName':'ann','x':1.0,'meta':{'version':'7'}}"

static const struct
{
  Rule        read;
  Rule        write;
  guint       n_writes;
  const char *letters; /* (nullable): NULL: the call fails */
  int         code;
} cases[] = {
  { { .status = 200, .body = USER }, { .status = 200, .body = "{}" }, 1, "T", 0 },
  { { .status = 200, .body = USER }, { .status = 204 }, 1, "T", 0 },
  { { .status = 200, .body = USER }, { .status = 412 }, 1, "C", 0 },
  { { .status = 200, .body = USER }, { .status = 405 }, 1, "R", 0 },
  { { .status = 200, .body = USER },
    { .status = 0 },
    1,
    NULL,
    MUSTER_PLATFORM_ERROR_LOST },
  { { .status = 200, .body = USER },
    { .status = 503 },
    1,
    NULL,
    MUSTER_PLATFORM_ERROR_THROTTLED },
  { { .status = 404 }, { .status = 200 }, 0, "R", 0 },
  /* What came is not the user: sent back it would empty him. */
  { { .status = 200, .body = "{}" }, { .status = 200 }, 0, "R", 0 },
  { { .status = 200, .body = "{'id':'b'}" }, { .status = 200 }, 0, "R", 0 },
  { { .status = 204 }, { .status = 200 }, 0, "R", 0 },
  /* Nothing was written, so nothing is unsure. */
  { { .status = 0 }, { .status = 200 }, 0, NULL, MUSTER_PLATFORM_ERROR_UNREACHABLE },
  { { .status = 500 }, { .status = 200 }, 0, NULL, MUSTER_PLATFORM_ERROR_UNREACHABLE },
};

static void
test_put (void)
{
  static const char *const one[] = { "a", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Rule rules[] = { cases[i].read, cases[i].write, CONFIG, { NULL } };
      g_autoptr (HttpFixture) fixture = NULL;
      g_autoptr (MusterPlatform) platform = NULL;
      g_autoptr (GPtrArray) writes = new_writes (one, NULL, "timeZone set Asia/Tokyo");
      g_autoptr (GError) error = NULL;
      g_autofree char *letters = NULL;

      g_test_message ("case %u", i);
      rules[0].line = READ;
      rules[1].line = WRITE;
      fixture = script_new (rules);
      platform = script_connect_and_open (fixture);
      g_assert_cmpuint (muster_platform_get_capabilities (platform)->transports->len, ==,
                        1);
      letters = script_write (platform, writes, 0, &error);
      g_assert_cmpstr (letters, ==, cases[i].letters);
      if (cases[i].letters == NULL)
        g_assert_error (error, MUSTER_PLATFORM_ERROR, cases[i].code);
      g_assert_cmpuint (http_fixture_count (fixture, WRITE), ==, cases[i].n_writes);
      g_assert_cmpuint (http_fixture_count (fixture, "PATCH"), ==, 0);
      if (cases[i].n_writes > 0)
        {
          g_autofree char *body = http_fixture_dup_body (fixture, WRITE);

          g_assert_cmpstr (body, ==,
                           "{\"id\":\"a\",\"userName\":\"ann\",\"x\":1.0,"
                           "\"timezone\":\"Asia/Tokyo\"}");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/put", test_put);
  return g_test_run ();
}
