-- Which programme the database is of: said once, at the first start. What is stored names the rounds, questions and parts of its pack.
create table database_programme (
  -- One row at most.
  is_only boolean primary key default true check (is_only),
  programme_id text not null check (programme_id <> ''),
  title text not null,
  decided_at timestamptz not null
);
create trigger database_programme_is_append_only before update or delete on database_programme
  for each row execute function refuse_change();

-- What was started by an earlier version, which knew no other programme. Facts are loaded at every start, before anything else.
insert into database_programme (programme_id, title, decided_at)
select 'england-ldr', 'Local Digital Roadmaps, England 2015 to 2017', now()
where exists (select from reference_load);
