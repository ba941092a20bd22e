"""Slips of grammar that need no parser."""
