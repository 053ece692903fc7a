/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"

G_BEGIN_DECLS

/* What schema tables check of a value's text: each sets
 * %MUSTER_SERVER_ERROR_INVALID_VALUE with a sentence that quotes the value. */
gboolean muster_schema_check_not_blank (const char *text, GError **error);
gboolean muster_schema_check_user_name (const char *text, GError **error);
gboolean muster_schema_check_email (const char *text, GError **error);
gboolean muster_schema_check_phone (const char *text, GError **error);
gboolean muster_schema_check_country (const char *text, GError **error);
gboolean muster_schema_check_time_zone (const char *text, GError **error);
gboolean muster_schema_check_flagged_field (const char *text, GError **error);
gboolean muster_schema_check_permission (const char *text, GError **error);

/* A value between quotes as a message shows it, cut where it is long.
 * Returns: (transfer full). */
char *muster_schema_quote (const char *text);

G_END_DECLS
