-- `select app.only_changes('mails', '{status, sent_at}')`: these columns are changed, all others stay as they were written.
create function app.only_changes(table_name regclass, changing name[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('revoke update on %s from bastion_app', table_name);
  execute format('grant update (%s) on %s to bastion_app', (select string_agg(quote_ident(c), ', ') from unnest(changing) c), table_name);
end $$;

CREATE TYPE "mail_status" AS ENUM ('waiting', 'sent', 'kept', 'failed', 'stopped');

CREATE TABLE "mails" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recipient" TEXT NOT NULL,
    "mail_subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL DEFAULT '',
    "reply_to" TEXT NOT NULL DEFAULT '',
    "about_kind" TEXT NOT NULL,
    "about_id" UUID NOT NULL,
    "attachment" JSONB,
    "status" "mail_status" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "reply" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mails_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "mails_tenant_id_about_kind_about_id_created_at_idx" ON "mails"("tenant_id", "about_kind", "about_id", "created_at");
select app.tenant_table('mails');
select app.never_deleted('mails');
select app.only_changes('mails', '{status, attempts, sent_at, problem, reply}');

CREATE TABLE "system_mails" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shop_id" UUID,
    "recipient" TEXT NOT NULL,
    "mail_subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL DEFAULT '',
    "reply_to" TEXT NOT NULL DEFAULT '',
    "files" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" "mail_status" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "reply" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "system_mails_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "system_mails_created_at_idx" ON "system_mails"("created_at");
select app.system_table('system_mails', 'mails of the installation and the outbox that system administrators read');

ALTER TABLE "quote_links" ADD COLUMN "mail_id" UUID;
ALTER TABLE "quote_links" ADD CONSTRAINT "quote_links_tenant_id_mail_id_fkey" FOREIGN KEY ("tenant_id", "mail_id")
  REFERENCES "mails"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION NOT VALID;
select app.hide_values();

-- The queue is pg-boss's, in the schema pgboss, which is made after the migrations and which the app's role can't even name. These functions are its only way there.

-- Puts a task into the queue in the caller's own transaction. Whose it is comes from the signed context, never from the caller.
-- The more tasks of the same shop wait, the later this one comes, so that no shop's heap holds up another's first.
create function app.enqueue(task text, input jsonb) returns uuid
language plpgsql volatile security definer parallel unsafe set search_path = pg_catalog, pg_temp as $$
declare
  scope text := app.scope();
  made uuid;
begin
  if scope is null then
    raise exception 'a task is enqueued inside a shop, or by the kernel' using errcode = '28000';
  end if;
  if octet_length(input::text) > 8000 then
    raise exception 'a task names what it works on, and does not carry it' using errcode = '54000';
  end if;
  insert into pgboss.job (name, data, priority, expire_in, retry_limit, retry_delay, retry_backoff, dead_letter, keep_until, policy)
    select q.name, jsonb_build_object('task', task, 'scope', scope, 'input', input),
      -(select count(*) from (select from pgboss.job j where j.name = 'tasks' and j.state < 'active' and j.data ->> 'scope' = scope limit 100) own),
      q.expire_seconds * interval '1s', q.retry_limit, q.retry_delay, q.retry_backoff, q.dead_letter,
      now() + q.retention_minutes * interval '1 minute', q.policy
    from pgboss.queue q where q.name = 'tasks'
    returning id into strict made;
  return made;
end $$;

-- What was tried as often as a task may be, for the kernel alone: a shop that asks sees none.
create function app.dead_tasks() returns table (id uuid, task text, scope text, ended_at timestamptz, problem text)
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return query select j.id, j.data ->> 'task', j.data ->> 'scope', j.created_on, coalesce(j.output ->> 'problem', 'took too long')
  from pgboss.job j where j.name = 'dead' and j.state < 'active' and app.is_system()
  order by j.created_on desc limit 200;
end $$;

create function app.task_counts() returns table (waiting bigint, running bigint, dead bigint, oldest timestamptz)
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return query select count(*) filter (where j.name = 'tasks' and j.state < 'active'), count(*) filter (where j.name = 'tasks' and j.state = 'active'),
    count(*) filter (where j.name = 'dead'), min(j.created_on) filter (where j.name = 'tasks' and j.state < 'active' and j.start_after <= now())
  from pgboss.job j where j.state <= 'active' and app.is_system();
end $$;

-- Takes a dead task away, and puts it into the queue once more where `again` says so. Returns its name; null where there is none.
create function app.end_dead_task(dead_id uuid, again boolean) returns text
language plpgsql volatile security definer parallel unsafe set search_path = pg_catalog, pg_temp as $$
declare work jsonb;
begin
  if not app.is_system() then
    return null;
  end if;
  delete from pgboss.job j where j.name = 'dead' and j.id = dead_id returning j.data into work;
  if work is not null and again then
    insert into pgboss.job (name, data, expire_in, retry_limit, retry_delay, retry_backoff, dead_letter, keep_until, policy)
      select q.name, work, q.expire_seconds * interval '1s', q.retry_limit, q.retry_delay, q.retry_backoff, q.dead_letter,
        now() + q.retention_minutes * interval '1 minute', q.policy
      from pgboss.queue q where q.name = 'tasks';
  end if;
  return work ->> 'task';
end $$;

revoke all on function app.enqueue(text, jsonb), app.dead_tasks(), app.task_counts(), app.end_dead_task(uuid, boolean) from public;
grant execute on function app.enqueue(text, jsonb), app.dead_tasks(), app.task_counts(), app.end_dead_task(uuid, boolean) to bastion_app;
