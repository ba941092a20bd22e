"""Grammatical mistakes that can be found without parsing the sentence."""
