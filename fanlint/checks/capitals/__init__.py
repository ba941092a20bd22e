"""Capital letters and lower-case letters."""
