"""What we know of languages other than English: their marks, their forms, and words out of pyspellchecker."""
