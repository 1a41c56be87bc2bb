-- An accepted form is read with the name of whoever wrote it. Of people only their names can show on a public page: signing in, and
-- whatever else is kept with an account, changes none.
create trigger public_change after insert or delete or truncate on person
  for each statement execute function note_public_change();
create trigger public_change_by_update after update on person for each row
  when ((new.name, new.job_title) is distinct from (old.name, old.job_title)) execute function note_public_change();
