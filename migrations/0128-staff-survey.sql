-- A poll with one address that anybody in the organisation can open: the short survey of its staff. It has no links, and is about
-- questions of several sections, so that its section is empty.
alter table poll add column open_token text unique check (char_length(open_token) >= 20);
alter table poll drop constraint poll_invited_check;
alter table poll add constraint poll_invited_check
  check (case when open_token is null then invited >= 5 and section_id <> '' else invited = 0 and section_id = '' end);
