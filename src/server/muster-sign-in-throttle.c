/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in-throttle.h"

#define FIRST_DELAY_MS 100u
#define MAX_DELAY_MS 5000u
#define MAX_KEYS 4096
#define FORGOTTEN_AFTER (15 * G_TIME_SPAN_MINUTE)

typedef struct
{
  guint  n_failures;
  gint64 last; /* monotonic, microseconds */
} Record;

struct _MusterSignInThrottle
{
  GHashTable *records; /* (owned): "account:…" or "address:…" → Record (owned) */
};

MusterSignInThrottle *
muster_sign_in_throttle_new (void)
{
  MusterSignInThrottle *self = g_new0 (MusterSignInThrottle, 1);

  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
muster_sign_in_throttle_free (MusterSignInThrottle *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->records);
  g_free (self);
}

static gboolean
is_old_cb (gpointer key, gpointer value, gpointer user_data)
{
  return ((Record *) value)->last < *(gint64 *) user_data - FORGOTTEN_AFTER;
}

/* Somebody who tries a name after the other must not fill the memory: what is old goes
 * first, and at the worst everything. */
static void
make_room (MusterSignInThrottle *self, gint64 now)
{
  if (g_hash_table_size (self->records) < MAX_KEYS)
    return;
  g_hash_table_foreach_remove (self->records, is_old_cb, &now);
  if (g_hash_table_size (self->records) >= MAX_KEYS)
    g_hash_table_remove_all (self->records);
}

static guint
count_failure (MusterSignInThrottle *self, char *key, gint64 now)
{
  g_autofree char *owned_key = key;
  Record          *record = g_hash_table_lookup (self->records, owned_key);

  if (record == NULL)
    {
      make_room (self, now);
      record = g_new0 (Record, 1);
      g_hash_table_insert (self->records, g_steal_pointer (&owned_key), record);
    }
  else if (record->last < now - FORGOTTEN_AFTER)
    record->n_failures = 0;
  record->n_failures++;
  record->last = now;
  return record->n_failures;
}

guint
muster_sign_in_throttle_fail (MusterSignInThrottle *self,
                              const char           *account,
                              const char           *address,
                              gint64                now)
{
  guint of_account = count_failure (self, g_strconcat ("account:", account, NULL), now);
  guint of_address = count_failure (self, g_strconcat ("address:", address, NULL), now);
  guint doublings = MIN (MAX (of_account, of_address) - 1, 16u);

  return MIN (FIRST_DELAY_MS << doublings, MAX_DELAY_MS);
}

void
muster_sign_in_throttle_succeed (MusterSignInThrottle *self, const char *account)
{
  g_autofree char *key = g_strconcat ("account:", account, NULL);

  g_hash_table_remove (self->records, key);
}
