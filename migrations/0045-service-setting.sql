-- What whoever administers the service has said of it on screen. What the environment names holds before it. An empty text is a value
-- that nobody has given.
create table service_setting (
  -- One row at most.
  is_only boolean primary key default true check (is_only),
  -- How often it was saved.
  revision integer not null default 0 check (revision >= 0),
  service_name text not null default '',
  organisation_name text not null default '',
  contact_email text not null default '',
  mail_from text not null default '',
  -- As smtp://mail.example:587, with neither user nor password in it.
  smtp_address text not null default '',
  smtp_user text not null default '',
  -- As it is sent to the mail server, so this row is as secret as the password.
  smtp_password text not null default '',
  check (smtp_address <> '' or (smtp_user = '' and smtp_password = ''))
);

-- The name and who runs the service stand on every page, and each process reads the row again when it hears of a change.
create trigger public_change after insert or update or delete or truncate on service_setting
  for each statement execute function note_public_change();
