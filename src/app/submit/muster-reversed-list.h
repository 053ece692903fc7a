/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_REVERSED_LIST (muster_reversed_list_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterReversedList, muster_reversed_list, MUSTER, REVERSED_LIST, GObject)

/**
 * MusterReversedList:
 *
 * Another list from its end to its beginning: what comes last stands first.
 */
MusterReversedList *muster_reversed_list_new (GListModel *list);

G_END_DECLS
