/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MusterScimFault:
 *
 * The body of an error (RFC 7644 §3.12), as far as it can be read.
 */
typedef struct
{
  char *scim_type; /* (owned) (nullable) */
  char *detail;    /* (owned) (nullable): the server's sentence, cut where it is long */
} MusterScimFault;

void muster_scim_fault_clear (MusterScimFault *self);

/* Takes what it can from @object, which may be anything. */
void muster_scim_fault_read (MusterScimFault *self, JsonObject *object);

/* (transfer full): an error of the HTTP layer as one of the platform layer, with the
 * server's own sentence. @host: for sentences. Other errors pass as they are. */
GError *muster_scim_fault_translate (const GError *error, const char *host);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterScimFault, muster_scim_fault_clear)

G_END_DECLS
