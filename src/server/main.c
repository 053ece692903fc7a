/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "muster-service.h"

static int
fail (const GError *error)
{
  fprintf (stderr, "muster-platform: %s\n", error->message);
  return EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterServerOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  options = muster_server_options_parse (&argc, &argv, &error);
  if (options == NULL)
    return fail (error);
  if (options->version)
    {
      printf ("muster-platform %s\n", MUSTER_VERSION);
      return EXIT_SUCCESS;
    }
  if (options->administrator != NULL ? !muster_service_add_administrator (options, &error)
                                     : !muster_service_run (options, &error))
    return fail (error);
  return EXIT_SUCCESS;
}
