-- Keeping the periods of one organisation apart is most of the work of bringing in a large file: a GiST index finds its place for a
-- text slowly, and the more slowly the more texts there are. For a number it is quick, so a hash of the text goes first. What
-- is kept apart is as before, since equal texts have equal hashes.
alter table organisation_record
  drop constraint organisation_record_code_valid_excl,
  add constraint organisation_record_one_at_a_time
    exclude using gist (hashtextextended(code, 0) with =, code with =, valid with &&);

alter table organisation_relation
  drop constraint organisation_relation_organisation_id_valid_excl,
  drop constraint organisation_relation_organisation_id_kind_related_code_va_excl,
  add constraint organisation_relation_one_commissioner
    exclude using gist (hashtextextended(organisation_id, 0) with =, organisation_id with =, valid with &&)
    where (kind = 'commissioned-by'),
  add constraint organisation_relation_one_at_a_time
    exclude using gist (hashtextextended(organisation_id, 0) with =, organisation_id with =, kind with =, related_code with =,
      valid with &&) where (kind <> 'commissioned-by');
