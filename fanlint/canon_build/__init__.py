"""Builds a canon from a fandom's wiki: its API, a dump of it, or saved pages."""
