"""Outlines: the grammar, the model, and the way from YAML to it."""
