"""A Word file that is there already is brought up to date: nothing by hand is lost, every changed fact arrives.

`update` does it. The other modules are what a single merge does not see: where the file comes from, what stayed of
earlier runs, what waits for somebody, what people put on paragraphs besides words, and how all this is told.
"""

from drafting.updating.origin import is_same_speech
from drafting.updating.refusals import refuse_changed, refuse_locked
from drafting.updating.stages import Wish
from drafting.updating.update import Update, adoptable, is_settled, remembered, update

__all__ = [
    "Update",
    "Wish",
    "adoptable",
    "is_same_speech",
    "is_settled",
    "refuse_changed",
    "refuse_locked",
    "remembered",
    "update",
]
