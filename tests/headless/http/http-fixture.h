/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HttpFixture:
 *
 * A server on a free port of this machine that says, byte for byte, what the test tells
 * it to: each connection has a thread of its own, in which the handler runs.
 */
typedef struct _HttpFixture HttpFixture;

typedef struct
{
  char *method;     /* (owned) */
  char *target;     /* (owned): path and query */
  char *headers;    /* (owned): as they came */
  char *body;       /* (owned) */
  guint connection; /* counts from 1 */
} HttpFixtureRequest;

/* FALSE closes the connection. */
typedef gboolean (*HttpFixtureHandler) (HttpFixture              *fixture,
                                        const HttpFixtureRequest *request,
                                        GOutputStream            *output,
                                        gpointer                  user_data);

HttpFixture *http_fixture_new (HttpFixtureHandler handler, gpointer user_data);
void         http_fixture_free (HttpFixture *self);

/* `http://127.0.0.1:PORT` */
const char *http_fixture_get_url (HttpFixture *self);

/* (transfer full): "METHOD target" for each request so far, joined by line ends. */
char *http_fixture_dup_log (HttpFixture *self);

/* (transfer full): the newest body whose log line begins with @prefix, or "". */
char *http_fixture_dup_body (HttpFixture *self, const char *prefix);
guint http_fixture_count (HttpFixture *self, const char *prefix);

/* (transfer full) (nullable): a header of a request. */
char *
http_fixture_request_dup_header (const HttpFixtureRequest *request, const char *name);

/* Waits until the client has closed, or @fixture is freed. */
void http_fixture_hang (HttpFixture *self, GOutputStream *output);

/* Bytes as they are; FALSE where the client is gone. */
gboolean http_fixture_write (GOutputStream *output, const char *text, gssize length);

/* A whole answer; @headers: (nullable), each with its line end. Always TRUE. */
gboolean http_fixture_answer (GOutputStream *output,
                              guint          status,
                              const char    *headers,
                              const char    *content_type,
                              const char    *body);

/* For the client's side: keeps a result until it is asked for. */
void http_fixture_keep_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* (transfer full): waits for what http_fixture_keep_cb() is to put into @result. */
GAsyncResult *http_fixture_wait (GAsyncResult **result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HttpFixture, http_fixture_free)

G_END_DECLS
