"""What is known of languages: English in ``en``, others through pyspellchecker and a description of each."""

ENGLISH = "en"  # the code of the language that has data of its own
