/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name as its bearer writes it, and in ASCII for the user name. */
typedef struct
{
  const char *text;
  const char *ascii;
} MusterSampleName;

/* A language's given and family names, each list ended by %NULL. */
typedef struct
{
  const char             *country; /* ISO 3166-1 alpha-2 */
  const char             *city;
  const char             *time_zone;
  gboolean                family_first; /* 山田太郎 */
  const MusterSampleName *given;
  const MusterSampleName *family;
} MusterSampleCulture;

extern const MusterSampleCulture muster_sample_cultures[];
extern const guint               muster_sample_n_cultures;

G_END_DECLS
