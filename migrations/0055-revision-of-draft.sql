-- A draft that was sent or discarded leaves its revision behind, without its words: the next one goes on counting from there, so that
-- a window that knows the old one never takes the new one for it.
alter table private_draft alter column fields drop not null;
