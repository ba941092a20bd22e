"""Names and terms of the fandom."""
