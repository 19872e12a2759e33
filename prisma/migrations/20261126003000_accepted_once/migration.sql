-- `select app.set_once('quotes', 'accepted_at')`: once it is there it is not changed or taken back, in whatever scope, as other rows are
-- fixed by it.
create function app.set_once(table_name regclass, fixed_column name) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('create trigger set_once before update of %I on %s for each row when (old.%1$I is not null and old.%1$I is distinct from new.%1$I)
    execute function app.refuse_second_time()', fixed_column, table_name);
end $$;

create function app.refuse_second_time() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'what has happened to a row of % is not taken back', tg_table_name using errcode = '42501';
end $$;

select app.set_once('quotes', 'accepted_at');
