-- The document of a signed assessment is read by everybody, without what is sealed in it.
create trigger public_change after insert or update or delete or truncate on assessment_document
  for each statement execute function note_public_change();
