"""Documents to grids: one module a format."""
