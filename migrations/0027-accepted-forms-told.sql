-- Who answers for a footprint is shown from its newest accepted form. Of a form only its acceptance is public: what is written,
-- agreed and decided before changes no public page.
create trigger public_change after truncate on footprint_form for each statement execute function note_public_change();
create trigger public_change_by_insert after insert on footprint_form for each row
  when (new.accepted_at is not null) execute function note_public_change();
create trigger public_change_by_update after update on footprint_form for each row
  when (new.accepted_at is not null or old.accepted_at is not null) execute function note_public_change();
create trigger public_change_by_delete after delete on footprint_form for each row
  when (old.accepted_at is not null) execute function note_public_change();
