"""Tables of answers in, answers without names by touchpoint out, and what of them may be counted for everybody to see.

All of it works on the private side: no page, book or rule may ask this room, only the months that it counts.
"""
