/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-bar.h"

#include "muster-labels.h"

#include <glib/gi18n.h>

#define LEAST_PART 3
#define GAP 2

struct _MusterOutcomeBar
{
  GtkWidget parent_instance;

  MusterOutcomeCounts counts;
};

G_DEFINE_FINAL_TYPE (MusterOutcomeBar, muster_outcome_bar, GTK_TYPE_WIDGET)

/* From the best to what is still open, as in the cards beside the bar. */
static const struct
{
  MusterOutcome outcome;
  const char   *color; /* a named colour of the style sheets */
} parts[] = {
  { MUSTER_OUTCOME_CHANGED, "muster_bar_success" },
  { MUSTER_OUTCOME_PENDING, "muster_accent_bg" },
  { MUSTER_OUTCOME_ALREADY_SO, "muster_bar_still" },
  { MUSTER_OUTCOME_CONFLICT, "muster_bar_warning" },
  { MUSTER_OUTCOME_PARTLY_CHANGED, "muster_bar_warning" },
  { MUSTER_OUTCOME_UNKNOWN, "muster_bar_warning" },
  { MUSTER_OUTCOME_NOT_TAKEN, "muster_bar_error" },
  { MUSTER_OUTCOME_REJECTED, "muster_bar_error" },
  { MUSTER_OUTCOME_NOT_SENT, "muster_bar_still" },
};

static guint
count_parts (MusterOutcomeBar *self)
{
  guint n_parts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    n_parts += self->counts.n[parts[i].outcome] > 0;
  return n_parts;
}

/* Every part has its least width; what is left is shared out by the counts. */
static double
get_part_width (guint n, guint total, guint n_parts, double width)
{
  double spare = width - n_parts * LEAST_PART - (n_parts - 1) * GAP;

  return LEAST_PART + MAX (spare, 0) * n / total;
}

static void
append_part (
  GtkWidget *widget, GtkSnapshot *snapshot, const char *name, double x, double width)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double           start = x;
  GdkRGBA          color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    start = gtk_widget_get_width (widget) - x - width;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) start, 0, (float) width,
                                                  (float) gtk_widget_get_height (
                                                    widget)));
}

static void
muster_outcome_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterOutcomeBar *self = MUSTER_OUTCOME_BAR (widget);
  guint             total = muster_outcome_counts_get_total (&self->counts);
  guint             n_parts = count_parts (self);
  double            x = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint  n = self->counts.n[parts[i].outcome];
      double width;

      if (n == 0)
        continue;
      width = get_part_width (n, total, n_parts, gtk_widget_get_width (widget));
      append_part (widget, snapshot, parts[i].color, x, width);
      x += width + GAP;
    }
}

static char *
describe_counts (MusterOutcomeBar *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      MusterOutcome outcome = parts[i].outcome;

      if (self->counts.n[outcome] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      /* Translators: an outcome and how many users have it, "Already so: 43". */
      g_string_append_printf (text, _ ("%s: %'u"), muster_label_outcome (outcome),
                              self->counts.n[outcome]);
    }
  return g_string_free (text, FALSE);
}

void
muster_outcome_bar_set_counts (MusterOutcomeBar *self, const MusterOutcomeCounts *counts)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MUSTER_IS_OUTCOME_BAR (self));
  if (memcmp (&self->counts, counts, sizeof *counts) == 0)
    return;
  self->counts = *counts;
  text = describe_counts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
muster_outcome_bar_new (void)
{
  return g_object_new (MUSTER_TYPE_OUTCOME_BAR, NULL);
}

static void
muster_outcome_bar_class_init (MusterOutcomeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = muster_outcome_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "outcomebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
muster_outcome_bar_init (MusterOutcomeBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
