/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* The half of muster-user-picker.h that goes by names. */

#include <glib/gi18n.h>
#include <string.h>

#include "muster-user-picker.h"

#include "muster-listing.h"

#define MAX_LISTED 10
#define MAX_CANDIDATES 5
#define MAX_HINTS 3

/* The entries on their way through the three keys, a part of them at a time. */
typedef struct
{
  MusterPlatform *platform; /* (owned) */
  char          **entries;  /* (owned) */
  GPtrArray     **found;    /* (owned): for each entry those that it may mean, or NULL */
  guint           n_entries;
  MusterFields    fields;
  MusterMatchKey  key;
  guint           size;       /* how many one call may ask for */
  gboolean        by_email;   /* FALSE: the platform refuses to be asked for addresses */
  GArray         *asked;      /* (owned): of guint, the entries of the call under way */
  guint           next_entry; /* of this key */
  MusterPick     *pick;       /* (owned) (nullable): once all keys were asked for */
  guint           next_hint;  /* of those missing */
} Match;

static void
free_match (gpointer data)
{
  Match *match = data;

  for (guint i = 0; i < match->n_entries; i++)
    g_clear_pointer (&match->found[i], g_ptr_array_unref);
  g_free (match->found);
  g_strfreev (match->entries);
  g_array_unref (match->asked);
  g_clear_pointer (&match->pick, muster_pick_free);
  g_object_unref (match->platform);
  g_free (match);
}

void
muster_pick_free (MusterPick *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->users);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->ambiguous);
  g_ptr_array_unref (self->hints);
  g_free (self);
}

/* (transfer full) */
static char *
build_list (GPtrArray *texts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (texts->len, MAX_LISTED); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (texts, i));
  muster_listing_end (out, texts->len, MAX_LISTED);
  return g_string_free (out, FALSE);
}

/* Nothing is said of addresses that nobody could be asked for. */
static void
append_missing (GString *out, const MusterPick *self, const char *missing)
{
  if (self->by_email)
    /* Translators: what was typed, separated by semicolons. */
    g_string_append_printf (out,
                            _ (
                              "No user has this name, e-mail address or identifier: %s."),
                            missing);
  else
    /* Translators: what was typed, separated by semicolons. */
    g_string_append_printf (out,
                            _ ("No user has this user name or identifier: %s. This "
                               "platform cannot be asked for e-mail addresses: give user "
                               "names or identifiers."),
                            missing);
}

gboolean
muster_pick_check (const MusterPick *self, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *missing = build_list (self->missing);
  g_autofree char *ambiguous = build_list (self->ambiguous);
  g_autofree char *hints = build_list (self->hints);

  if (self->missing->len > 0)
    append_missing (out, self, missing);
  if (self->hints->len > 0)
    g_string_append_printf (out, " %s.", hints);
  if (self->missing->len > 0 && self->ambiguous->len > 0)
    g_string_append_c (out, ' ');
  if (self->ambiguous->len > 0)
    /* Translators: clauses like “ann” could mean ann (17), Ann (21). */
    g_string_append_printf (out, _ ("Several users may be meant: %s."), ambiguous);
  if (out->len == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME, out->str);
  return FALSE;
}

static char *
fold (const char *text, MusterMatchKey key)
{
  if (key == MUSTER_MATCH_KEY_ID)
    return g_strdup (text);
  return g_utf8_casefold (text, -1);
}

static void
keep_candidate (GPtrArray **candidates, MusterUser *user)
{
  if (*candidates == NULL)
    *candidates = g_ptr_array_new_with_free_func (g_object_unref);
  if (!g_ptr_array_find (*candidates, user, NULL))
    g_ptr_array_add (*candidates, g_object_ref (user));
}

static void
add_candidate (Match *match, GHashTable *by_text, MusterUser *user, const char *text)
{
  g_autofree char *folded = fold (text, match->key);
  GArray          *entries = g_hash_table_lookup (by_text, folded);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    keep_candidate (&match->found[g_array_index (entries, guint, i)], user);
}

static void
add_by_emails (Match *match, GHashTable *by_text, MusterUser *user)
{
  const char *const *emails = muster_user_get_emails (user);

  for (; *emails != NULL; emails++)
    add_candidate (match, by_text, user, *emails);
}

/* (transfer full): what was asked for → positions among the entries, several where they
 * differ in case alone. */
static GHashTable *
index_asked (Match *match)
{
  GHashTable *by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < match->asked->len; i++)
    {
      guint   entry = g_array_index (match->asked, guint, i);
      char   *folded = fold (match->entries[entry], match->key);
      GArray *entries = g_hash_table_lookup (by_text, folded);

      if (entries == NULL)
        {
          entries = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_text, g_strdup (folded), entries);
        }
      g_array_append_val (entries, entry);
      g_free (folded);
    }
  return by_text;
}

/* A platform may answer more than was asked for: only what really fits counts. */
static void
sort_users (Match *match, GPtrArray *users)
{
  g_autoptr (GHashTable) by_text = index_asked (match);

  for (guint i = 0; i < users->len; i++)
    {
      MusterUser *user = g_ptr_array_index (users, i);

      if (match->key == MUSTER_MATCH_KEY_EMAIL)
        add_by_emails (match, by_text, user);
      else
        add_candidate (match, by_text, user,
                       match->key == MUSTER_MATCH_KEY_ID
                         ? muster_user_get_id (user)
                         : muster_user_get_user_name (user));
    }
}

/* Where several fit without regard to case, one that fits with it is meant. */
static MusterUser *
choose (const char *entry, GPtrArray *candidates)
{
  MusterUser *exact = NULL;
  guint       n_exact = 0;

  if (candidates->len == 1)
    return g_ptr_array_index (candidates, 0);
  for (guint i = 0; i < candidates->len; i++)
    {
      MusterUser *user = g_ptr_array_index (candidates, i);

      if (strcmp (muster_user_get_user_name (user), entry) == 0)
        {
          exact = user;
          n_exact++;
        }
    }
  return n_exact == 1 ? exact : NULL;
}

static char *
describe_candidates (const char *entry, GPtrArray *candidates)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MAX_CANDIDATES); i++)
    {
      MusterUser *user = g_ptr_array_index (candidates, i);

      g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "",
                              muster_user_get_user_name (user),
                              muster_user_get_id (user));
    }
  muster_listing_end (names, candidates->len, MAX_CANDIDATES);
  /* Translators: what was typed, and the users whom it fits. */
  return g_strdup_printf (_ ("“%s” could mean %s"), entry, names->str);
}

static MusterPick *
build_pick (Match *match)
{
  MusterPick *pick = g_new0 (MusterPick, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  pick->users = g_ptr_array_new_with_free_func (g_object_unref);
  pick->missing = g_ptr_array_new_with_free_func (g_free);
  pick->ambiguous = g_ptr_array_new_with_free_func (g_free);
  pick->hints = g_ptr_array_new_with_free_func (g_free);
  pick->by_email = match->by_email;
  for (guint i = 0; i < match->n_entries; i++)
    {
      GPtrArray  *candidates = match->found[i];
      MusterUser *user
        = candidates != NULL ? choose (match->entries[i], candidates) : NULL;

      if (candidates == NULL)
        g_ptr_array_add (pick->missing, g_strdup (match->entries[i]));
      else if (user == NULL)
        g_ptr_array_add (pick->ambiguous,
                         describe_candidates (match->entries[i], candidates));
      else if (g_hash_table_add (seen, (gpointer) muster_user_get_id (user)))
        g_ptr_array_add (pick->users, g_object_ref (user));
    }
  return pick;
}

/* The next entries that are not found yet, as many as one call takes. */
static char **
collect_texts (Match *match)
{
  GPtrArray *texts = g_ptr_array_new ();

  g_array_set_size (match->asked, 0);
  for (; match->next_entry < match->n_entries && texts->len < match->size;
       match->next_entry++)
    {
      if (match->found[match->next_entry] != NULL)
        continue;
      g_ptr_array_add (texts, g_strdup (match->entries[match->next_entry]));
      g_array_append_val (match->asked, match->next_entry);
    }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

static void give_hints (GTask *task);

/* What cannot be looked up is no reason to fail: it is a hint. */
static void
hint_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Match *match = g_task_get_task_data (task);
  g_autoptr (GPtrArray) users = muster_user_picker_find_finish (result, NULL);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (users != NULL && users->len > 0)
    g_ptr_array_add (match->pick->hints,
                     describe_candidates (g_ptr_array_index (match->pick->missing,
                                                             match->next_hint),
                                          users));
  match->next_hint++;
  give_hints (g_steal_pointer (&task));
}

/* Looks for users who have something of what is missing. Takes over @task. */
static void
give_hints (GTask *task)
{
  Match *match = g_task_get_task_data (task);
  g_autoptr (MusterUserQuery) query = NULL;

  if (match->next_hint >= MIN (match->pick->missing->len, MAX_HINTS))
    {
      g_task_return_pointer (task, g_steal_pointer (&match->pick),
                             (GDestroyNotify) muster_pick_free);
      g_object_unref (task);
      return;
    }
  query = muster_user_query_new ();
  muster_user_query_set_search (query, g_ptr_array_index (match->pick->missing,
                                                          match->next_hint));
  muster_user_picker_find_async (match->platform, query, MAX_CANDIDATES, NULL, NULL,
                                 g_task_get_cancellable (task), hint_cb, task);
}

static void ask (GTask *task);

/* Some platforms understand one comparison and refuse several joined by "or". */
static gboolean
goes_one_by_one (Match *match, const GError *error)
{
  if (match->asked->len < 2
      || !g_error_matches (error, MUSTER_PLATFORM_ERROR,
                           MUSTER_PLATFORM_ERROR_BAD_REQUEST))
    return FALSE;
  match->size = 1;
  match->next_entry = g_array_index (match->asked, guint, 0);
  return TRUE;
}

/* Some compare user names and nothing else: who was not found by one stays missing. */
static gboolean
goes_without_emails (Match *match, const GError *error)
{
  if (match->key != MUSTER_MATCH_KEY_EMAIL
      || !g_error_matches (error, MUSTER_PLATFORM_ERROR,
                           MUSTER_PLATFORM_ERROR_BAD_REQUEST))
    return FALSE;
  match->by_email = FALSE;
  match->next_entry = match->n_entries;
  return TRUE;
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Match *match = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = muster_user_picker_find_finish (result, &error);

  if (users == NULL && !goes_one_by_one (match, error)
      && !goes_without_emails (match, error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (users != NULL)
    sort_users (match, users);
  ask (g_steal_pointer (&task));
}

static void
ask_for (GTask *task, char **texts)
{
  Match *match = g_task_get_task_data (task);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();

  muster_user_query_set_match (query, match->key, (const char *const *) texts);
  muster_user_query_set_fields (query, match->fields);
  muster_user_picker_find_async (match->platform, query, 0, NULL, NULL,
                                 g_task_get_cancellable (task), found_cb, task);
}

/* Takes over @task. */
static void
ask (GTask *task)
{
  Match *match = g_task_get_task_data (task);

  for (; match->key <= MUSTER_MATCH_KEY_EMAIL; match->key++, match->next_entry = 0)
    {
      g_auto (GStrv) texts = collect_texts (match);

      if (texts[0] != NULL)
        {
          ask_for (task, texts);
          return;
        }
    }
  match->pick = build_pick (match);
  give_hints (task);
}

void
muster_user_picker_match_async (MusterPlatform     *platform,
                                const char *const  *entries,
                                MusterFields        fields,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = g_task_new (platform, cancellable, callback, user_data);
  Match *match = g_new0 (Match, 1);

  g_task_set_source_tag (task, muster_user_picker_match_async);
  match->platform = g_object_ref (platform);
  match->entries = g_strdupv ((char **) entries);
  match->n_entries = g_strv_length (match->entries);
  match->found = g_new0 (GPtrArray *, match->n_entries);
  match->fields = fields;
  match->by_email = TRUE;
  match->size = muster_platform_get_capabilities (platform)->match_size;
  match->asked = g_array_new (FALSE, FALSE, sizeof (guint));
  g_task_set_task_data (task, match, free_match);
  ask (task);
}

MusterPick *
muster_user_picker_match_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_user_picker_match_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
