/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-page.h"

MusterPage *
muster_page_new (GPtrArray *items, const char *next_cursor, gint64 total)
{
  MusterPage *self = g_new0 (MusterPage, 1);

  self->items = g_ptr_array_ref (items);
  self->next_cursor = g_strdup (next_cursor);
  self->total = total;
  return self;
}

void
muster_page_free (MusterPage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->next_cursor);
  g_free (self);
}
