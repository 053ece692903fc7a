/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

#include "muster-field.h"

G_BEGIN_DECLS

/**
 * MusterTransport:
 *
 * One way of sending writes. A platform lists its own from the most to the least wanted,
 * and the last always is one request for each user. The runner takes the first that
 * proves to take effect.
 */
typedef struct
{
  const char *name;       /* for logs and reports */
  guint       max_writes; /* how many users one call may change, at least 1 */
} MusterTransport;

#define MUSTER_TYPE_CAPABILITIES (muster_capabilities_get_type ())

/**
 * MusterCapabilities:
 *
 * What a platform said of itself when it was opened. Counted; not changed afterwards.
 */
typedef struct _MusterCapabilities MusterCapabilities;

struct _MusterCapabilities
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  MusterFields fields;       /* those that can be changed here */
  guint        page_size;    /* most users in one page, at least 1 */
  guint        read_size;    /* most users that one read_users() call takes */
  guint        match_size;   /* most texts that one match takes */
  gboolean     has_versions; /* announced, and given for users */
  GArray      *transports;   /* (owned): of MusterTransport, at least one */
  guint        parallel;     /* how many calls to begin with at once, at least 1 */
};

GType               muster_capabilities_get_type (void);
MusterCapabilities *muster_capabilities_new (void);
MusterCapabilities *muster_capabilities_ref (MusterCapabilities *self);
void                muster_capabilities_unref (MusterCapabilities *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCapabilities, muster_capabilities_unref)

G_END_DECLS
