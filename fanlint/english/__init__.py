"""English as fanlint knows it: the lexicon, the suggester, and forms that need no dictionary."""
