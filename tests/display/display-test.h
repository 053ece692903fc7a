/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Starts GTK as the tests need it: no animations, the same direction of text. */
void display_test_init (int *argc, char ***argv);

/* Seconds. The sanitizers make ten thousand rows a long wait. */
#ifdef __SANITIZE_ADDRESS__
#define DISPLAY_TEST_LIMIT 240
#else
#define DISPLAY_TEST_LIMIT 60
#endif

/* Turns the main loop until @expression is true, with a limit. */
#define await_condition(expression)                                                      \
  G_STMT_START                                                                           \
  {                                                                                      \
    gint64 await_limit = g_get_monotonic_time () + DISPLAY_TEST_LIMIT * G_USEC_PER_SEC;  \
    while (!(expression))                                                                \
      {                                                                                  \
        g_assert_cmpint (g_get_monotonic_time (), <, await_limit);                       \
        g_main_context_iteration (NULL, TRUE);                                           \
      }                                                                                  \
  }                                                                                      \
  G_STMT_END

/* (transfer none): a window of the class `muster` of that size with @child in it, shown
 * and laid out. */
GtkWindow *show_in_window (GtkWidget *child, int width, int height);

/* Closes @window, and lets what it put off until an idle happen. */
void close_window (GtkWindow *window);

/* (nullable): the first widget of @type in or below @widget, in the order of the tree. */
GtkWidget *find_widget (GtkWidget *widget, GType type);

/* (nullable): the first button in or below @widget with that label. */
GtkWidget *find_button (GtkWidget *widget, const char *label);

/* Whether a label in or below @widget, that can be seen, reads @text. */
gboolean shows_text (GtkWidget *widget, const char *text);

G_END_DECLS
