-- An area may have the cell of one that it came after, and each kind of area has a map of its own: what may not share a cell on one
-- day is looked at when the facts are read.
alter table area_hexagon drop constraint area_hexagon_hex_column_hex_row_key;
