"""drafting: from facts to a speech, and the speech kept right while facts change."""

__version__ = "0.1.0"
