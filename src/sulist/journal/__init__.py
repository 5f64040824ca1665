"""The journal's lines to records and back: what was reported, and how it is kept."""
