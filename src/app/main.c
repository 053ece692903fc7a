/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gi18n.h>
#include <locale.h>

#include "muster-application.h"

static void
set_language (void)
{
  const char *directory = g_getenv ("MUSTER_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain ("muster", directory != NULL ? directory : MUSTER_LOCALE_DIR);
  bind_textdomain_codeset ("muster", "UTF-8");
  textdomain ("muster");
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  set_language ();
  application = muster_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
