"""Answers: each a page, data and records, made only in the form that is asked for."""
