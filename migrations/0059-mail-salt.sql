-- Goes into the digest by which the audit trail says which mail settings a test e-mail was sent with. It stands on no trail itself, so that
-- nobody can try passwords against the digests there.
alter table service_setting add column mail_salt uuid not null default gen_random_uuid();
