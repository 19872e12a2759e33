import type pg from "pg";

/** Every table that is ours: its kind of ownership, from its columns and from what its migration said about it. */
const tables = `
  select c.oid as relid, c.oid::regclass::text as name, c.relispartition as part, pg_get_userbyid(c.relowner) as owner,
    c.relrowsecurity and c.relforcerowsecurity as forced,
    t.attnum as tenant, coalesce(t.attnotnull, false) as required,
    split_part(coalesce(obj_description(c.oid), ''), ':', 1) as said
  from pg_class c
  left join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
  where c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations' and c.relpersistence = 'p'
    and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$|vault$)'`;

/** What a RESTRICTIVE policy closes on a table: its commands, where ALL counts as the four. */
const closed = `
  select polrelid, string_agg(case polcmd when '*' then 'rawd' else polcmd::text end, '') as commands
  from pg_policy where not polpermissive and polroles = '{0}'
    and coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~ 'app\\.(tenant_id|is_system)\\('
  group by polrelid`;

/** Policies, one row a command and an expression; without brackets and the planner's words, so that they compare. */
const policies = `
  select polrelid, polname, polpermissive, command, regexp_replace(expression, '[()\\s]|SELECT|AS tenant_id|AS is_system', '', 'g') as expression
  from pg_policy cross join unnest(case polcmd when '*' then array['r', 'a', 'w', 'd'] else array[polcmd::text] end) command
  cross join lateral (
    select pg_get_expr(polqual, polrelid) as expression where command in ('r', 'w', 'd')
    union all select coalesce(pg_get_expr(polwithcheck, polrelid), pg_get_expr(polqual, polrelid)) where command in ('a', 'w')) expressions`;

/** What a policy may say: by kind of table and command. Whoever needs another one adds it here, knowingly. */
const known = `
  select * from (values
    ('own', 'rawd', 'tenant_id=app.tenant_id'), ('own', 'rawd', 'tenant_id=app.tenant_idORapp.is_system'), ('own', 'awd', 'app.is_system'),
    ('both', 'rawd', 'tenant_id=app.tenant_idORtenant_idISNULLANDapp.is_system'), ('both', 'r', 'tenant_idISNULL'),
    ('both', 'r', 'tenant_idISNULLORtenant_id=app.tenant_idORtenant_idISNULLANDapp.is_system'),
    ('published', 'r', 'true'), ('published', 'rawd', 'app.is_system'), ('published', 'awd', 'app.is_system'),
    ('tenants', 'rawd', 'id=app.tenant_idORapp.is_system'), ('tenants', 'a', 'app.is_system'), ('system', 'rawd', 'app.is_system'),
    ('system', 'rwd', 'app.is_systemOREXISTSFROMmembershipsmWHEREm.user_id=users.id')
  ) known (kind, commands, expression)`;

const checks: string[] = [
  `select distinct name || ': the policy ' || polname || ' says what no policy of the kernel''s says' from policies join tables on relid = polrelid
   where not exists (select from known where known.expression = policies.expression and commands like '%' || command || '%'
     and kind = case when required then 'own' when tenant is not null then 'both' else said end)`,
  `select name || ' has no policy that opens it for every command' from tables
   where (tenant is not null or said in ('system', 'tenants', 'published')) and not part
     and 4 > (select count(distinct command) from policies where polrelid = relid and polpermissive)`,
  `select name || ' has no policy that shows its shared rows' from tables where (tenant is not null and not required or said = 'published')
   and not exists (select from policies where polrelid = relid and polpermissive and expression in ('tenant_idISNULL', 'true'))`,
  `select name || '.owner is not generated from tenant_id' from tables join pg_attribute a on a.attrelid = relid and attname = 'owner'
   left join pg_attrdef d on adrelid = relid and adnum = attnum where tenant is not null and not required
     and (attgenerated <> 's' or pg_get_expr(adbin, adrelid) !~ '^COALESCE\\(tenant_id, ''0[0-]+''::uuid\\)$')`,
  `select name || ': unique index ' || indexrelid::regclass || ' starts with neither tenant_id nor owner' from tables join pg_index on indrelid = relid
   where tenant is not null and not required and indisunique and not indisprimary
     and indkey[0] not in (select attnum from pg_attribute where attrelid = relid and attname in ('tenant_id', 'owner'))`,
  `select t.name || ': foreign key ' || conname || ' does not start with owner' from tables t
   join pg_constraint k on k.conrelid = t.relid and contype = 'f' join tables other on other.relid = k.confrelid
   where t.tenant is not null and not t.required and other.tenant is not null
     and not exists (select from pg_attribute where attrelid = t.relid and attnum = k.conkey[1] and attname = 'owner')`,
  `select name || '.' || attname || ' can be changed by a shop: the kernel''s trigger is gone'
   from tables join pg_attribute on attrelid = relid join (values ('memberships', 'user_id'), ('tenants', 'slug')) fixed (in_table, fixed_column) on in_table = name and fixed_column = attname
   where not exists (select from pg_trigger where tgrelid = relid and tgattr[0] = attnum and tgfoid = 'app.refuse_unless_kernel'::regproc and tgenabled = 'O')`,
  `select name || ' says nothing about whose rows it holds: call app.tenant_table, shared_table, published_table, shared_or_own_table or system_table'
   from tables where tenant is null and said not in ('shared', 'published', 'system', 'tenants')`,
  `select name || ' does not force row level security' from tables where not forced and (tenant is not null or said <> 'shared')`,
  `select name || ' has no RESTRICTIVE policy for every command' from tables left join closed on polrelid = relid
   where (tenant is not null or said in ('system', 'tenants', 'published')) and not part
     and not ((said = 'published' or commands ~ 'r') and coalesce(commands, '') ~ 'a' and commands ~ 'w' and commands ~ 'd')`,
  `select name || ' does not fill tenant_id from the context' from tables
   left join pg_attrdef d on adrelid = relid and adnum = tenant
   where tenant is not null and not part and pg_get_expr(adbin, adrelid) is distinct from 'app.tenant_id()'`,
  `select name || ': unique index ' || indexrelid::regclass || ' does not start with tenant_id' from tables join pg_index on indrelid = relid
   where required and (indisunique or indisprimary) and indkey[0] <> tenant`,
  `select t.name || ': foreign key ' || conname || ' does not start with tenant_id' from tables t
   join pg_constraint k on k.conrelid = t.relid and contype = 'f' join tables other on other.relid = k.confrelid
   where t.required and other.tenant is not null and k.conkey[1] <> t.tenant`,
  `select name || ' belongs to ' || owner || ' and not to bastion_owner' from tables where owner <> 'bastion_owner'`,
  `select 'bastion_app may ' || privilege || ' on ' || name
   from tables cross join unnest(array['truncate', 'references', 'trigger']) privilege where has_table_privilege('bastion_app', relid, privilege)`,
  `select 'bastion_app may ' || privilege || ' the shared table ' || name
   from tables cross join unnest(array['insert', 'update', 'delete']) privilege
   where said = 'shared' and has_table_privilege('bastion_app', relid, privilege)`,
  `select 'bastion_app reaches the partition ' || name || ' by its own name' from tables
   where part and has_table_privilege('bastion_app', relid, 'select, insert, update, delete')`,
  `select 'bastion_app may create in the schema ' || nspname from pg_namespace where has_schema_privilege('bastion_app', oid, 'create')`,
  `select 'bastion_app may enter the schema vault' where has_schema_privilege('bastion_app', 'vault', 'usage')`,
  `select 'bastion_app may make temporary tables' where has_database_privilege('bastion_app', current_database(), 'temp')`,
  `select name || '.' || attname || ' keeps planner statistics, by which EXPLAIN tells other shops'' values: select app.hide_values()'
   from tables join pg_attribute on attrelid = relid and attnum > 0 and not attisdropped join pg_type t on t.oid = atttypid
   where forced and attname not in ('tenant_id', 'owner') and typcategory not in ('N', 'D', 'T', 'B', 'E') and coalesce(attstattarget, -1) <> 0`,
  `select name || ': the expression in the index ' || indexrelid::regclass || ' keeps planner statistics of every shop''s values: '
     || 'alter index ... alter column ' || attnum || ' set statistics 0' from tables join pg_index on indrelid = relid
   join pg_attribute on attrelid = indexrelid and indkey[attnum - 1] = 0 where forced and coalesce(attstattarget, -1) <> 0`,
  `select 'bastion_app may ' || what || ' ' || name || ', which is the kernel''s to do' from tables join (values
     ('memberships', 'a', 'add'), ('tenants', 'a', 'add'), ('shop_security_events', 'a', 'add'),
     ('shop_security_events', 'w', 'change'), ('shop_security_events', 'd', 'delete')) kernels (of_table, command, what) on of_table = name
   where not exists (select from policies where polrelid = relid and not polpermissive and policies.command = kernels.command and expression = 'app.is_system')`,
  `select 'bastion_app may run ' || f || ' on other sessions of its role' from unnest(array['pg_terminate_backend(int,bigint)',
     'pg_cancel_backend(int)', 'pg_stat_get_activity(int)', 'lo_from_bytea(oid,bytea)']) f
   where has_function_privilege('bastion_app', f, 'execute') and (select rolsuper from pg_roles where rolname = current_user)`,
  `select 'bastion_app starts with settings that somebody left: ' || array_to_string(setconfig, ', ') from pg_db_role_setting
   where setrole = 'bastion_app'::regrole and setdatabase in (0, (select oid from pg_database where datname = current_database()))`,
  `select 'bastion_app owns ' || oid::regclass from pg_class where relowner = 'bastion_app'::regrole`,
  `select 'bastion_app is a member of ' || roleid::regrole from pg_auth_members where member = 'bastion_app'::regrole`,
  `select rolname || ' is a superuser or has BYPASSRLS' from pg_roles
   where rolname in ('bastion_app', 'bastion_owner', 'bastion_keeper') and (rolsuper or rolbypassrls)`,
  `select 'the view ' || oid::regclass || ' is not WITH (security_invoker = true)' from pg_class
   where relkind = 'v' and relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
     and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)`,
  `select 'the materialised view ' || oid::regclass || ' can have no row level security' from pg_class
   where relkind = 'm' and has_table_privilege('bastion_app', oid, 'select')`,
  `select 'the SECURITY DEFINER function ' || oid::regprocedure || ' is not the keeper''s, or its search_path is not pinned' from pg_proc
   where prosecdef and pronamespace::regnamespace::text !~ '^(pg_|information_schema$)'
     and (proowner <> 'bastion_keeper'::regrole
       or not coalesce(proconfig && array['search_path=pg_catalog, pg_temp', 'search_path="pg_catalog", "pg_temp"'], false))`,
];

/**
 * Looks through the catalogue for a place where the database's own wall between shops has a gap.
 * @param client any admin of the database. @returns one sentence a gap; none when the wall stands.
 */
export async function findGaps(client: pg.Client): Promise<string[]> {
  const gaps: string[] = [];
  for (const check of checks) {
    const sql = `with tables as (${tables}), closed as (${closed}), policies as (${policies}), known as (${known}) ${check}`;
    const { rows } = await client.query<[string]>({ text: sql, rowMode: "array" });
    gaps.push(...rows.map(([gap]) => gap));
  }
  return gaps.sort();
}
