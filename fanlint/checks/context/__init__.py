"""Wrong, missing and extra words that only the words around them reveal."""
