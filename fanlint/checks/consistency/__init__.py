"""One story, one way of writing it: whatever most of it does, the rest is asked to do as well."""
