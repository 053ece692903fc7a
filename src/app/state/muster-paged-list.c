/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-paged-list.h"

#define FIRST_PAGE 100
#define NEXT_PAGE 500

/* What is listed. */
typedef enum
{
  SOURCE_NONE,
  SOURCE_USERS,
  SOURCE_RESOURCES,
} Source;

struct _MusterPagedList
{
  GObject parent_instance;

  MusterPlatform *platform; /* (owned) */
  GPtrArray      *items;    /* (owned): of GObject (owned) */

  Source             source;
  MusterUserQuery   *query; /* (owned) (nullable) */
  MusterResourceKind kind;
  char              *search; /* (owned) (nullable) */

  GCancellable *loading;     /* (owned) (nullable): while a page is under way */
  char         *next_cursor; /* (owned) (nullable) */
  gint64        total;
  gboolean      complete;
  GError       *error; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_TOTAL,
  PROP_COMPLETE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void muster_paged_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterPagedList,
                               muster_paged_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      muster_paged_list_list_model_init))

static void
muster_paged_list_dispose (GObject *object)
{
  MusterPagedList *self = MUSTER_PAGED_LIST (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->platform);
  G_OBJECT_CLASS (muster_paged_list_parent_class)->dispose (object);
}

static void
muster_paged_list_finalize (GObject *object)
{
  MusterPagedList *self = MUSTER_PAGED_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->query, muster_user_query_unref);
  g_clear_error (&self->error);
  g_free (self->search);
  g_free (self->next_cursor);
  G_OBJECT_CLASS (muster_paged_list_parent_class)->finalize (object);
}

static void
muster_paged_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MusterPagedList *self = MUSTER_PAGED_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, muster_paged_list_is_loading (self));
      break;
    case PROP_TOTAL:
      g_value_set_int64 (value, self->total);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_paged_list_class_init (MusterPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = muster_paged_list_dispose;
  object_class->finalize = muster_paged_list_finalize;
  object_class->get_property = muster_paged_list_get_property;
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[PROP_TOTAL] = g_param_spec_int64 ("total", NULL, NULL, -1, G_MAXINT64, -1, flags);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_paged_list_init (MusterPagedList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->total = -1;
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_PAGED_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterPagedList *self = MUSTER_PAGED_LIST (model);

  return position < self->items->len
           ? g_object_ref (g_ptr_array_index (self->items, position))
           : NULL;
}

static void
muster_paged_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

MusterPagedList *
muster_paged_list_new (MusterPlatform *platform)
{
  MusterPagedList *self = g_object_new (MUSTER_TYPE_PAGED_LIST, NULL);

  self->platform = g_object_ref (platform);
  return self;
}

static void
set_loading (MusterPagedList *self, GCancellable *loading)
{
  gboolean was_loading = self->loading != NULL;

  g_set_object (&self->loading, loading);
  if (was_loading != (loading != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
set_total (MusterPagedList *self, gint64 total)
{
  if (self->total == total)
    return;
  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOTAL]);
}

static void
set_complete (MusterPagedList *self, gboolean complete)
{
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

/* @error: (transfer full) (nullable) */
static void
set_error (MusterPagedList *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
take_page (MusterPagedList *self, MusterPage *page)
{
  guint n_before = self->items->len;
  guint n_added = page->items->len;

  g_ptr_array_extend (self->items, page->items,
                      (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_free (self->next_cursor);
  self->next_cursor = g_strdup (page->next_cursor);
  set_total (self, page->total);
  set_complete (self, page->next_cursor == NULL);
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
}

static MusterPage *
finish_find (MusterPagedList *self,
             MusterPlatform  *platform,
             GAsyncResult    *result,
             GError         **error)
{
  if (self->source == SOURCE_USERS)
    return muster_platform_find_users_finish (platform, result, error);
  return muster_platform_find_resources_finish (platform, result, error);
}

/* A page on its way. The list may ask for something else before it comes. */
typedef struct
{
  MusterPagedList *list;        /* (owned) */
  GCancellable    *cancellable; /* (owned) */
} Asked;

static void
free_asked (Asked *asked)
{
  g_object_unref (asked->list);
  g_object_unref (asked->cancellable);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, free_asked)

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  MusterPagedList *self = asked->list;
  GError          *error = NULL;
  g_autoptr (MusterPage) page = NULL;

  if (self->loading != asked->cancellable)
    return;
  page = finish_find (self, MUSTER_PLATFORM (object), result, &error);
  set_loading (self, NULL);
  if (page == NULL)
    {
      set_error (self, error);
      return;
    }
  set_error (self, NULL);
  take_page (self, page);
}

static void
ask (MusterPagedList *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint  limit = self->items->len == 0 ? FIRST_PAGE : NEXT_PAGE;
  Asked *asked = g_new0 (Asked, 1);

  asked->list = g_object_ref (self);
  asked->cancellable = g_object_ref (cancellable);
  set_loading (self, cancellable);
  if (self->source == SOURCE_USERS)
    muster_platform_find_users_async (self->platform, self->query, self->next_cursor,
                                      limit, cancellable, found_cb, asked);
  else
    muster_platform_find_resources_async (self->platform, self->kind, self->search,
                                          self->next_cursor, limit, cancellable, found_cb,
                                          asked);
}

static void
let_go (MusterPagedList *self)
{
  guint n_items = self->items->len;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  set_loading (self, NULL);
  self->source = SOURCE_NONE;
  g_clear_pointer (&self->query, muster_user_query_unref);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->next_cursor, g_free);
  set_error (self, NULL);
  set_total (self, -1);
  set_complete (self, FALSE);
  g_ptr_array_set_size (self->items, 0);
  if (n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
}

void
muster_paged_list_search_users (MusterPagedList *self, MusterUserQuery *query)
{
  g_autoptr (MusterUserQuery) owned = muster_user_query_ref (query);

  let_go (self);
  self->source = SOURCE_USERS;
  self->query = g_steal_pointer (&owned);
  ask (self);
}

void
muster_paged_list_search_resources (MusterPagedList   *self,
                                    MusterResourceKind kind,
                                    const char        *search)
{
  g_autofree char *owned = g_strdup (search);

  let_go (self);
  self->source = SOURCE_RESOURCES;
  self->kind = kind;
  self->search = g_steal_pointer (&owned);
  ask (self);
}

void
muster_paged_list_load_more (MusterPagedList *self)
{
  if (self->source == SOURCE_NONE || self->loading != NULL || self->complete)
    return;
  set_error (self, NULL);
  ask (self);
}

void
muster_paged_list_clear (MusterPagedList *self)
{
  let_go (self);
}

MusterUserQuery *
muster_paged_list_get_query (MusterPagedList *self)
{
  return self->query;
}

gboolean
muster_paged_list_is_loading (MusterPagedList *self)
{
  return self->loading != NULL;
}

gboolean
muster_paged_list_is_complete (MusterPagedList *self)
{
  return self->complete;
}

gint64
muster_paged_list_get_total (MusterPagedList *self)
{
  return self->total;
}

const GError *
muster_paged_list_get_error (MusterPagedList *self)
{
  return self->error;
}
