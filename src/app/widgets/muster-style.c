/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-style.h"

#include "muster-appearance.h"

#define RESOURCES "/org/musterapp/Muster/widgets/"

/* The look of one display: colours under names, what is drawn with them, and stronger
 * colours for those who need them. GTK looks a name up in all three. */
typedef struct
{
  GdkDisplay       *display;    /* (not owned): outlives the look */
  GtkSettings      *settings;   /* (not owned) */
  MusterAppearance *appearance; /* (owned) */
  GtkCssProvider   *structure;  /* (owned) */
  GtkCssProvider   *tokens;     /* (owned) */
  GtkCssProvider   *contrast;   /* (owned) */
  const char       *sheet;      /* what the tokens were loaded from; static */
  gboolean          has_contrast;
} Look;

static Look    *the_look;
static gboolean is_forced;

static gboolean
is_dark (Look *look)
{
  gboolean dark;

  g_object_get (look->settings, "gtk-application-prefer-dark-theme", &dark, NULL);
  return dark;
}

static gboolean
is_high_contrast (Look *look)
{
  g_autofree char *theme = NULL;

  g_object_get (look->settings, "gtk-theme-name", &theme, NULL);
  return muster_appearance_is_high_contrast (look->appearance)
         || (theme != NULL
             && (g_str_has_prefix (theme, "HighContrast") || strstr (theme, "-hc")));
}

static void
add_provider (Look *look, GtkCssProvider *provider, guint above)
{
  gtk_style_context_add_provider_for_display (look->display,
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION
                                                + above);
}

static void
update_tokens (Look *look)
{
  const char *sheet
    = is_dark (look) ? RESOURCES "tokens-dark.css" : RESOURCES "tokens-light.css";

  if (look->sheet == sheet)
    return;
  look->sheet = sheet;
  gtk_css_provider_load_from_resource (look->tokens, sheet);
}

static void
update_contrast (Look *look)
{
  gboolean wanted = is_high_contrast (look);

  if (look->has_contrast == wanted)
    return;
  look->has_contrast = wanted;
  if (wanted)
    add_provider (look, look->contrast, 1);
  else
    gtk_style_context_remove_provider_for_display (look->display,
                                                   GTK_STYLE_PROVIDER (look->contrast));
}

static void
update_cb (Look *look)
{
  update_tokens (look);
  update_contrast (look);
}

/* A desktop without a preference leaves what the person set in GTK's own settings. */
static void
appearance_changed_cb (Look *look)
{
  if (!is_forced && muster_appearance_has_preference (look->appearance))
    g_object_set (look->settings, "gtk-application-prefer-dark-theme",
                  muster_appearance_is_dark (look->appearance), NULL);
  update_cb (look);
}

static GtkCssProvider *
load_sheet (const char *resource)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, resource);
  return provider;
}

static void
follow_settings (Look *look)
{
  look->appearance = muster_appearance_new ();
  g_signal_connect_swapped (look->appearance, "notify",
                            G_CALLBACK (appearance_changed_cb), look);
  g_signal_connect_swapped (look->settings, "notify::gtk-application-prefer-dark-theme",
                            G_CALLBACK (update_cb), look);
  g_signal_connect_swapped (look->settings, "notify::gtk-theme-name",
                            G_CALLBACK (update_cb), look);
}

/* Before 4.16 GTK rounds the height of a wrapping label in two ways, and complains where
 * they differ. With whole pixels a line they do not. */
static void
round_lines (GtkSettings *settings)
{
  if (gtk_check_version (4, 16, 0) != NULL)
    g_object_set (settings, "gtk-hint-font-metrics", TRUE, NULL);
}

void
muster_style_install (GdkDisplay *display)
{
  g_return_if_fail (GDK_IS_DISPLAY (display));
  if (the_look != NULL)
    return;

  the_look = g_new0 (Look, 1);
  the_look->display = display;
  the_look->settings = gtk_settings_get_for_display (display);
  the_look->structure = load_sheet (RESOURCES "muster.css");
  the_look->contrast = load_sheet (RESOURCES "high-contrast.css");
  the_look->tokens = gtk_css_provider_new ();
  add_provider (the_look, the_look->tokens, 0);
  add_provider (the_look, the_look->structure, 0);
  round_lines (the_look->settings);
  follow_settings (the_look);
  update_cb (the_look);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/musterapp/Muster/icons");
}

void
muster_style_force_dark (gboolean dark)
{
  is_forced = TRUE;
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark,
                NULL);
}
