"""Habits of style that a beta reader may point out; these rules are off unless you select them."""
