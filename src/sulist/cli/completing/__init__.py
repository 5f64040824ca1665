"""Words completed by the shell."""
