/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-data-folder.h"

char *
muster_data_folder_build (void)
{
  const char *data = g_get_user_data_dir ();

  if (g_path_is_absolute (data))
    return g_build_filename (data, "muster", NULL);
  return g_build_filename (g_get_home_dir (), ".local", "share", "muster", NULL);
}
