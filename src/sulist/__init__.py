"""sulist: an official list of major matters as one checked YAML file, and the questions asked of it."""

from sulist.base.version import __version__

__all__ = ["__version__"]
