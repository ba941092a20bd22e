"""Pure functions of a string: tokens, blocks, sentences, speech and case."""
