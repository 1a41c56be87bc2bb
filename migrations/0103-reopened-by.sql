-- By whom and why an assessment was opened again that is not signed anew yet. It was told in the place of the last return, which may come
-- after it and would take its place.
alter table assessment drop column was_reopened;
alter table assessment add column reopened_by text references person;
alter table assessment add column reopened_at timestamptz;
alter table assessment add column reopen_reason text not null default '';
