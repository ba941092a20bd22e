"""A story in numbers: counted in ``numbers``, shown by ``screen`` and ``record``."""
