/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-router.h"

#include <string.h>

struct _MusterRouter
{
  GPtrArray *tables; /* (owned): of const MusterRoute (not owned) */
};

MusterRouter *
muster_router_new (void)
{
  MusterRouter *self = g_new0 (MusterRouter, 1);

  self->tables = g_ptr_array_new ();
  return self;
}

void
muster_router_free (MusterRouter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tables);
  g_free (self);
}

void
muster_router_add (MusterRouter *self, const MusterRoute *routes)
{
  g_ptr_array_add (self->tables, (gpointer) routes);
}

/* Fills @captures (borrowed from @segments). */
static gboolean
matches (const char *pattern, char *const *segments, GPtrArray *captures)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "/", -1);
  guint n_parts = g_strv_length (parts);

  g_ptr_array_set_size (captures, 0);
  if (n_parts != g_strv_length ((char **) segments))
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    {
      if (strcmp (parts[i], "*") == 0 && *segments[i] != '\0')
        g_ptr_array_add (captures, segments[i]);
      else if (strcmp (parts[i], segments[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
keep_captures (MusterRequest *request, GPtrArray *captures)
{
  g_ptr_array_set_size (request->captures, 0);
  for (guint i = 0; i < captures->len; i++)
    g_ptr_array_add (request->captures, g_strdup (g_ptr_array_index (captures, i)));
}

static void
set_error (MusterRequest *request, GString *methods, char **allow, GError **error)
{
  if (methods->len == 0)
    {
      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_NOT_FOUND,
                   "There is nothing at %s.", request->path);
      return;
    }
  *allow = g_strdup (methods->str);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_METHOD,
               "%s is not possible here; possible is %s.", request->method, methods->str);
}

static const MusterRoute *
find_in_table (const MusterRoute *routes,
               MusterRequest     *request,
               char *const       *segments,
               GString           *methods)
{
  g_autoptr (GPtrArray) captures = g_ptr_array_new ();

  for (const MusterRoute *route = routes; route->method != NULL; route++)
    {
      if (!matches (route->pattern, segments, captures))
        continue;
      if (strcmp (route->method, request->method) == 0)
        {
          keep_captures (request, captures);
          return route;
        }
      g_string_append_printf (methods, "%s%s", methods->len > 0 ? ", " : "",
                              route->method);
    }
  return NULL;
}

const MusterRoute *
muster_router_find (MusterRouter  *self,
                    MusterRequest *request,
                    char         **allow,
                    GError       **error)
{
  g_auto (GStrv) segments = g_strsplit (request->path, "/", -1);
  g_autoptr (GString) methods = g_string_new (NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const MusterRoute *route
        = find_in_table (g_ptr_array_index (self->tables, i), request, segments, methods);

      if (route != NULL)
        return route;
    }
  set_error (request, methods, allow, error);
  return NULL;
}
