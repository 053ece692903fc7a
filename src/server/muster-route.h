/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-caller.h"
#include "muster-reply.h"
#include "muster-request.h"

G_BEGIN_DECLS

typedef struct _MusterRoute MusterRoute;

/**
 * MusterContext:
 *
 * What a route works with. In a route that writes a transaction is open, and it is
 * committed and synced before the answer leaves, or rolled back with any error.
 */
typedef struct
{
  MusterDatabase    *database; /* (not owned) */
  MusterCaller      *caller;   /* (not owned) (nullable): NULL on open routes */
  MusterRequest     *request;  /* (not owned) */
  const MusterRoute *route;    /* (not owned): the one that matched */
  gint64             now;      /* microseconds since 1970, UTC */
} MusterContext;

/* Runs in one of the store's threads.
 * Returns: (transfer full): the answer, or %NULL with an error. */
typedef MusterReply *(*MusterHandler) (MusterContext *context, GError **error);

typedef enum
{
  MUSTER_ROUTE_READS = 0,
  MUSTER_ROUTE_WRITES = 1 << 0, /* runs in the writer's thread, in a transaction */
  MUSTER_ROUTE_OPEN = 1 << 1,   /* without a token, and outside the flag gate */
  MUSTER_ROUTE_UNGATED = 1 << 2 /* with a token, outside the flag gate */
} MusterRouteFlags;

/**
 * MusterRoute:
 *
 * A line of a routing table, which ends with a line of %NULL. In @pattern a segment `*`
 * matches one segment, which becomes a capture of the request.
 */
struct _MusterRoute
{
  const char      *method;
  const char      *pattern;
  MusterRouteFlags flags;
  MusterHandler    handler;
  gconstpointer    data; /* (nullable): the handler's own */
};

/* Each group of routes is a table of its own. */
extern const MusterRoute muster_discovery_routes[];
extern const MusterRoute muster_session_routes[];
extern const MusterRoute muster_resource_routes[]; /* Users, Roles, Organizations, … */
extern const MusterRoute muster_me_routes[];
extern const MusterRoute muster_bulk_routes[];

G_END_DECLS
