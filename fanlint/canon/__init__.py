"""What is known of a fandom: characters, terms and how people address one another."""
