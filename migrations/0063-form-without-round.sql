-- A footprint may form before a round of planning is planned.
alter table footprint_form alter column round_id drop not null;
