/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-listener.h"

static GSocketAddress *
parse_address (const char *address, GError **error)
{
  g_autoptr (GSocketConnectable) connectable = g_network_address_parse (address, 0, NULL);
  g_autoptr (GSocketAddress) parsed = NULL;

  if (connectable != NULL)
    parsed = g_inet_socket_address_new_from_string (g_network_address_get_hostname (
                                                      G_NETWORK_ADDRESS (connectable)),
                                                    g_network_address_get_port (
                                                      G_NETWORK_ADDRESS (connectable)));
  if (parsed == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "“%s” is no address to listen on: give one like 127.0.0.1:8080 or "
                 "[::1]:8080.",
                 address);
  return g_steal_pointer (&parsed);
}

gboolean
muster_listener_is_loopback (const char *address, GError **error)
{
  g_autoptr (GSocketAddress) parsed = parse_address (address, error);

  return parsed != NULL
         && g_inet_address_get_is_loopback (
           g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (parsed)));
}

static char *
print_address (GSocketAddress *address)
{
  return g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
}

static void
explain (const char *address, GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE,
                 "Another program listens on %s: choose another port with --listen, or "
                 "port 0 for any that is free.",
                 address);
  else
    g_set_error (error, G_IO_ERROR, problem->code, "Cannot listen on %s: %s", address,
                 problem->message);
}

static GSocket *
bind_socket (GSocketAddress *address, GError **error)
{
  g_autoptr (GSocket) socket
    = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM,
                    G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL || !g_socket_bind (socket, address, TRUE, error)
      || !g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

char *
muster_listener_open (SoupServer *server, const char *address, GError **error)
{
  g_autoptr (GSocketAddress) wanted = parse_address (address, error);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean has_tls = soup_server_get_tls_certificate (server) != NULL;

  if (wanted == NULL)
    return NULL;
  socket = bind_socket (wanted, &local_error);
  if (socket != NULL)
    effective = g_socket_get_local_address (socket, &local_error);
  if (effective == NULL
      || !soup_server_listen_socket (server, socket,
                                     has_tls ? SOUP_SERVER_LISTEN_HTTPS : 0,
                                     &local_error))
    {
      explain (address, local_error, error);
      return NULL;
    }
  return print_address (effective);
}
