/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-banner.h"
#include "muster-chooser.h"
#include "muster-empty-state.h"
#include "muster-tick-model.h"

G_BEGIN_DECLS

typedef struct
{
  MusterSession   *session;   /* (owned) */
  MusterChoice    *choice;    /* (owned) */
  MusterFinder    *finder;    /* (owned) */
  MusterTickModel *model;     /* (owned) */
  GTask           *task;      /* (owned) (nullable): who waits for what is chosen */
  GListModel      *review;    /* (owned) (nullable): what is shown instead of the found */
  GCancellable    *selecting; /* (owned) (nullable): while everything found is read */
  GError          *selecting_error; /* (owned) (nullable): why the last reading failed */
  char            *words;           /* (owned) (nullable): last searched for */
  gboolean         multiple;
  guint            n_listed; /* when the finder changed last */

  GtkWidget *list;
  GtkWidget *search_entry;
  GtkWidget *found_bar;
  GtkWidget *found_box;
  GtkWidget *found_label;
  GtkWidget *found_separator;
  GtkWidget *spinner;
  GtkWidget *banner;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *nothing;
  GtkWidget *failure;
  GtkWidget *remedy_button;
  GtkWidget *choice_icon;
  GtkWidget *choice_label;
  GtkWidget *review_button;
  GtkWidget *selection_stack;
  GtkWidget *select_visible_button;
  GtkWidget *select_all_button;
  GtkWidget *clear_visible_button;
  GtkWidget *selecting_spinner;
  GtkWidget *selecting_label;
  GtkWidget *bottom_bar;
  GtkWidget *ok_button;
} MusterChooserPrivate;

MusterChooserPrivate *muster_chooser_get_private (MusterChooser *self);

/* muster-chooser.c */
void muster_chooser_set_reviewing (MusterChooser *self, gboolean reviewing);
void muster_chooser_search (MusterChooser *self);

/* muster-chooser-run.c */
void muster_chooser_respond (GtkDialog *dialog, int response);
void muster_chooser_return_cancelled (MusterChooser *self);
void muster_chooser_stop_selecting (MusterChooser *self);

/* muster-chooser-view.c: shows what finder and choice have become. */
void muster_chooser_show_found (MusterChooser *self);
void muster_chooser_show_choice (MusterChooser *self);
void muster_chooser_show_selecting (MusterChooser *self);

/* muster-chooser-actions.c */
void muster_chooser_install_actions (MusterChooserClass *klass);
void muster_chooser_update_actions (MusterChooser *self);

/* muster-chooser-keys.c */
void muster_chooser_bind_key_callbacks (GtkWidgetClass *widget_class);

G_END_DECLS
