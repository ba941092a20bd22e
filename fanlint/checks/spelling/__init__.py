"""Misspelt words, missing spaces and spaces in the wrong place."""
