/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-resource-chooser.h"

#include <glib/gi18n.h>

#include "muster-cell.h"
#include "muster-chooser.h"
#include "muster-company.h"
#include "muster-resource-row.h"
#include "muster-role.h"

#define MUSTER_TYPE_RESOURCE_CHOOSER (muster_resource_chooser_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterResourceChooser, muster_resource_chooser, MUSTER, RESOURCE_CHOOSER, MusterChooser)

struct _MusterResourceChooser
{
  MusterChooser parent_instance;

  MusterResourceKind        kind;
  MusterOrganizationLoader *organizations; /* (owned) (nullable) */
  GtkWidget                *view;
};

/* What the dialog says for a kind of thing. */
typedef struct
{
  const char *title;
  const char *placeholder;
  const char *nothing_title;
  const char *list_name;
} Words;

static const Words words_of_kinds[MUSTER_N_RESOURCE_KINDS] = {
  [MUSTER_RESOURCE_KIND_ROLE]
  = { N_ ("Choose User Role"), N_ ("Search roles"), N_ ("No Roles Found"), N_ ("Roles") },
  [MUSTER_RESOURCE_KIND_ORGANIZATION]
  = { N_ ("Choose Organization"), N_ ("Search organizations"),
      N_ ("No Organizations Found"), N_ ("Organizations") },
  [MUSTER_RESOURCE_KIND_COMPANY] = { N_ ("Choose Company"), N_ ("Search companies"),
                                     N_ ("No Companies Found"), N_ ("Companies") },
};

G_DEFINE_FINAL_TYPE (MusterResourceChooser, muster_resource_chooser, MUSTER_TYPE_CHOOSER)

static void
muster_resource_chooser_search (MusterChooser *chooser,
                                MusterFinder  *finder,
                                const char    *words)
{
  MusterResourceChooser *self = MUSTER_RESOURCE_CHOOSER (chooser);

  muster_finder_search_resources (finder, self->kind, *words != '\0' ? words : NULL);
}

/* (transfer full) */
static char *
describe_number (MusterResourceKind kind, gulong n)
{
  switch (kind)
    {
    case MUSTER_RESOURCE_KIND_ROLE:
      return g_strdup_printf (ngettext ("%'lu Role Found", "%'lu Roles Found", n), n);
    case MUSTER_RESOURCE_KIND_ORGANIZATION:
      return g_strdup_printf (ngettext ("%'lu Organization Found",
                                        "%'lu Organizations Found", n),
                              n);
    case MUSTER_RESOURCE_KIND_COMPANY:
    default:
      return g_strdup_printf (ngettext ("%'lu Company Found", "%'lu Companies Found", n),
                              n);
    }
}

static char *
muster_resource_chooser_describe_found (MusterChooser *chooser,
                                        guint64        n_found,
                                        gboolean       more)
{
  MusterResourceChooser *self = MUSTER_RESOURCE_CHOOSER (chooser);
  g_autofree char       *number = describe_number (self->kind, (gulong) n_found);

  if (!more)
    return g_steal_pointer (&number);
  /* Translators: %s is, say, "100 Roles Found", and there are more of them */
  return g_strdup_printf (_ ("%s so far"), number);
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, MusterResourceChooser *self)
{
  gtk_list_item_set_child (item, muster_resource_row_new (self->organizations));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, MusterResourceChooser *self)
{
  MusterResourceRow *row = MUSTER_RESOURCE_ROW (gtk_list_item_get_child (item));
  g_autofree char   *description = NULL;

  muster_resource_row_set_resource (row, gtk_list_item_get_item (item));
  description = muster_resource_row_dup_description (row);
  muster_cell_name_row (item, description);
}

static void
muster_resource_chooser_dispose (GObject *object)
{
  g_clear_object (&MUSTER_RESOURCE_CHOOSER (object)->organizations);
  G_OBJECT_CLASS (muster_resource_chooser_parent_class)->dispose (object);
}

static void
muster_resource_chooser_class_init (MusterResourceChooserClass *klass)
{
  MusterChooserClass *chooser_class = MUSTER_CHOOSER_CLASS (klass);
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_resource_chooser_dispose;
  chooser_class->search = muster_resource_chooser_search;
  chooser_class->describe_found = muster_resource_chooser_describe_found;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/choosers/muster-resource-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterResourceChooser, view);
}

static void
muster_resource_chooser_init (MusterResourceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_kind (MusterResourceChooser *self, MusterSession *session, MusterResourceKind kind)
{
  const Words        *words = &words_of_kinds[kind];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->kind = kind;
  if (kind == MUSTER_RESOURCE_KIND_ORGANIZATION)
    {
      self->organizations
        = muster_organization_loader_new (muster_session_get_platform (session));
      muster_organization_loader_load (self->organizations);
      gtk_widget_add_css_class (self->view, "two-line");
    }
  g_object_set (self, "title", _ (words->title), "placeholder", _ (words->placeholder),
                "nothing-title", _ (words->nothing_title), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ (words->list_name),
                                  -1);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  g_object_unref (factory);
}

/* (transfer full): what a reference names, as far as it is known before it is found. */
static MusterResource *
create_resource (MusterResourceKind kind, MusterReference *reference)
{
  const char *id = muster_reference_get_id (reference);
  const char *name = muster_reference_get_display (reference);

  switch (kind)
    {
    case MUSTER_RESOURCE_KIND_ROLE:
      return MUSTER_RESOURCE (muster_role_new (id, name, FALSE, NULL));
    case MUSTER_RESOURCE_KIND_ORGANIZATION:
      return MUSTER_RESOURCE (muster_organization_new (id, name, NULL));
    case MUSTER_RESOURCE_KIND_COMPANY:
    default:
      return MUSTER_RESOURCE (muster_company_new (id, name));
    }
}

/* Puts what was read in the place of what references named. */
static void
finder_changed_cb (MusterResourceChooser *self, MusterFinder *finder)
{
  GListModel *list = G_LIST_MODEL (muster_finder_get_list (finder));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
  muster_choice_refresh (muster_chooser_get_choice (MUSTER_CHOOSER (self)), items);
}

static void
tick_chosen (MusterResourceChooser *self, GPtrArray *chosen)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (items, create_resource (self->kind, g_ptr_array_index (chosen, i)));
  muster_choice_add (muster_chooser_get_choice (MUSTER_CHOOSER (self)), items);
  g_signal_connect_object (muster_chooser_get_finder (MUSTER_CHOOSER (self)), "changed",
                           G_CALLBACK (finder_changed_cb), self, G_CONNECT_SWAPPED);
}

void
muster_resource_chooser_choose_async (GtkWindow          *parent,
                                      MusterSession      *session,
                                      MusterResourceKind  kind,
                                      gboolean            multiple,
                                      GPtrArray          *chosen,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  MusterResourceChooser *self
    = g_object_new (MUSTER_TYPE_RESOURCE_CHOOSER, "use-header-bar", 1, "session", session,
                    "multiple", multiple, NULL);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_resource_chooser_choose_async);
  set_kind (self, session, kind);
  if (chosen != NULL)
    tick_chosen (self, chosen);
  muster_chooser_run (MUSTER_CHOOSER (self), parent, task);
}

GPtrArray *
muster_resource_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_resource_chooser_choose_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
