"""Runs rules over a draft, decides which of their findings hold, and applies fixes."""
