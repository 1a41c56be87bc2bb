-- Whoever runs the service can decide beforehand, by `ldr import ods --reopen`: they are no person of the service.
alter table contradiction_decision alter column decided_by drop not null;
