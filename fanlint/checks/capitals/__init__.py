"""Capitals and small letters."""
