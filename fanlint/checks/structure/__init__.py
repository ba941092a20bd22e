"""The parts of a draft and their order."""
