"""sulist: an official list of major matters as one checked YAML file, and the questions asked of it."""

__version__ = "0.1.0"
