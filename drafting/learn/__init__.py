"""Old speeches: lines of a file -> speeches (clean, split, recognise).

`recognise` takes text or lines. Files are read by `drafting.reading.read_speeches`, which stands above the rooms: it
knows Word, web pages and encodings.
"""

from drafting.learn.model import Found, Line, Removed, Speech
from drafting.learn.recognise import FAMILIES, recognise

__all__ = ["FAMILIES", "Found", "Line", "Removed", "Speech", "recognise"]
