"""Help pages: how they are laid out, and an example on each."""
