"""The year after the list was printed: the journal of what was reported, and what follows from it.

The road of the data: the list and the journal's lines (``journal``) → records (``record``) → what
stands of them (``standing_records``) → each item's standing at a day (``states``), at ``as_of`` by
the days that reports speak of, and at ``known_by`` by the days they were written → lights, ledger,
owing, counts. All of it is pure but ``appending``, which writes; the list itself is never touched.
"""
