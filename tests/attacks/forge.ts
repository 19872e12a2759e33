import type pg from "pg";
import { type TenantId, ticket } from "@/lib/tenancy/scope";
import { connectAsApp } from "./attacker";

type Target = { appUrl: string; key: string; ours: TenantId; theirs: TenantId };
type Open = { client: pg.Client; pid: number };

const signedFor = (shop: string, pid: number, key: string, seconds = 0) => {
  const now = Date.now;
  Date.now = () => now() + seconds * 1000;
  try {
    return ticket(shop as TenantId, pid, key);
  } finally {
    Date.now = now;
  }
};

/** Tickets that must open nothing. */
const forgeries = (pid: number, { key, ours, theirs }: Target): [string, string | null][] => {
  const good = signedFor(theirs, pid, key);
  return [
    ["another key's ticket", signedFor(theirs, pid, "0".repeat(64))],
    ["another backend's ticket", signedFor(theirs, pid + 1, key)],
    ["a ticket out of date", signedFor(theirs, pid, key, -3600)],
    ["our ticket with their shop in it", signedFor(ours, pid, key).replace(ours, theirs)],
    ["a ticket with something behind it", `${good}.more`],
    ["a ticket without a signature", good.split(".").slice(0, 3).join(".")],
    ["a ticket signed 'none'", `${good.split(".").slice(0, 3).join(".")}.none`],
    ["an empty ticket", ""],
    ["no ticket", null],
  ];
};

async function scopeOf(client: pg.Client): Promise<string | null> {
  return (
    await client.query(
      "select coalesce(app.tenant_id()::text, case when app.is_system() then 'system' end) as scope",
    )
  ).rows[0].scope;
}

/**
 * Tries every way that is known to get into a scope one has no ticket for. @returns a name for each that worked; none while the signed
 * context holds.
 */
export async function tryForgeries(target: Target): Promise<string[]> {
  const client = await connectAsApp(target.appUrl);
  try {
    const { rows } = await client.query("select pg_backend_pid() as pid");
    const open = { client, pid: rows[0].pid };
    return [
      ...(await byTicket(open, target)),
      ...(await byContext(open, target)),
      ...(await bySecondShop(open, target)),
      ...(await byOneMessage(open, target)),
    ];
  } finally {
    await client.end();
  }
}

async function byTicket({ client, pid }: Open, target: Target): Promise<string[]> {
  const worked: string[] = [];
  for (const [name, forged] of forgeries(pid, target)) {
    await client.query("begin");
    const refused = await client.query("select app.enter($1)", [forged]).then(
      () => false,
      () => true,
    );
    if (!refused) worked.push(name);
    await client.query("rollback");
  }
  return worked;
}

async function byContext({ client, pid }: Open, { key, ours, theirs }: Target): Promise<string[]> {
  const worked: string[] = [];
  await client.query("begin");
  await client.query("select app.enter($1)", [ticket(theirs, pid, key)]);
  const { rows } = await client.query("select current_setting('app.context') as context");
  if ((await scopeOf(client)) !== theirs) worked.push("a right ticket opens nothing");
  if (await client.query("select app.is_system() as system").then((result) => result.rows[0].system))
    worked.push("a shop that is the kernel");
  await client.query("commit");
  if (
    (await client.query("select coalesce(current_setting('app.context', true), '') as left")).rows[0].left !==
    ""
  )
    worked.push("a context that outlives its transaction");
  for (const context of [rows[0].context, `${theirs}.x`, `${theirs}.`, "system.", "system", theirs]) {
    await client.query("begin");
    await client.query("select set_config('app.context', $1, true)", [context]);
    if ((await scopeOf(client).catch(() => "an error")) !== null) worked.push("a context from elsewhere");
    await client.query("rollback");
  }
  await client.query("set plan_cache_mode = force_generic_plan");
  await client.query("prepare mine as select app.tenant_id()::text as shop");
  for (const shop of [ours, theirs]) {
    await client.query("begin");
    await client.query("select app.enter($1)", [ticket(shop, pid, key)]);
    if ((await client.query("execute mine")).rows[0].shop !== shop) worked.push("a plan that keeps a shop");
    await client.query("commit");
  }
  return worked;
}

const refusedTwice = async (client: pg.Client, pid: number, target: Target, between: string) => {
  const { key, ours, theirs } = target;
  await client.query("begin");
  await client.query("select app.enter($1)", [ticket(ours, pid, key)]);
  await client.query(between);
  const refused = await client.query("select app.enter($1)", [ticket(theirs, pid, key)]).then(
    () => false,
    () => true,
  );
  await client.query("rollback");
  return refused;
};

async function bySecondShop({ client, pid }: Open, target: Target): Promise<string[]> {
  const worked: string[] = [];
  if (!(await refusedTwice(client, pid, target, "select 1"))) worked.push("two shops in one transaction");
  if (!(await refusedTwice(client, pid, target, "select set_config('app.context', '', true)")))
    worked.push("a second shop once the context is blank");
  return worked;
}

async function byOneMessage({ client, pid }: Open, { key, ours }: Target): Promise<string[]> {
  const keep = "set_config('app.context', current_setting('app.context'), false)";
  const message = `select app.enter('${ticket(ours, pid, key)}'), ${keep}; commit; select app.tenant_id()::text as shop`;
  const results = await client.query(message).catch(() => []);
  await client.query("reset all");
  const { rows } = ([results].flat().at(-1) ?? { rows: [] }) as pg.QueryResult;
  return rows[0]?.shop ? ["a context beyond its COMMIT within one message"] : [];
}
