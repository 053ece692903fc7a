/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-chooser-private.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_MULTIPLE,
  PROP_LIST,
  PROP_PLACEHOLDER,
  PROP_NOTHING_TITLE,
  PROP_COMPACT,
  PROP_REVIEWING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterChooser, muster_chooser, GTK_TYPE_DIALOG)

MusterChooserPrivate *
muster_chooser_get_private (MusterChooser *self)
{
  return muster_chooser_get_instance_private (self);
}

MusterSession *
muster_chooser_get_session (MusterChooser *self)
{
  return muster_chooser_get_private (self)->session;
}

MusterChoice *
muster_chooser_get_choice (MusterChooser *self)
{
  return muster_chooser_get_private (self)->choice;
}

MusterFinder *
muster_chooser_get_finder (MusterChooser *self)
{
  return muster_chooser_get_private (self)->finder;
}

static void
start_search (MusterChooser *self, const char *words)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  g_free (priv->words);
  priv->words = g_strdup (words);
  g_clear_error (&priv->selecting_error);
  muster_chooser_set_reviewing (self, FALSE);
  MUSTER_CHOOSER_GET_CLASS (self)->search (self, priv->finder, priv->words);
  muster_chooser_show_found (self);
}

/* (transfer full): what is typed, without the blanks around it. */
static char *
dup_typed (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  return g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (priv->search_entry))));
}

void
muster_chooser_search (MusterChooser *self)
{
  g_autofree char *words = dup_typed (self);

  start_search (self, words);
}

/* Comes late where Enter searched for the same words already. */
static void
search_changed_cb (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autofree char      *words = dup_typed (self);

  if (g_strcmp0 (words, priv->words) != 0)
    start_search (self, words);
}

/* (transfer full): what is ticked now; ticks taken away stay in sight. */
static GListModel *
copy_choice (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autoptr (GPtrArray) items = muster_choice_list (priv->choice);
  GListStore *copy = g_list_store_new (G_TYPE_OBJECT);

  g_list_store_splice (copy, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (copy);
}

void
muster_chooser_set_reviewing (MusterChooser *self, gboolean reviewing)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  if ((priv->review != NULL) == reviewing)
    return;
  g_clear_object (&priv->review);
  if (reviewing)
    priv->review = copy_choice (self);
  muster_chooser_show_found (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVIEWING]);
}

/* Pages are asked for some windows before the end is in sight. */
static void
look_for_end_cb (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  GtkAdjustment        *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroller));
  double page = gtk_adjustment_get_page_size (adjustment);
  double rest = gtk_adjustment_get_upper (adjustment)
                - gtk_adjustment_get_value (adjustment) - page;

  if (priv->review == NULL && !muster_tick_model_is_stepping (priv->model) && page > 0
      && rest < 3 * page)
    muster_finder_load_more (priv->finder);
}

/* Where the list became longer the end is looked for once that is laid out; a page with
 * nothing on it changes no layout. */
static void
finder_changed_cb (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  MusterPagedList      *list = muster_finder_get_list (priv->finder);
  guint    n_items = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
  gboolean has_grown = n_items != priv->n_listed;

  priv->n_listed = n_items;
  muster_chooser_show_found (self);
  if (!has_grown && list != NULL && !muster_finder_is_searching (priv->finder))
    look_for_end_cb (self);
}

static void
row_activated_cb (MusterChooser *self, guint position)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (priv->model), position);

  if (item == NULL)
    return;
  muster_choice_toggle (priv->choice, item);
  if (!priv->multiple && muster_choice_contains (priv->choice, item))
    gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_OK);
}

static void
set_list (MusterChooser *self, GtkWidget *list)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  priv->list = list;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroller), list);
}

static void
set_compact (MusterChooser *self, gboolean compact)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  if (!compact)
    return;
  gtk_box_remove (GTK_BOX (priv->found_bar), priv->found_box);
  gtk_box_prepend (GTK_BOX (priv->bottom_bar), priv->found_box);
  gtk_widget_remove_css_class (priv->found_label, "heading");
  gtk_widget_add_css_class (priv->found_label, "dim");
  gtk_widget_hide (priv->found_bar);
  gtk_widget_hide (priv->found_separator);
}

static void
muster_chooser_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MusterChooser        *self = MUSTER_CHOOSER (object);
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_MULTIPLE:
      priv->multiple = g_value_get_boolean (value);
      break;
    case PROP_LIST:
      set_list (self, g_value_get_object (value));
      break;
    case PROP_PLACEHOLDER:
      g_object_set_property (G_OBJECT (priv->search_entry), "placeholder-text", value);
      break;
    case PROP_NOTHING_TITLE:
      g_object_set_property (G_OBJECT (priv->nothing), "title", value);
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_REVIEWING:
      muster_chooser_set_reviewing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_chooser_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (MUSTER_CHOOSER (object));

  if (prop_id == PROP_REVIEWING)
    g_value_set_boolean (value, priv->review != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
create_models (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  priv->choice = muster_choice_new (priv->multiple);
  priv->model = muster_tick_model_new (priv->choice);
  priv->finder = muster_finder_new (muster_session_get_platform (priv->session));
  g_signal_connect_object (priv->choice, "items-changed",
                           G_CALLBACK (muster_chooser_show_choice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->finder, "changed", G_CALLBACK (finder_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_list (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  GtkAdjustment        *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroller));

  g_object_set (priv->list, "model", priv->model, "single-click-activate", priv->multiple,
                NULL);
  gtk_widget_add_css_class (priv->list, priv->multiple ? "ticks" : "radios");
  g_signal_connect_object (priv->list, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (look_for_end_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (look_for_end_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
muster_chooser_constructed (GObject *object)
{
  MusterChooser        *self = MUSTER_CHOOSER (object);
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  G_OBJECT_CLASS (muster_chooser_parent_class)->constructed (object);
  create_models (self);
  bind_list (self);
  gtk_widget_set_visible (priv->selection_stack, priv->multiple);
  gtk_widget_set_visible (priv->review_button, priv->multiple);
  gtk_widget_set_visible (priv->select_all_button,
                          MUSTER_CHOOSER_GET_CLASS (self)->select_all_found != NULL);
  muster_chooser_show_choice (self);
  muster_chooser_show_found (self);
  gtk_widget_grab_focus (priv->search_entry);
}

static void
muster_chooser_dispose (GObject *object)
{
  muster_chooser_stop_selecting (MUSTER_CHOOSER (object));
  muster_chooser_return_cancelled (MUSTER_CHOOSER (object));
  G_OBJECT_CLASS (muster_chooser_parent_class)->dispose (object);
}

static void
muster_chooser_finalize (GObject *object)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (MUSTER_CHOOSER (object));

  g_clear_object (&priv->review);
  g_clear_object (&priv->model);
  g_clear_object (&priv->finder);
  g_clear_object (&priv->choice);
  g_clear_object (&priv->session);
  g_clear_error (&priv->selecting_error);
  g_free (priv->words);
  G_OBJECT_CLASS (muster_chooser_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags write = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags once = write | G_PARAM_CONSTRUCT_ONLY;

  props[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, MUSTER_TYPE_SESSION, once);
  props[PROP_MULTIPLE] = g_param_spec_boolean ("multiple", NULL, NULL, FALSE, once);
  props[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, write);
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, write);
  props[PROP_NOTHING_TITLE]
    = g_param_spec_string ("nothing-title", NULL, NULL, NULL, write);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, write);
  props[PROP_REVIEWING]
    = g_param_spec_boolean ("reviewing", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                              | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  struct
  {
    const char *name;
    gssize      offset;
  } children[] = {
#define CHILD(name) { #name, G_PRIVATE_OFFSET (MusterChooser, name) }
    CHILD (search_entry),
    CHILD (found_bar),
    CHILD (found_box),
    CHILD (found_label),
    CHILD (found_separator),
    CHILD (spinner),
    CHILD (banner),
    CHILD (stack),
    CHILD (scroller),
    CHILD (nothing),
    CHILD (failure),
    CHILD (remedy_button),
    CHILD (choice_icon),
    CHILD (choice_label),
    CHILD (review_button),
    CHILD (selection_stack),
    CHILD (select_visible_button),
    CHILD (select_all_button),
    CHILD (clear_visible_button),
    CHILD (selecting_spinner),
    CHILD (selecting_label),
    CHILD (bottom_bar),
    CHILD (ok_button),
#undef CHILD
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               children[i].offset);
}

static void
muster_chooser_class_init (MusterChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = muster_chooser_constructed;
  object_class->dispose = muster_chooser_dispose;
  object_class->finalize = muster_chooser_finalize;
  object_class->set_property = muster_chooser_set_property;
  object_class->get_property = muster_chooser_get_property;
  install_properties (object_class);
  GTK_DIALOG_CLASS (klass)->response = muster_chooser_respond;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/choosers/muster-chooser.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, muster_chooser_search);
  muster_chooser_bind_key_callbacks (widget_class);
  muster_chooser_install_actions (klass);
}

static void
muster_chooser_init (MusterChooser *self)
{
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  gtk_widget_init_template (GTK_WIDGET (self));
}
