import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { findGaps } from "./walls";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
});
afterAll(() => database.close());

it("finds no gap in a database made by the migrations", async () => {
  expect(await findGaps(database.admin)).toEqual([]);
});

/** What somebody may do to the database, and the words in which it must be noticed. */
const slips: [string, string][] = [
  ["alter table customers disable row level security", "customers does not force"],
  ["alter table customers no force row level security", "customers does not force"],
  ["drop policy tenant_wall on jobs", "jobs has no RESTRICTIVE policy"],
  ["drop policy tenant_wall_delete on reason_codes", "reason_codes has no RESTRICTIVE policy"],
  [
    "drop policy tenant_wall on quotes; create policy tenant_wall on quotes as restrictive using (true)",
    "quotes has no RESTRICTIVE policy",
  ],
  ["drop policy tenant_wall on credentials", "credentials has no RESTRICTIVE policy"],
  ["alter table vehicles alter tenant_id drop default", "vehicles does not fill tenant_id"],
  ["create table notes (id int primary key)", "notes says nothing about whose rows"],
  ["create table notes (tenant_id uuid not null, id int primary key)", "notes does not force"],
  [
    "create unique index one_phone on customers (phone)",
    "unique index one_phone does not start with tenant_id",
  ],
  [
    "create unique index one_id on customers (id); alter table jobs add constraint plain foreign key (customer_id) references customers (id)",
    "foreign key plain does not start",
  ],
  ["grant truncate on customers to bastion_app", "bastion_app may truncate on customers"],
  ["grant insert on vin_wmis to bastion_app", "bastion_app may insert the shared table vin_wmis"],
  ["alter table insurers no force row level security", "insurers does not force"],
  ["drop policy system_wall_update on insurers", "insurers has no RESTRICTIVE policy"],
  ["drop policy system_door on tpas", "tpas has no policy that opens it"],
  ["drop policy shared_rows on tpas", "tpas has no policy that shows its shared rows"],
  ["create policy slip on tpas for insert with check (true)", "tpas: the policy slip says what no policy"],
  ["create unique index one_number on parts (nags_number)", "index one_number starts with neither"],
  [
    "alter table part_fits drop constraint part_fits_owner_part_id_fkey; create unique index one_part on parts (tenant_id, id); " +
      "alter table part_fits add constraint plain foreign key (tenant_id, part_id) references parts (tenant_id, id)",
    "part_fits: foreign key plain does not start with owner",
  ],
  ["alter table part_fits alter owner drop expression", "part_fits.owner is not generated"],
  ["alter table jobs alter notes set statistics -1", "jobs.notes keeps planner statistics"],
  ["create index by_shout on customers (tenant_id, upper(name))", "the expression in the index by_shout"],
  ["alter policy tenant_wall on jobs with check (true)", "jobs: the policy tenant_wall says what no policy"],
  ["alter policy tenant_door on jobs using (true)", "jobs: the policy tenant_door says what no policy"],
  ["create policy slip on jobs using (tenant_id is not null)", "jobs: the policy slip says what no policy"],
  ["drop policy tenant_door on jobs", "jobs has no policy that opens it"],
  ["drop trigger kernel_changes on memberships", "memberships.user_id can be changed"],
  ["drop policy kernel_adds on memberships", "bastion_app may add memberships"],
  ["drop policy kernel_deletes on shop_security_events", "bastion_app may delete shop_security_events"],
  [
    "set local role none; grant execute on function pg_terminate_backend(int, bigint) to bastion_app",
    "bastion_app may run pg_terminate_backend",
  ],
  [
    "set local role none; alter role bastion_app set row_security = off",
    "settings that somebody left: row_security=off",
  ],
  [
    "create schema other; grant create on schema other to bastion_app",
    "bastion_app may create in the schema other",
  ],
  ["grant usage on schema vault to bastion_app", "bastion_app may enter the schema vault"],
  ["grant bastion_owner to bastion_app", "bastion_app is a member of bastion_owner"],
  ["create view everyone as select * from customers", "the view everyone is not WITH (security_invoker"],
  [
    "create materialized view everyone as select * from parts; grant select on everyone to bastion_app",
    "the materialised view everyone",
  ],
  [
    "create function app.peek() returns bigint language sql security definer as 'select count(*) from public.customers'",
    "the SECURITY DEFINER function app.peek()",
  ],
  [
    "create table parted (tenant_id uuid not null, id int, primary key (tenant_id, id)) partition by hash (tenant_id); " +
      "create table parted_0 partition of parted for values with (modulus 1, remainder 0); " +
      "select app.tenant_table('parted'); grant select on parted_0 to bastion_app",
    "bastion_app reaches the partition parted_0",
  ],
];

describe("notices", () => {
  it.each(slips)("%s", async (sql, words) => {
    // Rolled back: neither the next slip nor the rest of the server meets this one.
    await database.admin.query("begin");
    if (!sql.startsWith("grant bastion_owner")) await database.admin.query("set local role bastion_owner");
    await database.admin.query(sql);
    const gaps = await findGaps(database.admin);
    await database.admin.query("rollback");
    expect(gaps.join("\n")).toContain(words);
  });
});
