/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-listing.h"

#include <glib/gi18n.h>

/**
 * muster_listing_end:
 * @listing: the first names of a list, with commas between
 * @n: how many names there are
 * @n_listed: how many of them stand in @listing, or more
 *
 * Ends a list that a sentence names the first of with how many more there are.
 */
void
muster_listing_end (GString *listing, guint n, guint n_listed)
{
  g_autofree char *names = NULL;

  if (n <= n_listed)
    return;
  names = g_strdup (listing->str);
  g_string_printf (listing,
                   /* Translators: names "A, B" of which more are left out. */
                   ngettext ("%s and %'u more", "%s and %'u more", n - n_listed), names,
                   n - n_listed);
}
