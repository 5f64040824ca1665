"""Pages made of answers. The document's own terms (牵头单位 …) stay as they are printed."""
