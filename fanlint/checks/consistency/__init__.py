"""Places where a story departs from its own usual way of writing."""
