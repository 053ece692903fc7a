/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-watch.h"

#include <glib/gi18n.h>

struct _MusterHttpWatch
{
  GCancellable *cancellable; /* (owned) */
  GCancellable *outer;       /* (owned) (nullable) */
  gulong        outer_id;
  guint         seconds; /* that a connection may rest */
  guint         span;    /* seconds of the present span */
  gsize         n_bytes; /* in it */
  GSource      *timer;   /* (owned) (nullable) */
  gboolean      started;
  gboolean      ended;
};

static void
cancelled_cb (GCancellable *outer, gpointer user_data)
{
  g_cancellable_cancel (((MusterHttpWatch *) user_data)->cancellable);
}

MusterHttpWatch *
muster_http_watch_new (guint seconds, GCancellable *outer)
{
  MusterHttpWatch *self = g_new0 (MusterHttpWatch, 1);

  self->cancellable = g_cancellable_new ();
  self->seconds = seconds;
  if (outer == NULL)
    return self;
  self->outer = g_object_ref (outer);
  self->outer_id = g_signal_connect (outer, "cancelled", G_CALLBACK (cancelled_cb), self);
  if (g_cancellable_is_cancelled (outer))
    g_cancellable_cancel (self->cancellable);
  return self;
}

static void
stop (MusterHttpWatch *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

void
muster_http_watch_free (MusterHttpWatch *self)
{
  if (self == NULL)
    return;
  stop (self);
  if (self->outer != NULL)
    g_signal_handler_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_object_unref (self->cancellable);
  g_free (self);
}

GCancellable *
muster_http_watch_get_cancellable (MusterHttpWatch *self)
{
  return self->cancellable;
}

static gboolean
span_over_cb (gpointer user_data)
{
  MusterHttpWatch *self = user_data;
  gboolean         flows = self->n_bytes >= (gsize) self->span * MUSTER_HTTP_MIN_RATE;

  self->n_bytes = 0;
  if (flows)
    return G_SOURCE_CONTINUE;
  self->ended = TRUE;
  stop (self);
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
begin_span (MusterHttpWatch *self, guint seconds)
{
  if (seconds == 0 || self->ended)
    return;
  stop (self);
  self->span = seconds;
  self->n_bytes = 0;
  self->timer = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->timer, span_over_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
stepped_cb (MusterHttpWatch *self)
{
  begin_span (self, 2 * self->seconds);
}

static void
starting_cb (MusterHttpWatch *self)
{
  self->started = TRUE;
  begin_span (self, 2 * self->seconds);
}

static void
wrote_body_data_cb (MusterHttpWatch *self, guint n_bytes)
{
  self->n_bytes += n_bytes;
}

static void
got_headers_cb (MusterHttpWatch *self)
{
  begin_span (self, self->seconds);
}

void
muster_http_watch_follow (MusterHttpWatch *self, SoupMessage *message)
{
  self->started = FALSE;
  g_signal_connect_swapped (message, "network-event", G_CALLBACK (stepped_cb), self);
  g_signal_connect_swapped (message, "starting", G_CALLBACK (starting_cb), self);
  g_signal_connect_swapped (message, "wrote-body-data", G_CALLBACK (wrote_body_data_cb),
                            self);
  g_signal_connect_swapped (message, "wrote-body", G_CALLBACK (stepped_cb), self);
  g_signal_connect_swapped (message, "got-headers", G_CALLBACK (got_headers_cb), self);
}

void
muster_http_watch_leave (MusterHttpWatch *self, SoupMessage *message)
{
  g_signal_handlers_disconnect_by_data (message, self);
  stop (self);
}

void
muster_http_watch_count (MusterHttpWatch *self, gsize n_bytes)
{
  self->n_bytes += n_bytes;
}

gboolean
muster_http_watch_has_started (MusterHttpWatch *self)
{
  return self->started;
}

gboolean
muster_http_watch_has_ended (MusterHttpWatch *self)
{
  return self->ended;
}

char *
muster_http_watch_explain (MusterHttpWatch *self, const char *host)
{
  g_autofree char *least
    = g_format_size_full ((guint64) self->span * MUSTER_HTTP_MIN_RATE,
                          G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: a host, a size like 30 KiB, and a number of seconds. */
  return g_strdup_printf (ngettext ("%s answers so slowly that it was given up: less "
                                    "than %s came in %u second.",
                                    "%s answers so slowly that it was given up: less "
                                    "than %s came in %u seconds.",
                                    self->span),
                          host, least, self->span);
}
