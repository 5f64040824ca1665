"""What is asked of what, on which day, and which items answer it. Pure."""
