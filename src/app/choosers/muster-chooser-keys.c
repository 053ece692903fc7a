/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-chooser-private.h"

/* Moves the focus to the next widget after @widget, or the one before it, and not into
 * it: with GTK 4.8 Tab would visit every row of a list. */
static gboolean
leave_widget (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  for (GtkWidget *inner = widget; inner != NULL && !GTK_IS_ROOT (inner);
       inner = gtk_widget_get_parent (inner))
    {
      GtkWidget *other = inner;

      while ((other = forward ? gtk_widget_get_next_sibling (other)
                              : gtk_widget_get_prev_sibling (other))
             != NULL)
        if (gtk_widget_child_focus (other, direction))
          return TRUE;
    }
  return FALSE;
}

/* Past the last widget comes the first again. */
static void
leave_list (MusterChooser *self, GtkDirectionType direction)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  if (!leave_widget (priv->stack, direction))
    gtk_widget_grab_focus (direction == GTK_DIR_TAB_FORWARD ? priv->search_entry
                                                            : priv->ok_button);
}

static void
accept_focused (MusterChooser *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);
  GtkWidget            *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!priv->multiple && focus != NULL)
    gtk_widget_activate_action (focus, "listitem.select", "(bb)", FALSE, FALSE);
  if (muster_choice_get_n_items (priv->choice) > 0 && priv->selecting == NULL)
    gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_OK);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
list_key_pressed_cb (GtkEventControllerKey *keys,
                     guint                  key,
                     guint                  code,
                     GdkModifierType        modifiers,
                     MusterChooser         *self)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      leave_list (self, modifiers & GDK_SHIFT_MASK ? GTK_DIR_TAB_BACKWARD
                                                   : GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      leave_list (self, GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      accept_focused (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
entry_key_pressed_cb (GtkEventControllerKey *keys,
                      guint                  key,
                      guint                  code,
                      GdkModifierType        modifiers,
                      MusterChooser         *self)
{
  MusterChooserPrivate *priv = muster_chooser_get_private (self);

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_child_focus (priv->scroller, GTK_DIR_TAB_FORWARD))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
search_stopped_cb (MusterChooser *self)
{
  gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_CANCEL);
}

void
muster_chooser_bind_key_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}
