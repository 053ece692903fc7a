/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the folder in which Muster keeps what it must not lose,
 * $XDG_DATA_HOME/muster. A relative XDG_DATA_HOME is ignored, as the XDG Base Directory
 * Specification has it: it would be another folder with each working directory. */
char *muster_data_folder_build (void);

G_END_DECLS
