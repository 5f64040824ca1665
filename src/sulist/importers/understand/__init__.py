"""Grids to drafts: what the rows and lines of a document mean."""
