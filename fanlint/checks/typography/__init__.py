"""Spacing, punctuation marks, hyphens and apostrophes."""
