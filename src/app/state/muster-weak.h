/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What an asynchronous call of a widget takes along, so that the call does not keep the
 * widget: whoever closes a window must not wait for a server first. */

/* (transfer full): for muster_weak_take(), once. */
gpointer muster_weak_new (gpointer object);

/* (transfer full) (nullable): the object, %NULL where it is gone. Frees @weak. */
gpointer muster_weak_take (gpointer weak);

G_END_DECLS
