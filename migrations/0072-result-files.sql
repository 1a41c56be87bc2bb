-- Results that others publish are sent like files for the directory: kept, checked, read by a person, confirmed. What else is said of
-- such a file when it is sent, as its feature reads it; null for files of the directory.
alter table import_upload add column details jsonb;

-- The same file is another one where something else is said of it.
drop index import_upload_once;
create unique index import_upload_once on import_upload (uploaded_by, digest, layout, dated_on, md5(coalesce(details::text, '')))
  where content is not null;
