-- Whether this database holds a demonstration or real data: said once, at the first start, before anything else is written.
create table database_mode (
  -- One row at most.
  is_only boolean primary key default true check (is_only),
  mode text not null check (mode in ('demonstration', 'real')),
  -- By what it was decided: what was asked of an empty database, what it held already, or whoever runs it.
  decided_by text not null check (decided_by in ('asked', 'content', 'operator')),
  decided_at timestamptz not null
);
create trigger database_mode_is_append_only before update or delete on database_mode for each row execute function refuse_change();

-- The grants that let somebody do something. Those of an invented person do so in a demonstration and nowhere else, however
-- such a person came into the database.
create view role_grant_in_force as
select role_grant.role_grant_id, role_grant.person_id, role_grant.role, role_grant.scope_kind, role_grant.scope_id, role_grant.granted_at
from role_grant join person on person.id = role_grant.person_id
where role_grant.ended_at is null
  and (not person.is_persona or exists (select from database_mode where database_mode.mode = 'demonstration'));
