-- Who gave a role, until when it is given, and who ended it and why. Of grants from before nobody knows more than their times.
alter table role_grant
  add column granted_by text references person,
  add column ends_at timestamptz,
  add column ended_by text references person,
  add column end_reason text not null default '' check (length(end_reason) <= 1000),
  add check (ended_at is not null or (ended_by is null and end_reason = ''));

-- A grant is over on its day, whether or not anybody looks.
create or replace view role_grant_in_force as
select role_grant.role_grant_id, role_grant.person_id, role_grant.role, role_grant.scope_kind, role_grant.scope_id, role_grant.granted_at,
       role_grant.ends_at
from role_grant join person on person.id = role_grant.person_id
where role_grant.ended_at is null
  and (role_grant.ends_at is null or role_grant.ends_at > now())
  and (not person.is_persona or exists (select from database_mode where database_mode.mode = 'demonstration'));

-- Who holds a role for a place.
create index role_grant_scope on role_grant (scope_kind, scope_id);

-- When somebody last asked for anything, to the minute; kept when their session is gone.
alter table person add column last_seen_at timestamptz;
update person set last_seen_at = seen.at
from (select session.person_id, max(session.updated_at) as at from session group by session.person_id) as seen
where seen.person_id = person.id;
