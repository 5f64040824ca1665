"""Answers for the eye: blocks of text and tables, and the terminal that shows them."""
