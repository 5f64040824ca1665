"""Answers in every form: what ``view`` makes for people beside what ``contract`` says to programs."""
