/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-capabilities.h"

G_BEGIN_DECLS

/**
 * MusterScimDialect:
 *
 * What a provider says of itself: the part of SCIM that it speaks. What it does not say
 * it does not offer.
 */
typedef struct
{
  gboolean     has_profile;    /* publishes our own extension: it is a muster-platform */
  gboolean     has_enterprise; /* publishes the enterprise extension */
  gboolean     has_patch;
  gboolean     has_bulk;
  gboolean     has_filter;
  gboolean     has_sort;
  gboolean     has_versions;
  gboolean     has_cursors; /* RFC 9865 */
  gboolean     takes_basic; /* announces HTTP Basic */
  gboolean     takes_bearer;
  gint64       max_results;    /* users in one page */
  gint64       max_operations; /* in one bulk request */
  gint64       max_payload;    /* bytes of a bulk request; 0: not said */
  MusterFields fields;         /* that its schema lets us change */
} MusterScimDialect;

/* FALSE where it is no service provider configuration (RFC 7643 §5). */
gboolean muster_scim_dialect_read_config (MusterScimDialect *self,
                                          JsonObject        *object,
                                          GError           **error);

/* /Schemas and /ResourceTypes, of which either may be NULL or nothing to go by. */
void muster_scim_dialect_read_schemas (MusterScimDialect *self, JsonObject *object);
void
muster_scim_dialect_read_resource_types (MusterScimDialect *self, JsonObject *object);

/* (transfer full): for whoever uses the platform. */
MusterCapabilities *muster_scim_dialect_to_capabilities (const MusterScimDialect *self);

/**
 * MusterScimTransport:
 *
 * What the positions in the capabilities' list of transports are.
 */
typedef enum
{
  MUSTER_SCIM_TRANSPORT_BULK,
  MUSTER_SCIM_TRANSPORT_BULK_BARE, /* `data` is the list of operations by itself */
  MUSTER_SCIM_TRANSPORT_SINGLE,
  MUSTER_SCIM_TRANSPORT_WHOLE, /* each user is read, and sent back whole */
} MusterScimTransport;

MusterScimTransport
muster_scim_dialect_get_transport (const MusterScimDialect *self, guint position);

/* (nullable): where @field stands in this provider's users; NULL: nowhere. */
const char *
muster_scim_dialect_get_path (const MusterScimDialect *self, MusterField field);

G_END_DECLS
