/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "fake-platform-private.h"

#include "muster-company.h"
#include "muster-organization.h"
#include "muster-role.h"

typedef struct
{
  int      code; /* of MusterPlatformError; negative: no error */
  gboolean applies;
  gint64   retry_after;
} Failure;

/* One call under way; what it asks is the task's data. */
typedef struct
{
  GTask      *task; /* (owned) */
  FakePerform perform;
} Call;

typedef struct
{
  GPtrArray *writes; /* (owned): of MusterWrite (not owned) */
  guint      transport;
  gboolean   throttled;
} WriteCall;

typedef struct
{
  char       **ids; /* (owned) */
  MusterFields fields;
} ReadCall;

static void fake_platform_init_interface (MusterPlatformInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakePlatform,
                               fake_platform,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MUSTER_TYPE_PLATFORM,
                                                      fake_platform_init_interface))

static void
fake_platform_finalize (GObject *object)
{
  FakePlatform *self = FAKE_PLATFORM (object);

  g_assert_cmpuint (self->calls.length, ==, 0);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  muster_capabilities_unref (self->capabilities);
  g_hash_table_unref (self->users_by_id);
  g_ptr_array_unref (self->users);
  for (guint i = 0; i < MUSTER_N_RESOURCE_KINDS; i++)
    g_ptr_array_unref (self->resources[i]);
  g_clear_object (&self->account);
  g_queue_clear_full (&self->write_errors, g_free);
  g_queue_clear_full (&self->read_errors, g_free);
  g_queue_clear_full (&self->find_errors, g_free);
  g_array_unref (self->write_sizes);
  G_OBJECT_CLASS (fake_platform_parent_class)->finalize (object);
}

static void
fake_platform_class_init (FakePlatformClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_platform_finalize;
}

static void
fake_platform_init (FakePlatform *self)
{
  const MusterTransport bulk = { "bulk", 100 };
  const MusterTransport single = { "single", 1 };

  self->users = g_ptr_array_new_with_free_func ((GDestroyNotify) fake_user_free);
  self->users_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < MUSTER_N_RESOURCE_KINDS; i++)
    self->resources[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->write_sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->capabilities = muster_capabilities_new ();
  self->capabilities->fields = MUSTER_FIELDS_ALL;
  self->capabilities->page_size = 100;
  self->capabilities->read_size = 100;
  self->capabilities->match_size = 50;
  self->capabilities->has_versions = TRUE;
  self->capabilities->parallel = 4;
  g_array_append_val (self->capabilities->transports, bulk);
  g_array_append_val (self->capabilities->transports, single);
}

static void
add_resources (FakePlatform *self)
{
  static const char *const nothing[] = { NULL };
  static const char *const teaching[] = { "view-users", NULL };
  static const char *const all[] = { "view-users", "edit-users", "grant-roles", NULL };
  GPtrArray               *roles = self->resources[MUSTER_RESOURCE_KIND_ROLE];
  GPtrArray *organizations = self->resources[MUSTER_RESOURCE_KIND_ORGANIZATION];
  GPtrArray *companies = self->resources[MUSTER_RESOURCE_KIND_COMPANY];

  g_ptr_array_add (roles, muster_role_new ("r-basic", "Basic User", FALSE, nothing));
  g_ptr_array_add (roles, muster_role_new ("r-teacher", "Teacher", TRUE, teaching));
  g_ptr_array_add (roles, muster_role_new ("r-admin", "Site Administrator", TRUE, all));
  g_ptr_array_add (organizations, muster_organization_new ("o1", "Head Office", NULL));
  g_ptr_array_add (organizations, muster_organization_new ("o2", "Branch", "o1"));
  g_ptr_array_add (companies, muster_company_new ("c1", "Acme"));
  g_ptr_array_add (companies, muster_company_new ("c2", "Globex"));
  g_ptr_array_add (companies, muster_company_new (FAKE_OTHER_COMPANY, "Other"));
}

FakePlatform *
fake_platform_new (guint n_users)
{
  FakePlatform *self = g_object_new (FAKE_TYPE_PLATFORM, NULL);

  for (guint i = 1; i <= n_users; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%04u", i);
      g_autofree char *user_name = g_strdup_printf ("user-%04u", i);
      FakeUser        *user = fake_user_new (id, user_name);

      g_ptr_array_add (self->users, user);
      g_hash_table_insert (self->users_by_id, user->id, user);
    }
  add_resources (self);
  return self;
}

FakeUser *
fake_platform_get_user (FakePlatform *self, guint number)
{
  g_assert_cmpuint (number, <=, self->users->len);
  return g_ptr_array_index (self->users, number - 1);
}

FakeUser *
fake_platform_find_user (FakePlatform *self, const char *id)
{
  return g_hash_table_lookup (self->users_by_id, id);
}

void
fake_platform_set_account (FakePlatform *self, FakeUser *user)
{
  g_clear_object (&self->account);
  self->account_user = user;
  if (user != NULL)
    self->account
      = fake_user_read (user, MUSTER_FIELDS_ALL, self->capabilities->has_versions);
}

static void
add_failure (GQueue *queue, int code, gboolean applies, gint64 retry_after)
{
  Failure *failure = g_new0 (Failure, 1);

  failure->code = code;
  failure->applies = applies;
  failure->retry_after = retry_after;
  g_queue_push_tail (queue, failure);
}

void
fake_platform_fail_write (FakePlatform *self,
                          int           code,
                          gboolean      applies,
                          gint64        retry_after)
{
  add_failure (&self->write_errors, code, applies, retry_after);
}

void
fake_platform_fail_read (FakePlatform *self, int code)
{
  add_failure (&self->read_errors, code, FALSE, 0);
}

void
fake_platform_fail_find (FakePlatform *self, int code)
{
  add_failure (&self->find_errors, code, FALSE, 0);
}

/* (transfer full) (nullable) */
static Failure *
take_failure (GQueue *queue)
{
  Failure *failure = g_queue_pop_head (queue);

  if (failure != NULL && failure->code < 0)
    g_clear_pointer (&failure, g_free);
  return failure;
}

static void
return_failure (GTask *task, int code, gint64 retry_after)
{
  GError *error
    = muster_platform_error_new ((MusterPlatformError) code, 0, NULL,
                                 "Words of the platform.", "The platform fails.");

  if (retry_after > 0)
    muster_platform_error_set_retry_at (error, g_get_monotonic_time () + retry_after);
  g_task_return_error (task, error);
}

static gboolean
perform_cb (gpointer user_data)
{
  FakePlatform *self = user_data;
  guint         n_calls = self->held ? 0 : self->calls.length;

  g_object_ref (self);
  while (n_calls-- > 0)
    {
      Call *call = g_queue_pop_head (&self->calls);

      call->perform (self, call->task);
      g_object_unref (call->task);
      g_free (call);
    }
  if (self->held || self->calls.length == 0)
    self->idle_id = 0;
  g_object_unref (self);
  return self->idle_id != 0;
}

void
fake_platform_add_call (FakePlatform *self, GTask *task, FakePerform perform)
{
  Call *call = g_new0 (Call, 1);

  call->task = task;
  call->perform = perform;
  g_task_set_check_cancellable (task, FALSE);
  g_queue_push_tail (&self->calls, call);
  if (self->idle_id == 0 && !self->held)
    self->idle_id = g_idle_add (perform_cb, self);
}

void
fake_platform_let_go (FakePlatform *self)
{
  self->held = FALSE;
  if (self->idle_id == 0 && self->calls.length > 0)
    self->idle_id = g_idle_add (perform_cb, self);
}

GPtrArray *
fake_platform_read_all (FakePlatform *self)
{
  GPtrArray *users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->users->len; i++)
    g_ptr_array_add (users, fake_user_read (g_ptr_array_index (self->users, i),
                                            MUSTER_FIELDS_ALL,
                                            self->capabilities->has_versions));
  return users;
}

/* Whether the account that is signed in may still do anything. */
static gboolean
check_account (FakePlatform *self, GTask *task)
{
  if (!self->disables_account || self->account_user == NULL
      || fake_user_has (self->account_user, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_TRUE))
    return TRUE;
  return_failure (task, MUSTER_PLATFORM_ERROR_SIGN_IN, 0);
  return FALSE;
}

static void
free_write_call (gpointer data)
{
  WriteCall *call = data;

  g_ptr_array_unref (call->writes);
  g_free (call);
}

static MusterWriteResult *
write_user (FakePlatform *self, WriteCall *call, const MusterWrite *write)
{
  FakeUser *user = fake_platform_find_user (self, write->user_id);

  if (user == NULL)
    return muster_write_result_new (MUSTER_WRITE_REJECTED, "There is no such user.", NULL,
                                    NULL);
  if (self->transport_lies[call->transport])
    return muster_write_result_new (MUSTER_WRITE_TAKEN, NULL, NULL, NULL);
  return fake_user_write (user, write, self->capabilities->has_versions);
}

static GPtrArray *
write_users (FakePlatform *self, WriteCall *call)
{
  GPtrArray *results
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_write_result_free);

  for (guint i = 0; i < call->writes->len; i++)
    g_ptr_array_add (results,
                     write_user (self, call, g_ptr_array_index (call->writes, i)));
  return results;
}

static void
release_users (FakePlatform *self, WriteCall *call)
{
  self->n_under_way--;
  for (guint i = 0; i < call->writes->len; i++)
    {
      const MusterWrite *write = g_ptr_array_index (call->writes, i);
      FakeUser          *user = fake_platform_find_user (self, write->user_id);

      if (user != NULL)
        user->n_under_way--;
    }
}

static void
perform_write (FakePlatform *self, GTask *task)
{
  WriteCall          *call = g_task_get_task_data (task);
  g_autofree Failure *failure = NULL;
  g_autoptr (GPtrArray) results = NULL;

  release_users (self, call);
  if (call->throttled)
    {
      return_failure (task, MUSTER_PLATFORM_ERROR_THROTTLED, 1);
      return;
    }
  if (!check_account (self, task))
    return;
  failure = take_failure (&self->write_errors);
  if (failure == NULL && self->transport_refuses[call->transport])
    {
      return_failure (task, MUSTER_PLATFORM_ERROR_BAD_REQUEST, 0);
      return;
    }
  if (failure == NULL && self->transport_breaks[call->transport])
    {
      return_failure (task, MUSTER_PLATFORM_ERROR_LOST, 0);
      return;
    }
  if (failure == NULL || failure->applies)
    results = write_users (self, call);
  if (failure != NULL)
    return_failure (task, failure->code, failure->retry_after);
  else if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, g_steal_pointer (&results),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
occupy_users (FakePlatform *self, GPtrArray *writes)
{
  for (guint i = 0; i < writes->len; i++)
    {
      const MusterWrite *write = g_ptr_array_index (writes, i);
      FakeUser          *user = fake_platform_find_user (self, write->user_id);

      g_assert_cmpuint (write->operations->len, >, 0);
      if (user == NULL)
        continue;
      g_assert_cmpuint (user->n_under_way, ==, 0);
      user->n_under_way++;
    }
}

static void
fake_platform_write_async (MusterPlatform     *platform,
                           GPtrArray          *writes,
                           guint               transport,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  FakePlatform *self = FAKE_PLATFORM (platform);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);
  WriteCall    *call = g_new0 (WriteCall, 1);

  g_assert_cmpuint (transport, <, self->capabilities->transports->len);
  g_assert_cmpuint (writes->len, >, 0);
  g_assert_cmpuint (writes->len, <=,
                    g_array_index (self->capabilities->transports, MusterTransport,
                                   transport)
                      .max_writes);
  if (self->write_hook != NULL)
    self->write_hook (self, writes, self->write_hook_data);
  self->n_write_calls++;
  self->n_writes += writes->len;
  g_array_append_val (self->write_sizes, writes->len);
  self->n_under_way++;
  self->max_under_way = MAX (self->max_under_way, self->n_under_way);
  occupy_users (self, writes);
  call->writes = g_ptr_array_ref (writes);
  call->transport = transport;
  call->throttled = self->throttle_above > 0 && self->n_under_way > self->throttle_above;
  g_task_set_task_data (task, call, free_write_call);
  fake_platform_add_call (self, task, perform_write);
}

static gpointer
finish (MusterPlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
fake_platform_finish_users (MusterPlatform *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

static MusterPage *
fake_platform_finish_page (MusterPlatform *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

static void
free_read_call (gpointer data)
{
  ReadCall *call = data;

  g_strfreev (call->ids);
  g_free (call);
}

/* Whether the call has failed, and is answered. */
gboolean
fake_platform_fail_call (FakePlatform *self, GTask *task, GQueue *failures)
{
  g_autofree Failure *failure = NULL;

  if (!check_account (self, task))
    return TRUE;
  failure = take_failure (failures);
  if (failure != NULL)
    return_failure (task, failure->code, failure->retry_after);
  return failure != NULL || g_task_return_error_if_cancelled (task);
}

static void
perform_read (FakePlatform *self, GTask *task)
{
  ReadCall *call = g_task_get_task_data (task);
  g_autoptr (GPtrArray) users = NULL;

  if (fake_platform_fail_call (self, task, &self->read_errors))
    return;
  users = g_ptr_array_new_with_free_func (g_object_unref);
  /* In another order than was asked. */
  for (guint i = g_strv_length (call->ids); i-- > 0;)
    {
      FakeUser *user = fake_platform_find_user (self, call->ids[i]);

      if (user != NULL && !user->gone)
        g_ptr_array_add (users, fake_user_read (user, call->fields,
                                                self->capabilities->has_versions));
    }
  g_task_return_pointer (task, g_steal_pointer (&users),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
fake_platform_read_users_async (MusterPlatform     *platform,
                                const char *const  *ids,
                                MusterFields        fields,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  FakePlatform *self = FAKE_PLATFORM (platform);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);
  ReadCall     *call = g_new0 (ReadCall, 1);

  self->n_read_calls++;
  call->ids = g_strdupv ((char **) ids);
  call->fields = fields;
  g_assert_cmpuint (g_strv_length (call->ids), >, 0);
  g_assert_cmpuint (g_strv_length (call->ids), <=, self->capabilities->read_size);
  g_task_set_task_data (task, call, free_read_call);
  fake_platform_add_call (self, task, perform_read);
}

static const char *
fake_platform_get_address (MusterPlatform *platform)
{
  return "https://fake.example/scim/v2";
}

static MusterUser *
fake_platform_get_account (MusterPlatform *platform)
{
  return FAKE_PLATFORM (platform)->account;
}

static MusterCapabilities *
fake_platform_get_capabilities (MusterPlatform *platform)
{
  return FAKE_PLATFORM (platform)->capabilities;
}

/* It is open from the start. */
static void
fake_platform_init_interface (MusterPlatformInterface *iface)
{
  iface->get_address = fake_platform_get_address;
  iface->get_account = fake_platform_get_account;
  iface->get_capabilities = fake_platform_get_capabilities;
  iface->find_users_async = fake_platform_find_users_async;
  iface->find_users_finish = fake_platform_finish_page;
  iface->read_users_async = fake_platform_read_users_async;
  iface->read_users_finish = fake_platform_finish_users;
  iface->find_resources_async = fake_platform_find_resources_async;
  iface->find_resources_finish = fake_platform_finish_page;
  iface->write_async = fake_platform_write_async;
  iface->write_finish = fake_platform_finish_users;
}
