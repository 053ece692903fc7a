/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-role-book.h"

#include "muster-paged-list.h"
#include "muster-role.h"

/* Roles on later pages are learnt of when they are chosen. */
#define MAX_PAGES 20

struct _MusterRoleBook
{
  GObject parent_instance;

  MusterPagedList *list;           /* (owned) */
  GHashTable      *administrative; /* (owned): of identifiers (owned) */
  gboolean         is_begun;
  guint            n_pages;
  guint            go_on; /* source */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterRoleBook, muster_role_book, G_TYPE_OBJECT)

static void
muster_role_book_dispose (GObject *object)
{
  MusterRoleBook *self = MUSTER_ROLE_BOOK (object);

  g_clear_handle_id (&self->go_on, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (muster_role_book_parent_class)->dispose (object);
}

static void
muster_role_book_finalize (GObject *object)
{
  g_hash_table_unref (MUSTER_ROLE_BOOK (object)->administrative);

  G_OBJECT_CLASS (muster_role_book_parent_class)->finalize (object);
}

static void
muster_role_book_class_init (MusterRoleBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = muster_role_book_dispose;
  object_class->finalize = muster_role_book_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_role_book_init (MusterRoleBook *self)
{
  self->administrative = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
learn (MusterRoleBook *self, gpointer resource)
{
  const char *id = muster_resource_get_id (resource);

  if (MUSTER_IS_ROLE (resource) && muster_role_is_administrative (resource))
    g_hash_table_add (self->administrative, g_strdup (id));
}

static void
items_changed_cb (
  GListModel *list, guint position, guint n_removed, guint n_added, MusterRoleBook *self)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GObject) resource = g_list_model_get_item (list, i);

      learn (self, resource);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Not from inside the list, which is not done with its page. */
static gboolean
go_on_cb (gpointer user_data)
{
  MusterRoleBook *self = user_data;

  self->go_on = 0;
  if (muster_paged_list_get_error (self->list) == NULL && ++self->n_pages < MAX_PAGES)
    muster_paged_list_load_more (self->list);
  return G_SOURCE_REMOVE;
}

static void
loading_cb (MusterRoleBook *self)
{
  if (!muster_paged_list_is_loading (self->list) && self->go_on == 0)
    self->go_on = g_idle_add (go_on_cb, self);
}

MusterRoleBook *
muster_role_book_new (MusterSession *session)
{
  MusterRoleBook *self = g_object_new (MUSTER_TYPE_ROLE_BOOK, NULL);

  self->list = muster_paged_list_new (muster_session_get_platform (session));
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (loading_cb), self);
  return self;
}

void
muster_role_book_load (MusterRoleBook *self)
{
  if (self->is_begun)
    return;
  self->is_begun = TRUE;
  muster_paged_list_search_resources (self->list, MUSTER_RESOURCE_KIND_ROLE, NULL);
}

void
muster_role_book_learn (MusterRoleBook *self, GPtrArray *roles)
{
  for (guint i = 0; i < roles->len; i++)
    learn (self, g_ptr_array_index (roles, i));
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
muster_role_book_is_administrative (MusterRoleBook *self, const char *id)
{
  return g_hash_table_contains (self->administrative, id);
}
