"""The map component in a real browser."""
