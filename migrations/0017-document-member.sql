-- Whom a frozen document names. A document knows organisations by code; a code may be given to another organisation later, so the key
-- that it stood for is kept beside the document, and stays when the directory changes.
create table document_member (
  version_id uuid not null references roadmap_version,
  digest text not null,
  organisation_id text not null references organisation,
  -- As the document has it.
  code text not null,
  primary key (version_id, digest, organisation_id),
  unique (version_id, digest, code)
);

-- Documents frozen before this table: of several organisations that had a code, the one that was in the footprint, decided on this very
-- document, or had the code last.
with document as (
  select roadmap_version.version_id, roadmap_version.digest, roadmap_version.document, roadmap.footprint_id
  from roadmap_version join roadmap on roadmap.roadmap_id = roadmap_version.roadmap_id
  where roadmap_version.document is not null
  union all
  select withdrawn_document.version_id, withdrawn_document.digest, withdrawn_document.document, roadmap.footprint_id
  from withdrawn_document
  join roadmap_version on roadmap_version.version_id = withdrawn_document.version_id
  join roadmap on roadmap.roadmap_id = roadmap_version.roadmap_id
), named as (
  select distinct document.version_id, document.digest, document.footprint_id, member ->> 'code' as code
  from document cross join jsonb_array_elements(document.document -> 'members') as member
)
insert into document_member (version_id, digest, organisation_id, code)
select distinct on (named.version_id, named.digest, named.code)
       named.version_id, named.digest, organisation.organisation_id, named.code
from named join organisation on organisation.code = named.code
left join lateral organisation_latest(organisation.organisation_id) as latest on true
order by named.version_id, named.digest, named.code,
  exists (select from membership
          where membership.area_id = named.footprint_id and membership.organisation_id = organisation.organisation_id) desc,
  exists (select from endorsement
          where endorsement.version_id = named.version_id and endorsement.digest = named.digest
            and endorsement.organisation_id = organisation.organisation_id) desc,
  lower(latest.valid) desc nulls last;

create trigger document_member_is_append_only before update or delete on document_member
  for each row execute function refuse_change();

-- Nobody endorses a document that does not name them. Not checked for what was recorded before: such a decision stays on record and
-- counts for nothing.
alter table endorsement add constraint endorsement_by_a_named_member
  foreign key (version_id, digest, organisation_id) references document_member (version_id, digest, organisation_id) not valid;
