"""The command line: a file a command, each to load, ask, show and exit. Nothing imports it."""

import gc

# A start makes 30,000 objects and no garbage to speak of: looking for it took a twentieth of its time.
gc.set_threshold(100_000)
