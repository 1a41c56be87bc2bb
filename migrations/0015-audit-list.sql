-- The trail read newest first, of everybody and of one person.
create index audit_event_at on audit_event (at, chain, sequence);
create index audit_event_person on audit_event (person_id, at, chain, sequence);
