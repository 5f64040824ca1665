"""What is refused of a command line, and what to type instead; loaded only where something is refused."""
