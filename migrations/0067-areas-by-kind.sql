-- An area is found by its kind as well, as people name it: "essex icb", "london region".
update search_entry set document = search_entry.document || array_to_tsvector(array[area_latest.kind])
from area cross join lateral area_latest(area.area_id)
where search_entry.area_id = area.area_id;

insert into search_word (word, rank)
select distinct area_record.kind, 0 from area_record
on conflict (word) do update set rank = excluded.rank where excluded.rank < search_word.rank;
