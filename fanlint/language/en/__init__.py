"""English: its words, how they are formed and spelled, and which belong together."""
