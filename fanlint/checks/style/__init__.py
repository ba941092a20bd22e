"""Habits of style that a beta reader may count for a writer; off unless asked for."""
