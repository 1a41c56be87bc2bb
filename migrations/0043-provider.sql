-- A session opened by another service that vouches for the person: whether that was more than a password, its operator knows.
alter table session add column by_provider boolean not null default false;
