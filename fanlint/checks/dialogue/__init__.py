"""Marks, spaces and capitals around speech."""
