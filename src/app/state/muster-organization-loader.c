/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-loader.h"

#include <glib/gi18n.h>

#include "muster-paged-list.h"

/* More than any platform has that means well. */
#define MAX_ORGANIZATIONS 250000
#define MAX_PAGES 10000

struct _MusterOrganizationLoader
{
  GObject parent_instance;

  MusterPagedList        *list;     /* (owned) */
  MusterOrganizationTree *tree;     /* (owned) (nullable) */
  GCancellable           *building; /* (owned) (nullable): while the tree is made */
  GError                 *error;    /* (owned) (nullable) */
  gboolean                is_begun;
  guint                   n_pages;
  guint                   go_on; /* source */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterOrganizationLoader, muster_organization_loader, G_TYPE_OBJECT)

static void
muster_organization_loader_dispose (GObject *object)
{
  MusterOrganizationLoader *self = MUSTER_ORGANIZATION_LOADER (object);

  g_clear_handle_id (&self->go_on, g_source_remove);
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->tree);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (muster_organization_loader_parent_class)->dispose (object);
}

static void
muster_organization_loader_class_init (MusterOrganizationLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_organization_loader_dispose;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_organization_loader_init (MusterOrganizationLoader *self)
{
}

static void
tell_of_change (MusterOrganizationLoader *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, muster_organization_tree_new (task_data), g_object_unref);
}

/* Cancelled where the loader is gone. */
static void
built_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterOrganizationTree   *tree = g_task_propagate_pointer (G_TASK (result), NULL);
  MusterOrganizationLoader *self = user_data;

  if (tree == NULL)
    return;
  g_clear_object (&self->building);
  self->tree = tree;
  tell_of_change (self);
}

/* The task does not hold the loader: the thread may be the last to let go of it. */
static void
build_tree (MusterOrganizationLoader *self)
{
  GListModel *list = G_LIST_MODEL (self->list);
  guint       n_items = g_list_model_get_n_items (list);
  GPtrArray  *organizations = g_ptr_array_new_full (n_items, g_object_unref);
  g_autoptr (GTask) task = NULL;

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (organizations, g_list_model_get_item (list, i));
  self->building = g_cancellable_new ();
  task = g_task_new (NULL, self->building, built_cb, self);
  g_task_set_source_tag (task, build_tree);
  g_task_set_task_data (task, organizations, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, build_in_thread);
}

static void
set_error (MusterOrganizationLoader *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
}

/* After a page, or its error: never from inside the list, which is not done with it. */
static gboolean
go_on_cb (gpointer user_data)
{
  MusterOrganizationLoader *self = user_data;
  const GError             *error = muster_paged_list_get_error (self->list);

  self->go_on = 0;
  if (error != NULL)
    set_error (self, g_error_copy (error));
  else if (muster_paged_list_is_complete (self->list))
    build_tree (self);
  else if (muster_organization_loader_get_n_read (self) >= MAX_ORGANIZATIONS
           || ++self->n_pages >= MAX_PAGES)
    set_error (self, g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                                  _ ("This platform lists more than %'d organizations."),
                                  MAX_ORGANIZATIONS));
  else
    muster_paged_list_load_more (self->list);
  tell_of_change (self);
  return G_SOURCE_REMOVE;
}

static void
loading_cb (MusterOrganizationLoader *self)
{
  if (!muster_paged_list_is_loading (self->list) && self->go_on == 0)
    self->go_on = g_idle_add (go_on_cb, self);
}

MusterOrganizationLoader *
muster_organization_loader_new (MusterPlatform *platform)
{
  MusterOrganizationLoader *self = g_object_new (MUSTER_TYPE_ORGANIZATION_LOADER, NULL);

  self->list = muster_paged_list_new (platform);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (loading_cb), self);
  return self;
}

void
muster_organization_loader_load (MusterOrganizationLoader *self)
{
  if (self->is_begun && self->error == NULL)
    return;
  set_error (self, NULL);
  if (self->is_begun)
    muster_paged_list_load_more (self->list);
  else
    muster_paged_list_search_resources (self->list, MUSTER_RESOURCE_KIND_ORGANIZATION,
                                        NULL);
  self->is_begun = TRUE;
  tell_of_change (self);
}

guint
muster_organization_loader_get_n_read (MusterOrganizationLoader *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

gint64
muster_organization_loader_get_total (MusterOrganizationLoader *self)
{
  return muster_paged_list_get_total (self->list);
}

const GError *
muster_organization_loader_get_error (MusterOrganizationLoader *self)
{
  return self->error;
}

MusterOrganizationTree *
muster_organization_loader_get_tree (MusterOrganizationLoader *self)
{
  return self->tree;
}
