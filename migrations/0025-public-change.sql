-- What anybody may see is answered from memory until something public changes. Whoever changes a table that public pages or the
-- public API read says so on one channel; PostgreSQL passes it on at the moment of the commit, once for each transaction, to
-- everybody who listens, and to nobody when the transaction is rolled back. Which tables are public, and why others are not, is in
-- src/database/public-tables.ts.
create function note_public_change() returns trigger language plpgsql as $$
begin
  -- With the transaction's number, so that whoever hears of it on several connections knows it for one change.
  perform pg_notify('public_change', pg_current_xact_id()::text);
  return null;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'area', 'area_hexagon', 'area_link', 'area_record', 'boundary', 'boundary_set', 'clearance_withdrawal', 'document_member',
    'endorsement', 'exemplar', 'formation', 'membership', 'organisation', 'organisation_area', 'organisation_measure',
    'organisation_record', 'organisation_relation', 'publication', 'roadmap', 'roadmap_version', 'search_entry', 'search_word',
    'source', 'succession_event', 'succession_link', 'withdrawn_document', 'assessment_score'
  ] loop
    execute format('create trigger public_change after insert or update or delete or truncate on %I
      for each statement execute function note_public_change()', name);
  end loop;
end
$$;

-- Of an assessment only what was submitted is public: whoever begins one, or asks for its authorisation, changes no public page.
create trigger public_change after truncate on assessment for each statement execute function note_public_change();
create trigger public_change_by_insert after insert on assessment for each row
  when (new.submitted_at is not null) execute function note_public_change();
create trigger public_change_by_update after update on assessment for each row
  when (new.submitted_at is not null or old.submitted_at is not null) execute function note_public_change();
create trigger public_change_by_delete after delete on assessment for each row
  when (old.submitted_at is not null) execute function note_public_change();

-- Of a review only its days and its outcome are public, not the notes that are saved while it goes on.
create trigger public_change after insert or delete or truncate on review
  for each statement execute function note_public_change();
create trigger public_change_by_update after update on review for each row
  when ((new.version_id, new.started_at, new.outcome, new.decided_at)
    is distinct from (old.version_id, old.started_at, old.outcome, old.decided_at)) execute function note_public_change();
