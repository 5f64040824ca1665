"""items.yaml to a list: text, nodes, cells, checks, and the list that has passed them."""
