"""Rules written in Python; a rule's path is its name, and no rule imports another."""
