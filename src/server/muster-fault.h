/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterFaults:
 *
 * Faults that a test asks the server for: on loopback alone.
 *
 * - `latency=17ms`: each answer that much later, without holding others back
 * - `drop-before[:every=N]`: the connection breaks before the request is looked at
 * - `drop-after[:every=N]`: it is done, and the connection breaks before the answer
 * - `error=503[:every=N]`: that status, and nothing is done
 * - `error-after=500[:every=N]`: it is done, and answered by that status
 *
 * Only requests below /scim/v2 with a token count for `every`, which is 1 unless given.
 */
typedef struct _MusterFaults MusterFaults;

#define MUSTER_FAULTS_HELP                                                               \
  "latency=MS, drop-before, drop-after, error=STATUS or error-after=STATUS, each with "  \
  ":every=N; for tests, on loopback alone"

/* What shall go wrong with one request. */
typedef struct
{
  guint    latency_ms;
  gboolean drop_before;
  gboolean drop_after;
  guint    error;       /* 0: none */
  guint    error_after; /* 0: none */
} MusterFault;

MusterFaults *muster_faults_new (void);
void          muster_faults_free (MusterFaults *self);

/* Fails with %G_OPTION_ERROR where @text is none of the above. */
gboolean muster_faults_add (MusterFaults *self, const char *text, GError **error);

/* Counts a request and says what shall go wrong with it. */
void muster_faults_draw (MusterFaults *self, gboolean counts, MusterFault *fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFaults, muster_faults_free)

G_END_DECLS
