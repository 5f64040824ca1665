"""A second reading of a list and its year, to hold sulist against: written from the meanings, not from its code.

It reads the list's YAML and the journal's lines, folds the records in its own way and counts days by itself; nothing
in it imports sulist or dateutil. It knows the deadlines, cells and records that its own ``making`` and ``varying``
write and those of ``tests/lists``, and no others. ``civil`` counts days, ``phrases`` reads deadlines, ``who`` reads
units, ``people`` names, ``papers`` the two files; ``folding`` says what an item is on a day, ``lamps`` its light;
``asking`` answers questions of items, ``sums`` those that count; ``naming`` says what is typed for a period.
"""
