/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-finder.h"

/* So many pages in a row with nothing on them say that no end will come. */
#define MAX_BARREN_PAGES 100

struct _MusterFinder
{
  GObject parent_instance;

  MusterPlatform  *platform; /* (owned) */
  MusterPagedList *list;     /* (owned) (nullable): shown */
  MusterPagedList *coming;   /* (owned) (nullable): nothing of it came yet */
  guint            n_shown;  /* items of the list when it was looked at last */
  guint            n_barren;
  guint            changed_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterFinder, muster_finder, G_TYPE_OBJECT)

static void
drop_list (MusterFinder *self, MusterPagedList **list)
{
  if (*list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (*list, self);
  muster_paged_list_clear (*list);
  g_clear_object (list);
}

static void
muster_finder_dispose (GObject *object)
{
  MusterFinder *self = MUSTER_FINDER (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  drop_list (self, &self->coming);
  drop_list (self, &self->list);
  g_clear_object (&self->platform);
  G_OBJECT_CLASS (muster_finder_parent_class)->dispose (object);
}

static void
muster_finder_class_init (MusterFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_finder_dispose;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_finder_init (MusterFinder *self)
{
}

MusterFinder *
muster_finder_new (MusterPlatform *platform)
{
  MusterFinder *self = g_object_new (MUSTER_TYPE_FINDER, NULL);

  self->platform = g_object_ref (platform);
  return self;
}

static guint
count_items (MusterFinder *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static void
count_barren_pages (MusterFinder *self)
{
  guint n_items = count_items (self);

  self->n_barren = n_items > self->n_shown ? 0 : self->n_barren + 1;
  self->n_shown = n_items;
}

/* The list before stays as it is for those who still hold it. */
static void
show_coming (MusterFinder *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  self->list = g_steal_pointer (&self->coming);
  self->n_shown = 0;
  self->n_barren = 0;
}

static gboolean
tell_changed_cb (gpointer user_data)
{
  MusterFinder *self = user_data;

  self->changed_id = 0;
  if (self->coming != NULL && !muster_paged_list_is_loading (self->coming))
    show_coming (self);
  if (self->list != NULL && !muster_paged_list_is_loading (self->list))
    count_barren_pages (self);
  if (count_items (self) == 0)
    muster_finder_load_more (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_changed (MusterFinder *self)
{
  if (self->changed_id == 0)
    self->changed_id
      = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_changed_cb, self, NULL);
}

static MusterPagedList *
start_list (MusterFinder *self)
{
  drop_list (self, &self->coming);
  self->coming = muster_paged_list_new (self->platform);
  g_signal_connect_object (self->coming, "notify", G_CALLBACK (queue_changed), self,
                           G_CONNECT_SWAPPED);
  queue_changed (self);
  return self->coming;
}

void
muster_finder_search_users (MusterFinder *self, MusterUserQuery *query)
{
  muster_paged_list_search_users (start_list (self), query);
}

void
muster_finder_search_resources (MusterFinder      *self,
                                MusterResourceKind kind,
                                const char        *words)
{
  muster_paged_list_search_resources (start_list (self), kind, words);
}

gboolean
muster_finder_is_searching (MusterFinder *self)
{
  return self->coming != NULL;
}

MusterPagedList *
muster_finder_get_list (MusterFinder *self)
{
  return self->list;
}

void
muster_finder_load_more (MusterFinder *self)
{
  if (self->list == NULL || muster_paged_list_get_error (self->list) != NULL
      || self->n_barren >= MAX_BARREN_PAGES)
    return;
  muster_paged_list_load_more (self->list);
}

void
muster_finder_try_again (MusterFinder *self)
{
  if (self->list == NULL)
    return;
  self->n_barren = 0;
  muster_paged_list_load_more (self->list);
}
