"""Spaces and marks outside speech."""
