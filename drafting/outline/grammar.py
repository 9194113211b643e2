"""The grammar of outlines as data: which keys there are, what each holds, what it is for.

The reader, the list of unknown keys and the JSON Schema all follow these tables; a new key is added here first.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from drafting.i18n import N_


class Holds(StrEnum):
    """What stands under a key."""

    TEXT = "text"
    TEXTS = "texts"  # a list of texts
    NAME = "name"  # letters, digits, _
    FLAG = "flag"  # true or false
    WHOLE = "whole"  # a whole number
    EXPRESSION = "expression"
    WORDING = "wording"  # a template, or a list of them: several ways
    ENUMERATOR = "enumerator"
    ENUMERATORS = "enumerators"
    MOVE = "move"
    TYPE = "type"
    QUESTIONS = "questions"
    COLUMNS = "columns"
    PARTS = "parts"
    TEMPLATES = "templates"  # name -> template
    PHRASES = "phrases"  # name -> what it is


class Key(NamedTuple):
    """A key of the grammar: what it holds, what it is for, whether it must stand."""

    holds: Holds
    use: str
    required: bool = False


OUTLINE: Mapping[str, Key] = {
    "title": Key(Holds.TEXT, N_("The name of this kind of speech."), required=True),
    "use": Key(Holds.TEXT, N_("When it is used, in one line.")),
    "seeds": Key(Holds.TEXTS, N_("The studied speeches in which the pattern was seen.")),
    "numbering": Key(Holds.ENUMERATORS, N_("Enumerators of depth 1, 2, 3 …, each written as its first marker.")),
    "tidy": Key(Holds.FLAG, N_("false: leave punctuation exactly as it was typed (default true).")),
    "phrases": Key(Holds.PHRASES, N_("Standing phrases of the house file that the wording uses, and what each is.")),
    "questions": Key(Holds.QUESTIONS, N_("What the questionnaire asks, in order.")),
    "computed": Key(Holds.TEMPLATES, N_("Values derived from answers, so that nothing is asked twice.")),
    "parts": Key(Holds.PARTS, N_("The speech, in reading order."), required=True),
}

COLUMN: Mapping[str, Key] = {
    "ask": Key(Holds.TEXT, N_("The wording of the question."), required=True),
    "type": Key(Holds.TYPE, N_("The type of the answer (default text).")),
    "help": Key(Holds.TEXT, N_("A line of help.")),
    "example": Key(Holds.TEXT, N_("An answer of the right weight.")),
    "required": Key(Holds.FLAG, N_("Without this answer the draft always shows a gap.")),
    "unit": Key(Holds.TEXT, N_("The unit of a number.")),
    "choices": Key(Holds.TEXTS, N_("What may be chosen.")),
    "at_least": Key(Holds.WHOLE, N_("The fewest entries of a list or table.")),
    "at_most": Key(Holds.WHOLE, N_("The most entries of a list or table.")),
}

QUESTION: Mapping[str, Key] = {
    **COLUMN,
    "group": Key(Holds.TEXT, N_("Heads this question and those after it.")),
    "when": Key(Holds.EXPRESSION, N_("The question is asked, and its answer used, only if this holds.")),
    "default": Key(Holds.TEXT, N_("What holds if nothing is answered.")),
    "columns": Key(Holds.COLUMNS, N_("The columns of a table.")),
}

PART: Mapping[str, Key] = {
    "move": Key(Holds.MOVE, N_("The rhetorical job of the passage; sub-parts take it over.")),
    "key": Key(Holds.NAME, N_("A stable name of the part.")),
    "when": Key(Holds.EXPRESSION, N_("The part stands only if this holds.")),
    "each": Key(Holds.EXPRESSION, N_("The part is repeated for each entry of this list or table.")),
    "as": Key(Holds.NAME, N_("A name for the entry of `each`.")),
    "number": Key(Holds.ENUMERATOR, N_("The enumerator as its first marker; `none`, or `auto` for the default.")),
    "numbering": Key(Holds.ENUMERATORS, N_("Enumerators of the levels below this part.")),
    "heading": Key(Holds.WORDING, N_("A heading on a line of its own.")),
    "lead": Key(Holds.WORDING, N_("A heading run into the text.")),
    "text": Key(Holds.WORDING, N_("The passage; a blank line parts paragraphs.")),
    "template": Key(Holds.TEXT, N_("A file of templates/ that words the passage, without its ending.")),
    "inline": Key(Holds.FLAG, N_("The passage runs on in the paragraph before it.")),
    "apart": Key(Holds.FLAG, N_("An inline list begins a paragraph of its own.")),
    "between": Key(Holds.TEXT, N_("The mark between the entries of an inline list (default 。).")),
    "items": Key(Holds.EXPRESSION, N_("Short for a last sub-part that repeats over this list of texts.")),
    "parts": Key(Holds.PARTS, N_("Sub-parts.")),
}

# Keys of a facts file beside the answers.
SETTINGS = ("outline", "house", "layout", "seed", "reword", "own_words", "enumerators")
NAMES_GIVEN = ("house", "item", "loop", "points", "below", "beside")  # what templates know without asking
_JINJA = ("true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else")
_OWN_OF_JINJA = ("self", "super", "caller", "varargs", "kwargs")
RESERVED = frozenset((*SETTINGS, *NAMES_GIVEN, *_JINJA, *_OWN_OF_JINJA))
