"""A Handbook in, its site on disk out: built, served while one writes, packed to be handed over; and its book."""
