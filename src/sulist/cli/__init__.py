"""The command line: a file a command, each to load, ask, show and exit. Nothing imports it."""
