"""What is known of each language that has no data of its own."""
