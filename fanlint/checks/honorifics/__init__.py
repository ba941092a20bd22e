"""-san, -kun, -sensei and their kin."""
