/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sample-person.h"

#include "muster-json-writer.h"
#include "muster-sample-names.h"

static const char *const titles[] = {
  "Signal Technician",
  "Station Manager",
  "Trainer",
  "Dispatcher",
  "Électricienne",
  "Nurse",
  "Fahrdienstleiter",
  "Engineer",
  "Accountant",
  "整備士",
  "Driver \"Class A\"",
  "R&D Lead",
};
static const char *const streets[] = {
  "Mill Lane",   "Station Road", "Storgata",        "Calle Mayor",
  "Hauptstraße", "ul. Długa",    "Rue de l'Église", "桜通り",
};
static const char *const domains[] = { "example.com", "example.org", "example.net" };

/* One in so many has no title, no phone, … */
#define ONE_IN(random, n) (g_rand_int_range (random, 0, n) == 0)
#define PICK(random, list) ((list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))])

static const MusterSampleName *
pick_name (GRand *random, const MusterSampleName *names)
{
  gint32 n_names = 0;

  while (names[n_names].text != NULL)
    n_names++;
  return &names[g_rand_int_range (random, 0, n_names)];
}

static void
draw_names (MusterSamplePerson        *self,
            GRand                     *random,
            const MusterSampleCulture *culture,
            guint                      number)
{
  const MusterSampleName *given = pick_name (random, culture->given);
  const MusterSampleName *family = pick_name (random, culture->family);

  self->given_name = g_strdup (given->text);
  self->family_name = g_strdup (family->text);
  /* Odd but legal: somebody with a great many names. */
  if (ONE_IN (random, 500))
    {
      g_free (self->given_name);
      self->given_name
        = g_strdup_printf ("%s Maximiliana Alexandrina Wilhelmina Theodora Philippina "
                           "Bartholomea Konstantina Eleonora",
                           given->text);
    }
  self->display_name
    = culture->family_first
        ? g_strdup_printf ("%s%s%s", self->family_name,
                           g_ascii_isalpha (*self->family_name) ? " " : "",
                           self->given_name)
        : g_strdup_printf ("%s %s", self->given_name, self->family_name);
  self->user_name = g_strdup_printf ("%s.%s%u", given->ascii, family->ascii, number);
  self->email = g_strdup_printf ("%s@%s", self->user_name, PICK (random, domains));
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "\"%s\":", name);
  muster_json_append_string (out, text);
}

static void
append_phones (GString *out, GRand *random)
{
  gboolean has_work = !ONE_IN (random, 6);
  gboolean has_mobile = !ONE_IN (random, 2);

  if (!has_work && !has_mobile)
    return;
  g_string_append (out, ",\"phoneNumbers\":[");
  if (has_work)
    g_string_append_printf (out, "{\"type\":\"work\",\"value\":\"+44 20 7946 0%03d\"}",
                            g_rand_int_range (random, 0, 1000));
  if (has_work && has_mobile)
    g_string_append_c (out, ',');
  if (has_mobile)
    g_string_append_printf (out, "{\"type\":\"mobile\",\"value\":\"+1 202 555 01%02d\"}",
                            g_rand_int_range (random, 0, 100));
  g_string_append_c (out, ']');
}

static void
append_address (GString *out, GRand *random, const MusterSampleCulture *culture)
{
  g_autofree char *street = NULL;

  if (ONE_IN (random, 4))
    return;
  street
    = g_strdup_printf ("%d %s%s", g_rand_int_range (random, 1, 200),
                       PICK (random, streets), ONE_IN (random, 5) ? "\nFloor 3" : "");
  g_string_append (out, ",\"addresses\":[{\"type\":\"work\",");
  append_text (out, "streetAddress", street);
  g_string_append_c (out, ',');
  append_text (out, "locality", culture->city);
  g_string_append_printf (out, ",\"postalCode\":\"%05d\",\"country\":\"%s\"}]",
                          g_rand_int_range (random, 1000, 99999), culture->country);
}

static char *
draw_doc (MusterSamplePerson *self, GRand *random, const MusterSampleCulture *culture)
{
  GString *out = g_string_new ("{\"name\":{");

  append_text (out, "familyName", self->family_name);
  g_string_append_c (out, ',');
  append_text (out, "givenName", self->given_name);
  g_string_append (out, "},");
  append_text (out, "displayName", self->display_name);
  if (!ONE_IN (random, 8))
    {
      g_string_append_c (out, ',');
      append_text (out, "title", PICK (random, titles));
    }
  g_string_append (out, ",\"emails\":[{");
  append_text (out, "value", self->email);
  g_string_append (out, ",\"type\":\"work\",\"primary\":true}]");
  append_phones (out, random);
  append_address (out, random, culture);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

void
muster_sample_person_draw (MusterSamplePerson *self, GRand *random, guint number)
{
  const MusterSampleCulture *culture
    = &muster_sample_cultures[g_rand_int_range (random, 0,
                                                (gint32) muster_sample_n_cultures)];

  draw_names (self, random, culture, number);
  self->doc = draw_doc (self, random, culture);
  self->time_zone = ONE_IN (random, 10) ? NULL : culture->time_zone;
}

void
muster_sample_person_clear (MusterSamplePerson *self)
{
  g_free (self->user_name);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->display_name);
  g_free (self->email);
  g_free (self->doc);
}
