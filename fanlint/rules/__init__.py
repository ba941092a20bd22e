"""What a rule is, the mechanisms that several rules share, and the catalog of all rules."""
