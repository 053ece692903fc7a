/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-intake.h"

#include <string.h>

#define INTAKE_KEY "muster-intake"

typedef struct
{
  MusterIntakeRoom *room; /* (owned) */
  GByteArray       *body; /* (owned) */
  gsize             held; /* bytes of the room */
  gboolean          too_large;
  gboolean          no_room;
} Intake;

MusterIntakeRoom *
muster_intake_room_new (void)
{
  return g_rc_box_new0 (MusterIntakeRoom);
}

MusterIntakeRoom *
muster_intake_room_ref (MusterIntakeRoom *self)
{
  return g_rc_box_acquire (self);
}

void
muster_intake_room_unref (MusterIntakeRoom *self)
{
  g_rc_box_release (self);
}

static void
give_room_back (Intake *intake)
{
  intake->room->taken -= intake->held;
  intake->held = 0;
}

/* The room is held until the answer is out: the body is with the request until then. */
static void
free_intake (gpointer data)
{
  Intake *intake = data;

  give_room_back (intake);
  muster_intake_room_unref (intake->room);
  g_byte_array_unref (intake->body);
  g_free (intake);
}

static void
drop_body (Intake *intake)
{
  g_byte_array_unref (intake->body);
  intake->body = g_byte_array_new ();
  give_room_back (intake);
}

static void
got_headers_cb (SoupServerMessage *message, gpointer user_data)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message),
                                    FALSE);
}

static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  Intake       *intake = user_data;
  gsize         length;
  gconstpointer data = g_bytes_get_data (chunk, &length);

  if (intake->too_large || intake->no_room)
    return;
  intake->too_large = length > MUSTER_INTAKE_MAX_BODY - intake->body->len;
  intake->no_room = length > MUSTER_INTAKE_MAX_BODIES - intake->room->taken;
  if (intake->too_large || intake->no_room)
    {
      drop_body (intake);
      return;
    }
  intake->room->taken += length;
  intake->held += length;
  g_byte_array_append (intake->body, data, (guint) length);
}

void
muster_intake_begin (SoupServerMessage *message, MusterIntakeRoom *room)
{
  Intake *intake = g_new0 (Intake, 1);

  intake->room = muster_intake_room_ref (room);
  intake->body = g_byte_array_new ();
  g_object_set_data_full (G_OBJECT (message), INTAKE_KEY, intake, free_intake);
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), NULL);
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), intake);
}

static gboolean
is_own_host (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
check_host (GUri *uri, gboolean only_loopback, GError **error)
{
  if (!only_loopback || is_own_host (g_uri_get_host (uri)))
    return TRUE;
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_MISDIRECTED,
                       "This platform answers on this machine's own names alone, "
                       "localhost for one.");
  return FALSE;
}

static char *
build_base_url (GUri *uri)
{
  g_autoptr (GUri) base
    = g_uri_build (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                   g_uri_get_port (uri), "", NULL, NULL);

  return g_uri_to_string (base);
}

static gboolean
refuse_query (GError **error, const char *problem)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
               "The query of the address cannot be read: %s.", problem);
  return FALSE;
}

static gboolean
read_parameter (MusterRequest *request, const char *parameter, GError **error)
{
  g_autoptr (GHashTable) decoded = soup_form_decode (parameter);
  GHashTableIter iter;
  gpointer       name;
  gpointer       value;

  g_hash_table_iter_init (&iter, decoded);
  if (!g_hash_table_iter_next (&iter, &name, &value))
    return TRUE;
  if (!g_utf8_validate (name, -1, NULL) || !g_utf8_validate (value, -1, NULL))
    return refuse_query (error, "it is not UTF-8 text");
  if (g_hash_table_contains (request->query, name))
    {
      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "%s: it is given twice.", (const char *) name);
      return FALSE;
    }
  g_hash_table_insert (request->query, g_strdup (name), g_strdup (value));
  return TRUE;
}

/* Each name once. A text that ended at a null character would be another filter than was
 * asked for, and one that fits more. */
static gboolean
read_query (MusterRequest *request, const char *query, GError **error)
{
  g_auto (GStrv) parameters = NULL;

  if (query == NULL)
    return TRUE;
  if (strstr (query, "%00") != NULL)
    return refuse_query (error, "it has a null character");
  parameters = g_strsplit (query, "&", -1);
  for (char **parameter = parameters; *parameter != NULL; parameter++)
    if (!read_parameter (request, *parameter, error))
      return FALSE;
  return TRUE;
}

static char *
read_path (GUri *uri, GError **error)
{
  char *path = g_uri_unescape_string (g_uri_get_path (uri), "/");

  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    {
      g_clear_pointer (&path, g_free);
      g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                           "The path of the address cannot be read.");
    }
  return path;
}

static void
read_headers (MusterRequest *request, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  request->content_type
    = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  request->authorization
    = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  request->if_match = g_strdup (soup_message_headers_get_list (headers, "If-Match"));
  request->if_none_match
    = g_strdup (soup_message_headers_get_list (headers, "If-None-Match"));
}

static void
take_body (MusterRequest *request, Intake *intake)
{
  g_bytes_unref (request->body);
  request->body = g_byte_array_free_to_bytes (intake->body);
  intake->body = g_byte_array_new ();
}

static gboolean
check_size (Intake *intake, GError **error)
{
  if (intake->too_large)
    g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_TOO_LARGE,
                 "The request is larger than %d bytes: send less at a time.",
                 MUSTER_INTAKE_MAX_BODY);
  else if (intake->no_room)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_BUSY,
                         "Too many large requests are under way: try again.");
  return !intake->too_large && !intake->no_room;
}

MusterRequest *
muster_intake_finish (SoupServerMessage *message, gboolean only_loopback, GError **error)
{
  Intake          *intake = g_object_get_data (G_OBJECT (message), INTAKE_KEY);
  GUri            *uri = soup_server_message_get_uri (message);
  g_autofree char *path = NULL;
  const char      *peer = soup_server_message_get_remote_host (message);
  g_autoptr (MusterRequest) request = NULL;

  if (!check_size (intake, error) || !check_host (uri, only_loopback, error))
    return NULL;
  path = read_path (uri, error);
  if (path == NULL)
    return NULL;
  request = muster_request_new (soup_server_message_get_method (message), path);
  if (!read_query (request, g_uri_get_query (uri), error))
    return NULL;
  g_free (request->base_url);
  request->base_url = build_base_url (uri);
  g_free (request->peer);
  request->peer = g_strdup (peer != NULL ? peer : "");
  read_headers (request, message);
  take_body (request, intake);
  return g_steal_pointer (&request);
}
