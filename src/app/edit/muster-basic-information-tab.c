/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-basic-information-tab.h"

#include <glib/gi18n.h>

#include "muster-change-row.h"
#include "muster-flag-row.h"
#include "muster-narrow-bin.h"
#include "muster-time-zone-button.h"

#define N_CHANGE_ROWS 5

struct _MusterBasicInformationTab
{
  GtkWidget parent_instance;

  MusterEdit      *edit; /* (owned) */
  MusterChangeRow *change_rows[N_CHANGE_ROWS];
  MusterFlagRow   *flag_rows[MUSTER_N_PROFILE_FIELDS];

  GtkWidget    *bin;
  GtkWidget    *cards;
  GtkWidget    *flag_card;
  GtkWidget    *flag_line;
  GtkWidget    *flag_badge;
  GtkWidget    *flag_columns;
  GtkWidget    *time_zone_button;
  GtkSizeGroup *starts;
};

enum
{
  PROP_0,
  PROP_EDIT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const char *const change_row_ids[N_CHANGE_ROWS]
  = { "company_row", "account_executive_row", "organization_row", "time_zone_row",
      "active_row" };

static const char *const flag_row_ids[MUSTER_N_PROFILE_FIELDS]
  = { "given_name_flag",      "family_name_flag", "job_title_flag", "primary_phone_flag",
      "secondary_phone_flag", "address_flag",     "address2_flag",  "city_flag",
      "state_flag",           "zip_code_flag",    "country_flag",   "time_zone_flag" };

G_DEFINE_FINAL_TYPE (MusterBasicInformationTab,
                     muster_basic_information_tab,
                     GTK_TYPE_WIDGET)

static void
update_flag_card (MusterBasicInformationTab *self)
{
  guint    n = muster_edit_count_wishes (self->edit,
                                         MUSTER_FIELDS_OF (MUSTER_FIELD_FLAGGED_FIELDS));
  gboolean is_offered = muster_session_offers (muster_edit_get_session (self->edit),
                                               MUSTER_FIELD_FLAGGED_FIELDS);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  g_autofree char *name
    = g_strdup_printf (ngettext ("%'u flagged field", "%'u flagged fields", n), n);

  gtk_label_set_label (GTK_LABEL (self->flag_line),
                       is_offered ? _ ("Users fill these in before anything else")
                                  : _ ("This platform cannot flag fields"));
  gtk_label_set_label (GTK_LABEL (self->flag_badge), number);
  gtk_widget_set_visible (self->flag_badge, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flag_badge),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_time_zone (MusterBasicInformationTab *self)
{
  MusterOperation *wish
    = muster_edit_find_wish (self->edit, MUSTER_FIELD_TIME_ZONE, NULL);
  MusterReference *zone = wish != NULL ? muster_operation_get_value (wish) : NULL;

  muster_time_zone_button_set_zone (MUSTER_TIME_ZONE_BUTTON (self->time_zone_button),
                                    zone != NULL ? muster_reference_get_id (zone) : NULL);
}

static void
update (MusterBasicInformationTab *self)
{
  for (guint i = 0; i < N_CHANGE_ROWS; i++)
    muster_change_row_update (self->change_rows[i], self->edit);
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    muster_flag_row_update (self->flag_rows[i], self->edit);
  update_time_zone (self);
  update_flag_card (self);
}

/* Where there is little room the cards stand one over the other, and the check boxes in
 * two columns. */
static void
narrow_changed_cb (MusterBasicInformationTab *self)
{
  gboolean is_narrow = muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (self->bin));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->flag_columns),
                                  is_narrow ? GTK_ORIENTATION_HORIZONTAL
                                            : GTK_ORIENTATION_VERTICAL);
}

static void
muster_basic_information_tab_set_property (GObject      *object,
                                           guint         prop_id,
                                           const GValue *value,
                                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDIT:
      MUSTER_BASIC_INFORMATION_TAB (object)->edit = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
find_rows (MusterBasicInformationTab *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < N_CHANGE_ROWS; i++)
    {
      self->change_rows[i] = MUSTER_CHANGE_ROW (
        gtk_widget_get_template_child (widget, MUSTER_TYPE_BASIC_INFORMATION_TAB,
                                       change_row_ids[i]));
      gtk_size_group_add_widget (self->starts,
                                 muster_change_row_get_start (self->change_rows[i]));
    }
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    self->flag_rows[i] = MUSTER_FLAG_ROW (
      gtk_widget_get_template_child (widget, MUSTER_TYPE_BASIC_INFORMATION_TAB,
                                     flag_row_ids[i]));
}

static void
muster_basic_information_tab_constructed (GObject *object)
{
  MusterBasicInformationTab *self = MUSTER_BASIC_INFORMATION_TAB (object);

  G_OBJECT_CLASS (muster_basic_information_tab_parent_class)->constructed (object);
  g_signal_connect_object (self->edit, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
muster_basic_information_tab_dispose (GObject *object)
{
  MusterBasicInformationTab *self = MUSTER_BASIC_INFORMATION_TAB (object);

  g_clear_pointer (&self->bin, gtk_widget_unparent);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (muster_basic_information_tab_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/edit/muster-basic-information-tab.ui");
#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, MusterBasicInformationTab, name)
  BIND (bin);
  BIND (cards);
  BIND (flag_card);
  BIND (flag_line);
  BIND (flag_badge);
  BIND (flag_columns);
  BIND (time_zone_button);
  BIND (starts);
#undef BIND
  for (guint i = 0; i < N_CHANGE_ROWS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, change_row_ids[i], FALSE, 0);
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, flag_row_ids[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
muster_basic_information_tab_class_init (MusterBasicInformationTabClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = muster_basic_information_tab_set_property;
  object_class->constructed = muster_basic_information_tab_constructed;
  object_class->dispose = muster_basic_information_tab_dispose;
  props[PROP_EDIT] = g_param_spec_object ("edit", NULL, NULL, MUSTER_TYPE_EDIT,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                            | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (MUSTER_TYPE_NARROW_BIN);
  g_type_ensure (MUSTER_TYPE_CHANGE_ROW);
  g_type_ensure (MUSTER_TYPE_FLAG_ROW);
  g_type_ensure (MUSTER_TYPE_TIME_ZONE_BUTTON);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_basic_information_tab_init (MusterBasicInformationTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  find_rows (self);
}

GtkWidget *
muster_basic_information_tab_new (MusterEdit *edit)
{
  return g_object_new (MUSTER_TYPE_BASIC_INFORMATION_TAB, "edit", edit, NULL);
}
