-- Names stand in the order in which a reader of English looks for them, whatever their capitals and accents: "Hampshire" before "HRW
-- Federation". It is said with the column, so that every list of names has it; names that differ in letters only stay two.
create collation as_read (provider = icu, locale = 'en-GB');

alter table organisation_record alter column name type text collate as_read;
alter table area_record alter column name type text collate as_read;
alter table search_entry alter column name type text collate as_read;

drop trigger public_change_by_update on person;
alter table person alter column name type text collate as_read;
create trigger public_change_by_update after update on person for each row
  when ((new.name, new.job_title) is distinct from (old.name, old.job_title)) execute function note_public_change();
