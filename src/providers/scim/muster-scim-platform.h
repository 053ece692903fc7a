/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-platform.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SCIM_PLATFORM (muster_scim_platform_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterScimPlatform, muster_scim_platform, MUSTER, SCIM_PLATFORM, GObject)

/**
 * MusterScimPlatform:
 *
 * A SCIM 2.0 provider (RFC 7643, RFC 7644), our own server among them, as a
 * #MusterPlatform. What it can do is what its discovery documents announce.
 */

/* @url: the SCIM root (`https://example.org/scim/v2`), or the origin alone, below which
 * /scim/v2 is looked for. @account: may be empty where @password is a bearer token.
 * Nothing is sent before muster_platform_open_async().
 *
 * Returns: (transfer full): %NULL with a sentence about the address
 * (%MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM). */
MusterPlatform *muster_scim_platform_new (const char *url,
                                          const char *account,
                                          const char *password,
                                          GError    **error);

G_END_DECLS
