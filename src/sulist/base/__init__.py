"""What knows nothing of lists: text, signs, languages, files, errors, and how a start stays quick."""

__version__ = "0.1.0"
