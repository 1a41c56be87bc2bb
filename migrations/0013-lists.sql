-- Lists of the directory. By name they have organisation_record_name; these are for the other orders they come in.
create index organisation_record_code on organisation_record (code, organisation_id);
create index organisation_record_type on organisation_record (type_id, name, organisation_id) include (valid);

-- One row for each transaction that changed who is where. While there are as many rows as before, nothing has changed, and what
-- was counted before need not be counted again. Rows are never taken away, and two transactions at once do not wait for
-- each other.
create table directory_change (
  directory_change_id bigint generated always as identity primary key,
  changed_at timestamptz not null default now()
);

create function note_directory_change() returns trigger language plpgsql as $$
begin
  -- The setting ends with the transaction; a savepoint that is rolled back takes both row and setting with it.
  if current_setting('directory.change_is_noted', true) is distinct from 'yes' then
    insert into directory_change default values;
    perform set_config('directory.change_is_noted', 'yes', true);
  end if;
  return null;
end
$$;

create trigger directory_change after insert or update or delete or truncate on organisation_record
  for each statement execute function note_directory_change();
create trigger directory_change after insert or update or delete or truncate on organisation_area
  for each statement execute function note_directory_change();
create trigger directory_change after insert or update or delete or truncate on organisation_relation
  for each statement execute function note_directory_change();
create trigger directory_change after insert or update or delete or truncate on membership
  for each statement execute function note_directory_change();
create trigger directory_change after insert or update or delete or truncate on area_record
  for each statement execute function note_directory_change();
create trigger directory_change after insert or update or delete or truncate on search_entry
  for each statement execute function note_directory_change();
create trigger directory_change_is_append_only before update or delete on directory_change
  for each statement execute function refuse_change();
