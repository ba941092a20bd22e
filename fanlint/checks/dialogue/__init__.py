"""Punctuation, spaces and capital letters around speech."""
