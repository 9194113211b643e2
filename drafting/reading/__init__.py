"""Old speeches from files of any kind: Word, WPS, text in the usual encodings, web pages."""

from drafting.reading.files import read_speeches

__all__ = ["read_speeches"]
