"""From an old speech to the outline and the facts that give it back."""
