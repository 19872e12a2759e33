-- No trigger is needed for what the kernel alone changes: of memberships a policy asks who writes, and of a shop's own row the
-- columns that a shop keeps are granted, its address not.

-- Rows can still be locked by their shop, as a technician's is while jobs are given out: to lock asks USING alone.
drop trigger kernel_changes on memberships;
create policy kernel_changes on memberships as restrictive for update to public using (true) with check ((select app.is_system()));
grant update on memberships to bastion_app;

drop trigger kernel_changes on tenants;
select app.only_changes('tenants', '{name, phone, email, street, city, state, zip, time_zone}');

drop function app.kernel_adds(regclass, name);
drop function app.refuse_unless_kernel();
