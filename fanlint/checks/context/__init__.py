"""Real words in the wrong place."""
