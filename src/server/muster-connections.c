/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connections.h"

#define SWEEPS_PER_LIMIT 4

typedef struct
{
  MusterConnections    *owner;  /* (not owned) */
  GSocket              *socket; /* (not owned) (nullable): weak; the key */
  MusterConnectionState state;
  gint64                since; /* monotonic, microseconds */
} Connection;

struct _MusterConnections
{
  MusterConnectionLimits limits;
  GHashTable            *open; /* (owned): GSocket (by address) → Connection */
  guint                  sweep_id;
};

static guint
get_limit_ms (MusterConnections *self, MusterConnectionState state)
{
  switch (state)
    {
    case MUSTER_CONNECTION_WAITING:
      return self->limits.idle_ms;
    case MUSTER_CONNECTION_READING:
      return self->limits.request_ms;
    case MUSTER_CONNECTION_REPLYING:
      return self->limits.reply_ms;
    case MUSTER_CONNECTION_WORKING:
    default:
      return G_MAXUINT;
    }
}

static void
break_socket (GSocket *socket)
{
  g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static gboolean
sweep_cb (gpointer user_data)
{
  MusterConnections *self = user_data;
  gint64             now = g_get_monotonic_time ();
  GHashTableIter     iter;
  gpointer           value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Connection *connection = value;
      guint       limit_ms = get_limit_ms (self, connection->state);

      if (limit_ms != G_MAXUINT && now - connection->since > (gint64) limit_ms * 1000)
        break_socket (connection->socket);
    }
  return G_SOURCE_CONTINUE;
}

static void
start_sweeping (MusterConnections *self)
{
  guint shortest
    = MIN (self->limits.idle_ms, MIN (self->limits.request_ms, self->limits.reply_ms));
  g_autoptr (GSource) source
    = g_timeout_source_new (MAX (shortest / SWEEPS_PER_LIMIT, 10u));

  g_source_set_callback (source, sweep_cb, self, NULL);
  self->sweep_id = g_source_attach (source, g_main_context_get_thread_default ());
}

static void socket_gone_cb (gpointer data, GObject *socket);

static void
free_connection (gpointer data)
{
  Connection *connection = data;

  if (connection->socket != NULL)
    g_object_weak_unref (G_OBJECT (connection->socket), socket_gone_cb, connection);
  g_free (connection);
}

static void
socket_gone_cb (gpointer data, GObject *socket)
{
  Connection *connection = data;

  connection->socket = NULL;
  g_hash_table_remove (connection->owner->open, socket);
}

MusterConnections *
muster_connections_new (const MusterConnectionLimits *limits)
{
  MusterConnections *self = g_new0 (MusterConnections, 1);

  self->limits = *limits;
  self->open = g_hash_table_new_full (NULL, NULL, NULL, free_connection);
  start_sweeping (self);
  return self;
}

void
muster_connections_free (MusterConnections *self)
{
  GSource *source;

  if (self == NULL)
    return;
  source = g_main_context_find_source_by_id (g_main_context_get_thread_default (),
                                             self->sweep_id);
  if (source != NULL)
    g_source_destroy (source);
  g_hash_table_unref (self->open);
  g_free (self);
}

static Connection *
find_longest_waiting (MusterConnections *self)
{
  Connection    *longest = NULL;
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Connection *connection = value;

      if (connection->state == MUSTER_CONNECTION_WAITING
          && (longest == NULL || connection->since < longest->since))
        longest = connection;
    }
  return longest;
}

static void
make_room (MusterConnections *self, GSocket *newcomer)
{
  Connection *longest;

  if (g_hash_table_size (self->open) < self->limits.max_connections)
    return;
  longest = find_longest_waiting (self);
  break_socket (longest != NULL ? longest->socket : newcomer);
}

static Connection *
adopt (MusterConnections *self, GSocket *socket)
{
  Connection *connection = g_new0 (Connection, 1);

  make_room (self, socket);
  connection->owner = self;
  connection->socket = socket;
  g_object_weak_ref (G_OBJECT (socket), socket_gone_cb, connection);
  g_hash_table_insert (self->open, socket, connection);
  return connection;
}

void
muster_connections_enter (MusterConnections    *self,
                          GSocket              *socket,
                          MusterConnectionState state)
{
  Connection *connection;

  if (socket == NULL)
    return;
  connection = g_hash_table_lookup (self->open, socket);
  if (connection == NULL)
    connection = adopt (self, socket);
  connection->state = state;
  connection->since = g_get_monotonic_time ();
}

void
muster_connections_break (MusterConnections *self, GSocket *socket)
{
  if (socket != NULL)
    break_socket (socket);
}

guint
muster_connections_get_n_open (MusterConnections *self)
{
  return g_hash_table_size (self->open);
}
