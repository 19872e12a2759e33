-- Nobody may run a function that is made from here on, unless it is granted.
alter default privileges revoke execute on functions from public;
set local role bastion_keeper;
alter default privileges revoke execute on functions from public;
set local role bastion_owner;

grant create on schema app, vault to bastion_keeper;
set local role bastion_keeper;

-- Whether this transaction has read the key, as `app.enter` does. The lock on it stays until the transaction ends, whatever is done to its
-- settings meanwhile.
create function vault.has_read_key() returns boolean
language sql volatile parallel restricted set search_path = pg_catalog, pg_temp as $$
  select exists (select from pg_locks where pid = pg_backend_pid() and relation = 'vault.keys'::regclass)
$$;

-- Makes this transaction the shop that the ticket names. Ticket: scope.backend.expiry.hmac, expiry in seconds since 1970.
-- A ticket for another backend, an old one, or a second scope in one transaction is refused.
create or replace function app.enter(ticket text) returns void
language plpgsql volatile security definer parallel unsafe set search_path = pg_catalog, pg_temp as $$
declare
  -- Asked before anything here reads the key.
  before boolean := vault.has_read_key();
  part text[] := string_to_array(ticket, '.');
  message text := 'ticket.' || part[1] || '.' || part[2] || '.' || part[3];
begin
  -- coalesce: whatever is null here (no key, a missing part) must refuse and not pass.
  if not coalesce(
       cardinality(part) = 4
       and part[4] in (vault.mac(message, 1), vault.mac(message, 2))
       and part[2] = pg_backend_pid()::text
       and part[3]::bigint >= extract(epoch from clock_timestamp()), false) then
    raise exception 'this ticket opens nothing here' using errcode = '28000';
  end if;
  -- A transaction takes its moment from the message that begins it, and a COMMIT later in that message begins another of the same
  -- moment, in which the context would hold.
  if transaction_timestamp() = statement_timestamp() then
    raise exception 'a transaction enters a shop in a message after the one that begins it' using errcode = '28000';
  end if;
  if before and app.scope() is distinct from part[1] then
    raise exception 'this transaction has entered another shop' using errcode = '28000';
  end if;
  perform set_config('app.context', part[1] || '.' || vault.mac('context.' || part[1] || '.' || vault.place(), 1), true);
end $$;

set local role bastion_owner;
revoke create on schema app, vault from bastion_keeper;
