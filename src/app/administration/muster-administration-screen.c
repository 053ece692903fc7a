/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-administration-screen.h"

#include <glib/gi18n.h>

#include "muster-banner.h"
#include "muster-display-text.h"
#include "muster-labels.h"
#include "muster-recent-batches.h"
#include "muster-weak.h"

struct _MusterAdministrationScreen
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* template children, (not owned) */
  GtkWidget *notice;
  GtkWidget *banner;
  GtkWidget *n_users;
  GtkWidget *edit_users;
  GtkWidget *recent;
  GtkWidget *platform;
  GtkWidget *address;
  GtkWidget *account;
  GtkWidget *offer_title;
  GtkWidget *offer;

  MusterSession      *session;     /* (owned) */
  GSimpleActionGroup *actions;     /* (owned) */
  GCancellable       *cancellable; /* (owned) (nullable): counting */
};

static void muster_administration_screen_screen_init (MusterScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  MusterAdministrationScreen,
  muster_administration_screen,
  GTK_TYPE_WIDGET,
  G_IMPLEMENT_INTERFACE (MUSTER_TYPE_SCREEN, muster_administration_screen_screen_init))

static const char *
muster_administration_screen_get_title (MusterScreen *screen)
{
  return _ ("Site Administration");
}

static const char *
muster_administration_screen_get_action_prefix (MusterScreen *screen)
{
  return "administration";
}

static GActionGroup *
muster_administration_screen_get_actions (MusterScreen *screen)
{
  return G_ACTION_GROUP (MUSTER_ADMINISTRATION_SCREEN (screen)->actions);
}

static void
muster_administration_screen_focus (MusterScreen *screen)
{
  gtk_widget_grab_focus (MUSTER_ADMINISTRATION_SCREEN (screen)->edit_users);
}

static void
muster_administration_screen_screen_init (MusterScreenInterface *iface)
{
  iface->get_title = muster_administration_screen_get_title;
  iface->get_action_prefix = muster_administration_screen_get_action_prefix;
  iface->get_actions = muster_administration_screen_get_actions;
  iface->focus = muster_administration_screen_focus;
}

static void
muster_administration_screen_dispose (GObject *object)
{
  MusterAdministrationScreen *self = MUSTER_ADMINISTRATION_SCREEN (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_administration_screen_parent_class)->dispose (object);
}

static void
muster_administration_screen_finalize (GObject *object)
{
  MusterAdministrationScreen *self = MUSTER_ADMINISTRATION_SCREEN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (muster_administration_screen_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MUSTER_TYPE_BANNER);
  g_type_ensure (MUSTER_TYPE_RECENT_BATCHES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/administration/muster-administration-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen, notice);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen, banner);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        n_users);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        edit_users);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen, recent);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        platform);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        address);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        account);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen,
                                        offer_title);
  gtk_widget_class_bind_template_child (widget_class, MusterAdministrationScreen, offer);
}

static void
muster_administration_screen_class_init (MusterAdministrationScreenClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_administration_screen_dispose;
  object_class->finalize = muster_administration_screen_finalize;
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0,
                                       "administration.refresh", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  muster_administration_screen_refresh (user_data);
}

static void
muster_administration_screen_init (MusterAdministrationScreen *self)
{
  static const GActionEntry entries[] = { { .name = "refresh", .activate = refresh_cb } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkWidget *label, const char *text)
{
  g_autofree char *clean = muster_display_text_clean (text);

  gtk_label_set_label (GTK_LABEL (label), clean);
  gtk_widget_set_tooltip_text (label, clean);
}

/* (transfer full): the fields that this platform does not have, "" where it has all. */
static char *
describe_missing (MusterAdministrationScreen *self)
{
  GString *text = g_string_new (NULL);

  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    if (!muster_session_offers (self->session, (MusterField) field))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              muster_label_field ((MusterField) field));
  return g_string_free (text, FALSE);
}

static void
fill_strip (MusterAdministrationScreen *self)
{
  MusterPlatform  *platform = muster_session_get_platform (self->session);
  g_autofree char *missing = describe_missing (self);

  set_text (self->platform, muster_session_get_name (self->session));
  set_text (self->address, muster_platform_get_address (platform));
  set_text (self->account, muster_session_get_account_name (self->session));
  gtk_label_set_label (GTK_LABEL (self->offer_title),
                       *missing != '\0' ? _ ("Not offered here") : _ ("Offered here"));
  set_text (self->offer, *missing != '\0' ? missing : _ ("All that Muster can change"));
}

GtkWidget *
muster_administration_screen_new (MusterSession *session)
{
  MusterAdministrationScreen *self
    = g_object_new (MUSTER_TYPE_ADMINISTRATION_SCREEN, NULL);

  self->session = g_object_ref (session);
  fill_strip (self);
  muster_administration_screen_refresh (self);
  return GTK_WIDGET (self);
}

static void
show_count (MusterAdministrationScreen *self, gint64 total)
{
  guint            n = (guint) CLAMP (total, 0, G_MAXUINT);
  g_autofree char *text = NULL;

  muster_banner_hide (MUSTER_BANNER (self->banner));
  if (total < 0)
    text = g_strdup (_ ("The accounts of this platform"));
  else
    text = g_strdup_printf (ngettext ("%'u user", "%'u users", n), n);
  gtk_label_set_label (GTK_LABEL (self->n_users), text);
}

static void
show_error (MusterAdministrationScreen *self, const GError *error)
{
  MusterBanner    *banner = MUSTER_BANNER (self->banner);
  g_autofree char *text = muster_display_text_clean (error->message);

  gtk_label_set_label (GTK_LABEL (self->n_users), _ ("The accounts of this platform"));
  if (g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_PERMISSION))
    {
      muster_banner_set_button (banner, NULL, NULL);
      muster_banner_show (banner, "warning", _ ("This account may not see users"), text);
    }
  else if (g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN))
    {
      muster_banner_set_button (banner, _ ("Sign In"), "win.sign-out");
      muster_banner_show (banner, "error", _ ("You are not signed in any more"), text);
    }
  else
    {
      muster_banner_set_button (banner, _ ("Try Again"), "administration.refresh");
      muster_banner_show (banner, "error",
                          _ ("The platform does not answer as it should"), text);
    }
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterAdministrationScreen) self = muster_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_users_finish (MUSTER_PLATFORM (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page != NULL)
    show_count (self, page->total);
  else
    show_error (self, error);
}

void
muster_administration_screen_refresh (MusterAdministrationScreen *self)
{
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();

  g_return_if_fail (MUSTER_IS_ADMINISTRATION_SCREEN (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  muster_user_query_set_fields (query, 0);
  muster_user_query_set_brief (query, TRUE);
  muster_platform_find_users_async (muster_session_get_platform (self->session), query,
                                    NULL, 1, self->cancellable, counted_cb,
                                    muster_weak_new (self));
  muster_recent_batches_refresh (MUSTER_RECENT_BATCHES (self->recent), self->session);
}

void
muster_administration_screen_show_notice (MusterAdministrationScreen *self,
                                          const char                 *title,
                                          const char                 *text)
{
  g_autofree char *clean = muster_display_text_clean (text);

  g_return_if_fail (MUSTER_IS_ADMINISTRATION_SCREEN (self));

  muster_banner_show (MUSTER_BANNER (self->notice), "info", title, clean);
}
