-- The link by which the first administrator of a real service makes their account. There is one at a time: a newer one takes its
-- place, and using it takes it away.
create table set_up_link (
  is_only boolean primary key default true check (is_only),
  -- SHA-256 of the token: whoever reads the table learns no link.
  token_digest text not null check (length(token_digest) = 43),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at)
);
