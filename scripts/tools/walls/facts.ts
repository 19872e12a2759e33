import type pg from "pg";

/** What there is in a database, as sentences: by subject, such as "the table customers", all that may matter to the walls. */
export type Facts = Map<string, Set<string>>;

/** What is said of all functions that come with a release of Postgres. */
export const BUILT_IN = "the functions of Postgres ";

const roles = "('bastion_owner', 'bastion_keeper', 'bastion_app', 'bastion_analytics', 'bastion_tasks')";

/** Objects of the release's own and of whoever added some: initdb makes those before 16384. */
const ours = "n.nspname !~ '^(pg_catalog|information_schema|pg_toast.*)$'";

const named = "case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname";

const kindOf = `case c.relkind when 'v' then 'the view ' when 'm' then 'the materialized view ' when 'f' then 'the foreign table '
  when 'S' then 'the sequence ' when 'c' then 'the type ' else 'the table ' end`;

/** Rights on something, but its owner's. @param acl @param fallback what counts where the list is NULL. */
const rights = (acl: string, kind: string, owner: string) => `
  cross join lateral aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a
  cross join lateral (select coalesce((select rolname from pg_roles where oid = a.grantee), 'anybody') as who,
    lower(a.privilege_type) || case when a.is_grantable then ' and pass it on' else '' end as may) r`;

const relations = `
  relations as (
    select c.*, n.nspname, ${kindOf} || ${named} as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
      and not (c.relkind = 'c' and not exists (select from pg_type t where t.typrelid = c.oid)))`;

/** Of a partition only what opens it by its own name matters: else it is its parent. */
const whole = "not relispartition";

const ofRelations = [
  `select subject, case relpersistence when 'p' then 'is kept' when 'u' then 'is UNLOGGED' else 'is TEMPORARY' end from relations`,
  `select subject, 'belongs to ' || pg_get_userbyid(relowner) from relations`,
  `select subject, 'is a partition of ' || inhparent::regclass from relations c join pg_inherits on inhrelid = c.oid where relispartition`,
  `select subject, who || ' may ' || may from relations c ${rights("relacl", "r", "relowner")} where a.grantee <> relowner`,
  `select subject, who || ' may ' || may || ' (' || attname || ')' from relations c join pg_attribute t on t.attrelid = c.oid and attacl is not null
   ${rights("attacl", "c", "relowner")} where a.grantee <> relowner`,
  `select subject, 'has row level security' || case when relforcerowsecurity then ', forced' else '' end from relations where relrowsecurity and ${whole}`,
  `select subject, 'is WITH (' || o || ')' from relations cross join unnest(reloptions) o where relkind in ('v', 'm')`,
  `select subject, 'inherits from ' || inhparent::regclass from relations c join pg_inherits on inhrelid = c.oid where ${whole}`,
  `select subject, concat_ws(' ', 'has the policy', polname, case when polpermissive then 'permissive' else 'restrictive' end,
     case polcmd when '*' then 'for all' when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update' else 'for delete' end,
     case when polroles <> '{0}' then 'to ' || polroles::text end, 'using ' || regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'),
     'with check ' || regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g'))
   from relations c join pg_policy on polrelid = c.oid where ${whole}`,
  `select subject, concat_ws(' ', 'has the trigger', tgname, tgtype, tgfoid::regprocedure::text, (select string_agg(attname, ', ') from pg_attribute where attrelid = c.oid and attnum = any(tgattr)),
     substring(pg_get_triggerdef(g.oid, true) from ' (WHEN .*) EXECUTE '), case tgenabled when 'O' then null else 'switched ' || tgenabled::text end)
   from relations c join pg_trigger g on tgrelid = c.oid where not tgisinternal and ${whole}`,
  `select subject, 'has triggers of foreign keys switched off' from relations c join pg_trigger on tgrelid = c.oid where tgisinternal and tgenabled <> 'O'`,
  `select subject, 'has the rule ' || rulename from relations c join pg_rewrite on ev_class = c.oid where relkind not in ('v', 'm')`,
  `select subject, concat_ws(' ', 'has the column', attname, format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
     case attgenerated when '' then 'default' else 'generated' end || ' ' || pg_get_expr(adbin, adrelid))
   from relations c join pg_attribute t on t.attrelid = c.oid and attname in ('tenant_id', 'owner') and not attisdropped
   left join pg_attrdef on adrelid = c.oid and adnum = attnum where ${whole}`,
  `select subject, 'requires the column ' || attname from relations c join pg_attribute on attrelid = c.oid and attnum > 0 and attnotnull and not attisdropped
   where relkind in ('r', 'p') and ${whole} and attname not in ('tenant_id', 'owner')`,
  // The planner's statistics of a value tell it to whoever may EXPLAIN.
  `select subject, 'keeps statistics of ' || attname || ': select app.hide_values()' from relations c
   join pg_attribute t on t.attrelid = c.oid and attnum > 0 and not attisdropped join pg_type y on y.oid = atttypid
   where relrowsecurity and ${whole} and attname not in ('tenant_id', 'owner') and typcategory not in ('N', 'D', 'T', 'B', 'E') and coalesce(attstattarget, -1) <> 0`,
  `select subject, 'keeps statistics of the expression in the index ' || indexrelid::regclass || ': alter index ... alter column ' || attnum || ' set statistics 0'
   from relations c join pg_index on indrelid = c.oid join pg_attribute t on t.attrelid = indexrelid and indkey[attnum - 1] = 0
   where relrowsecurity and ${whole} and coalesce(attstattarget, -1) <> 0`,
  `select subject, 'has the statistics ' || stxname from relations c join pg_statistic_ext on stxrelid = c.oid`,
  `select subject, concat_ws(' ', 'has the key (' || (select string_agg(coalesce(attname, '?'), ', ' order by place)
       from unnest(indkey::int2[]) with ordinality k(n, place) left join pg_attribute t on t.attrelid = c.oid and t.attnum = k.n where place <= indnkeyatts) || ')',
     case when indisprimary then 'primary' end, case when not indisvalid then 'not valid' end, case when not indimmediate then 'deferrable' end,
     'where ' || pg_get_expr(indpred, indrelid))
   from relations c join pg_index on indrelid = c.oid where indisunique and ${whole}`,
  // Postgres looks over all shops for a row that another one excludes, and says so.
  `select subject, 'has the exclusion ' || pg_get_constraintdef(k.oid) from relations c join pg_constraint k on conrelid = c.oid where contype = 'x' and ${whole}`,
  `select 'the checks of ' || substr(subject, 11), pg_get_constraintdef(k.oid) from relations c join pg_constraint k on conrelid = c.oid where contype = 'c' and ${whole}`,
  `select subject, concat_ws(' ', 'has the foreign key (' || (select string_agg(attname, ', ' order by place) from unnest(conkey) with ordinality k(n, place) join pg_attribute on attrelid = conrelid and attnum = n)
     || ') to', confrelid::regclass || ' (' || (select string_agg(attname, ', ' order by place) from unnest(confkey) with ordinality k(n, place) join pg_attribute on attrelid = confrelid and attnum = n) || ')',
     case confdeltype when 'a' then 'on delete no action' when 'r' then 'on delete restrict' when 'c' then 'on delete cascade' when 'n' then 'on delete set null' else 'on delete set default' end,
     case confupdtype when 'a' then 'on update no action' when 'r' then 'on update restrict' when 'c' then 'on update cascade' else 'on update set' end,
     case when condeferrable then 'deferrable' end, case when to_jsonb(k) ->> 'conenforced' = 'false' then 'not enforced' end,
     case when not convalidated and cardinality(conkey) > 1 then 'not valid' end)
   from relations c join pg_constraint k on conrelid = c.oid where contype = 'f' and ${whole} and conparentid = 0`,
];

const functions = `
  functions as (
    select p.*, 'the function ' || n.nspname || '.' || proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as subject, nspname
    from pg_proc p join pg_namespace n on n.oid = pronamespace
    where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))`;
const ofFunctions = [
  `select subject, 'belongs to ' || pg_get_userbyid(proowner) from functions where nspname !~ '^(pg_catalog|information_schema)$'`,
  `select subject, who || ' may ' || may from functions ${rights("proacl", "f", "proowner")} where a.grantee <> proowner and nspname !~ '^(pg_catalog|information_schema)$'`,
  `select subject, concat_ws(' ', 'is', case prokind when 'f' then 'a function' when 'p' then 'a procedure' else 'an aggregate or window function' end, 'in', lanname,
     case provolatile when 'i' then 'IMMUTABLE' when 's' then 'STABLE' else 'VOLATILE' end,
     case when prosecdef then 'SECURITY DEFINER' end, case when proisstrict then 'STRICT' end, case when proleakproof then 'LEAKPROOF' end, 'PARALLEL', proparallel)
   from functions join pg_language l on l.oid = prolang where nspname !~ '^(pg_catalog|information_schema)$'`,
  `select subject, 'takes (' || pg_get_function_arguments(oid) || '), returns ' || pg_get_function_result(oid) from functions where nspname !~ '^(pg_catalog|information_schema)$' and prokind <> 'a'`,
  `select subject, 'sets ' || s from functions cross join unnest(proconfig) s where nspname !~ '^(pg_catalog|information_schema)$'`,
  `select subject, 'does ' || left(encode(sha256(convert_to(coalesce(prosrc, '') || coalesce(pg_get_function_sqlbody(oid), ''), 'UTF8')), 'hex'), 16)
   from functions where nspname !~ '^(pg_catalog|information_schema)$'`,
  `select subject, 'is none of Postgres''s own, though in its schema' from functions where nspname ~ '^(pg_catalog|information_schema)$' and oid >= 16384`,
  `select subject, 'is SECURITY DEFINER' from functions where nspname ~ '^(pg_catalog|information_schema)$' and prosecdef`,
];

/** What Postgres gave to each of its own objects when it was made: more than that is somebody's doing. */
const beyondInitial = (from: string, acl: string, kind: string, owner: string, objsubid: string) => `
  ${from} left join pg_init_privs i on i.objoid = o.oid and i.classoid = o.tableoid and i.objsubid = ${objsubid}
  ${rights(acl, kind, owner)}
  where a.grantee <> ${owner} and o.oid < 16384 and (a.grantee = 0 or who in ${roles}) and not exists (
    select from aclexplode(coalesce(i.initprivs, acldefault('${kind}', ${owner}))) x where x.grantee = a.grantee and x.privilege_type = a.privilege_type)`;

/** What Postgres lets any role do to other sessions of the same role. A migration takes it away where it may. */
const taken = [
  "pg_terminate_backend(int,bigint)",
  "pg_cancel_backend(int)",
  "pg_stat_get_activity(int)",
  "pg_stat_get_backend_activity(int)",
  "lo_creat(int)",
  "lo_create(oid)",
  "lo_from_bytea(oid,bytea)",
];

/** Of the functions that Postgres calls leakproof: it compares, hashes or casts by them. With others, what a query asks may be tried before the policies. */
const harmlessLeakproof = `(proname ~ '(_larger|_smaller|_(eq|ne|lt|le|gt|ge)|^starts_with|^xidn?eqint4|^md5|^sha\\d+|^crc32c?|^uuid_extract_\\w+)$'
  or exists (select from pg_amproc join pg_opfamily f on f.oid = amprocfamily where amproc = p.oid)
  or exists (select from pg_operator r join pg_amop a on a.amopopr in (r.oid, r.oprnegate) join pg_am m on m.oid = amopmethod where amname in ('btree', 'hash') and r.oprcode = p.oid)
  or exists (select from pg_cast where castfunc = p.oid))`;

/** All that a function is, but whose. */
const definition = `concat_ws(' ', n.nspname, proname, pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), lanname, prosrc, probin, pg_get_function_sqlbody(p.oid),
  prokind, provolatile, proparallel, proisstrict, prosecdef, proleakproof, prosupport, proconfig)`;

const ofPostgres = [
  // Only a superuser can replace them, and only a release that was made on this one knows what is right.
  `select '${BUILT_IN}' || current_setting('server_version_num')::int / 10000, 'do ' || left(encode(sha256(convert_to(string_agg(${definition}, e'\\n' order by ${definition} collate "C"), 'UTF8')), 'hex'), 16)
   from pg_proc p join pg_namespace n on n.oid = pronamespace join pg_language l on l.oid = prolang
   where p.oid < 16384 and (select rolsuper from pg_roles where rolname = current_user) having count(*) > 0`,
  `select 'the function ' || p.oid::regprocedure, 'is LEAKPROOF, which Postgres does not make it' from pg_proc p
   where proleakproof and pronamespace = 'pg_catalog'::regnamespace and oid < 16384 and not ${harmlessLeakproof}`,
  `select 'the view ' || c.oid::regclass, 'is none of Postgres''s own, though in its schema' from pg_class c where relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and oid >= 16384`,
  `select 'the view ' || ev_class::regclass, 'reads what is not Postgres''s own' from pg_rewrite w join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
   where ev_class < 16384 and refobjid >= 16384`,
  `select identity, 'is owned by ' || rolname from pg_shdepend s join pg_roles r on r.oid = refobjid and refclassid = 'pg_authid'::regclass
   cross join lateral (select concat_ws(' ', 'the', i.type, i.identity) as identity from pg_identify_object(classid, objid, 0) i) o
   where deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database())) and (rolname in ('bastion_app', 'bastion_analytics', 'bastion_tasks') or (objid < 16384 and rolname in ${roles}))`,
  `select 'the function ' || o.oid::regprocedure, who || ' may ' || may || ', which Postgres gives nobody' ${beyondInitial("from pg_proc o", "o.proacl", "f", "o.proowner", "0")}`,
  `select 'the table ' || o.oid::regclass, who || ' may ' || may || ', which Postgres gives nobody' ${beyondInitial("from pg_class o", "o.relacl", "r", "o.relowner", "0")} and o.relkind in ('r', 'v') and not (o.relnamespace = 'information_schema'::regnamespace and a.grantee = 0 and a.privilege_type = 'SELECT')`,
  `select 'the table ' || o.oid::regclass, who || ' may ' || may || ' (' || attname || '), which Postgres gives nobody'
   ${beyondInitial("from pg_class o join pg_attribute t on t.attrelid = o.oid and attacl is not null", "attacl", "c", "o.relowner", "t.attnum")}`,
  `select 'the function ' || f, 'bastion_app may run it on other sessions of its role' from unnest(array[${taken.map((one) => `'${one}'`)}]) f
   where has_function_privilege('bastion_app', f, 'execute') and (select rolsuper from pg_roles where rolname = current_user)`,
  `select 'the view pg_stat_activity', 'bastion_app may select' where has_table_privilege('bastion_app', 'pg_stat_activity', 'select')
   and (select rolsuper from pg_roles where rolname = current_user)`,
];

const ofRoles = [
  `select 'the role ' || rolname, what from pg_roles cross join lateral (values
     (rolsuper, 'is a superuser'), (rolbypassrls and rolname <> 'bastion_analytics', 'passes row level security'), (rolcreaterole, 'may make roles'),
     (rolcreatedb, 'may make databases'), (rolreplication, 'may replicate'), (rolcanlogin, 'may log in'), (rolinherit, 'inherits'),
     (rolconnlimit <> -1, 'has a limit of connections'), (rolvaliduntil is not null, 'ends')) attributes (has, what) where has and rolname in ${roles}`,
  `select 'the role ' || rolname, 'is none of ours and ' || what from pg_roles cross join lateral (values
     (rolsuper, 'is a superuser'), (rolbypassrls and not rolsuper, 'passes row level security')) attributes (has, what)
   where has and oid >= 16384 and rolname not in ${roles} and rolname <> current_user`,
  `select 'the role ' || r.rolname, 'is a member of ' || g.rolname from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
   where r.rolname in ${roles}`,
  `select 'the role ' || g.rolname, 'has the member ' || r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
   where g.rolname in ${roles} and r.rolname not in ${roles} and r.rolname <> current_user and not r.rolsuper`,
  `select coalesce('the role ' || rolname, 'the database'), 'starts with ' || s from pg_db_role_setting left join pg_roles r on r.oid = setrole cross join unnest(setconfig) s
   where setdatabase in (0, (select oid from pg_database where datname = current_database())) and (setrole = 0 or rolname in ${roles})`,
  `select 'the role ' || rolname, 'starts in the database ' || datname || ' with ' || s from pg_db_role_setting join pg_roles r on r.oid = setrole
   join pg_database d on d.oid = setdatabase and datname <> current_database() cross join unnest(setconfig) s where rolname in ${roles}`,
  `select 'the default privileges of ' || rolname, concat_ws(' ', who, 'may', may, case defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end,
     'in ' || n.nspname) from pg_default_acl join pg_roles o on o.oid = defaclrole left join pg_namespace n on n.oid = defaclnamespace
   left join lateral aclexplode(defaclacl) a on true cross join lateral (select coalesce((select rolname from pg_roles where oid = a.grantee), 'anybody') as who, lower(a.privilege_type) as may) r
   where (a.grantee is distinct from defaclrole or a.grantee is null)`,
  `select 'the default privileges of ' || o.rolname, 'keep functions from all others' from pg_roles o join pg_default_acl on defaclrole = o.oid
   where defaclobjtype = 'f' and defaclnamespace = 0 and not exists (select from aclexplode(defaclacl) where grantee = 0)`,
];

const ofDatabases = [
  `select 'the database', who || ' may ' || may from pg_database ${rights("datacl", "d", "datdba")} where datname = current_database() and a.grantee <> datdba`,
  `select 'the database ' || datname, who || ' may ' || may || ': revoke connect, temporary on database ' || quote_ident(datname) || ' from public'
   from pg_database ${rights("datacl", "d", "datdba")} where datname <> current_database() and datallowconn and a.grantee = 0`,
  // Those that come with a server; of others that a role of ours may enter, the check looks at each.
  `select 'the database ' || datname, who || ' may ' || may from pg_database o ${rights("datacl", "d", "datdba")} where datname <> current_database() and o.oid < 16384 and who in ${roles}`,
  `select 'the tablespace ' || spcname, who || ' may ' || may from pg_tablespace ${rights("spcacl", "t", "spcowner")} where a.grantee <> spcowner and (a.grantee = 0 or who in ${roles})`,
  `select 'the schema ' || nspname, who || ' may ' || may from pg_namespace n ${rights("nspacl", "n", "nspowner")} where a.grantee <> nspowner and ${ours} and nspname !~ '^pg_temp'`,
  `select 'the schema ' || nspname, 'belongs to ' || pg_get_userbyid(nspowner) from pg_namespace n where nspname in ('app', 'vault')`,
  `select 'the schema ' || n.nspname, who || ' may ' || may || ', which Postgres gives nobody' from pg_namespace n ${rights("nspacl", "n", "nspowner")}
   where n.nspname in ('pg_catalog', 'information_schema') and a.grantee <> nspowner and (a.privilege_type <> 'USAGE' or a.grantee <> 0)`,
  `select 'the database', 'has the extension ' || extname from pg_extension where extname <> 'plpgsql'`,
  `select 'the database', 'has the event trigger ' || evtname from pg_event_trigger`,
  `select 'the database', 'has the publication ' || pubname from pg_publication`,
  `select 'the database', 'has the subscription ' || subname from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())`,
  `select 'the database', 'has the logical replication slot ' || slot_name from pg_replication_slots where database = current_database()`,
  `select 'the database', 'has the foreign data wrapper ' || fdwname from pg_foreign_data_wrapper`,
  `select 'the database', 'has the foreign server ' || srvname from pg_foreign_server`,
  `select 'the database', 'has the language ' || lanname from pg_language where lanname not in ('internal', 'c', 'sql', 'plpgsql')`,
  `select 'the database', 'trusts the language ' || lanname from pg_language where lanname in ('internal', 'c') and lanpltrusted`,
  `select 'the database', 'has the cast ' || castsource::regtype || ' as ' || casttarget::regtype from pg_cast where oid >= 16384`,
  `select 'the database', 'has the operator ' || oid::regoperator from pg_operator where oid >= 16384`,
  `select 'the database', 'has the operator class ' || opcname from pg_opclass where oid >= 16384`,
  `select 'the database', 'has the access method ' || amname from pg_am where oid >= 16384`,
  `select 'the database', 'has the conversion ' || conname from pg_conversion where oid >= 16384`,
  `select 'the database', 'has the type ' || oid::regtype from pg_type where oid >= 16384 and (typtype in ('d', 'r', 'm') or (typtype = 'b' and typcategory <> 'A'))`,
  `select 'the database', 'has large objects' where exists (select from pg_largeobject_metadata)`,
  `select 'the database', 'has the security label of ' || provider from pg_seclabels`,
  `select 'the server', who || ' may ' || may || ' ' || parname from pg_parameter_acl ${rights("paracl", "p", "10::oid")} where a.grantee <> 10 and (a.grantee = 0 or who in ${roles})`,
  `select 'the server', 'runs with session_replication_role ' || setting from pg_settings where name = 'session_replication_role' and setting <> 'origin'`,
];

const everything = `with ${relations}, ${functions}
  select subject, fact from (${[...ofRelations, ...ofFunctions, ...ofPostgres, ...ofRoles, ...ofDatabases].join("\nunion all ")}) found (subject, fact)
  where fact is not null`;

/** Reads the catalog. Any admin of the database may; a superuser sees no more. */
export async function factsOf(client: pg.Client): Promise<Facts> {
  // What Postgres prints names schemas by the search path. And compiling a query this long takes it seconds.
  const before = await client.query<{ path: string; jit: string }>(
    "select current_setting('search_path') as path, current_setting('jit') as jit",
  );
  await client.query("select set_config('search_path', 'public', false), set_config('jit', 'off', false)");
  const { rows } = await client.query<{ subject: string; fact: string }>(everything);
  const { path, jit } = before.rows[0] ?? {};
  await client.query("select set_config('search_path', $1, false), set_config('jit', $2, false)", [
    path,
    jit,
  ]);
  const facts: Facts = new Map();
  for (const { subject, fact } of rows) facts.set(subject, (facts.get(subject) ?? new Set()).add(fact));
  return facts;
}
