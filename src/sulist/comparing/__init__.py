"""Two lists compared: ``likeness`` pairs their items by text, ``changes`` says what differs."""
