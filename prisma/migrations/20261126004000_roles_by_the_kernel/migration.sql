-- No shop's own SQL raises a role. One column stays open, as a technician's row is locked while jobs are given out, which Postgres lets
-- nobody do who may update none.
revoke update on memberships from bastion_app;
grant update (created_at) on memberships to bastion_app;
