"""Facts: the user's answers, a YAML file the user owns."""
