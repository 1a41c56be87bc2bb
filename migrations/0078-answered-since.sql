-- A round is answered since its first answer was given. Where answers came whole, all at once, the day on which they came stood here.
alter table round_instrument disable trigger round_instrument_is_append_only;
update round_instrument set asked_since = begun.at
from (select round_id, min(created_at) as at from assessment group by round_id) as begun
where begun.round_id = round_instrument.round_id and begun.at < round_instrument.asked_since;
alter table round_instrument enable trigger round_instrument_is_append_only;
