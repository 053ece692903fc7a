/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_REFERENCE (muster_reference_get_type ())

/**
 * MusterReference:
 *
 * One value of a field: the identifier that the platform knows it by, and what a
 * person reads. For a time zone, a flag or a state both are the same word.
 *
 * Immutable and counted; may be shared by threads.
 */
typedef struct _MusterReference MusterReference;

GType            muster_reference_get_type (void);
MusterReference *muster_reference_new (const char *id, const char *display);
MusterReference *muster_reference_ref (MusterReference *self);
void             muster_reference_unref (MusterReference *self);
const char      *muster_reference_get_id (const MusterReference *self);
const char      *muster_reference_get_display (const MusterReference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReference, muster_reference_unref)

G_END_DECLS
