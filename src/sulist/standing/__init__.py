"""Records to what an item is at a day: its state, its dates, its light. Pure, but for the settings' files."""
