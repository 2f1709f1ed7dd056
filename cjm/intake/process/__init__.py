"""A drawn process, whatever it was drawn with, in; the journeys that it tells of out."""
