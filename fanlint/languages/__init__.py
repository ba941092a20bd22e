"""What we know of languages other than English: their marks, their forms, and words out of pyspellchecker."""

ENGLISH = "en"  # the code of the language that has data of its own
