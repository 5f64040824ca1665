"""Answers as values: every state, count, delay and date that is told is worked out here, once. Pure."""
