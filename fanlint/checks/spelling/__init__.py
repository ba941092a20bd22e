"""Words that are none, and words run together or torn apart."""
