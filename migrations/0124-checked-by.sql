-- Who has checked what a moderation came to: those who look after the organisation, peers of others who were invited, or both.
alter table moderation_outcome
  add column checked_by text not null default 'programme' check (checked_by in ('programme', 'peers', 'both'));
