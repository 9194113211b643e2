"""A JSON Schema of outlines, made of the grammar: editors complete keys and show what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting.draft import Move
from drafting.i18n import _
from drafting.outline import grammar
from drafting.outline.grammar import Holds, Key
from drafting.outline.model import Type

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}  # whatever it looks like, it is a text as typed
_NAME_PATTERN = "^[A-Za-z][A-Za-z0-9_]*$"


def json_schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "drafting outline",
        **_object(grammar.OUTLINE),
        "$defs": {
            "part": _object(grammar.PART),
            "question": {"anyOf": [{"type": "string"}, _object(grammar.QUESTION)]},
            "column": {"anyOf": [{"type": "string"}, _object(grammar.COLUMN)]},
        },
    }


def _object(keys: Mapping[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in keys.items() if key.required],
        "properties": {name: {"description": _(key.use), **_value(key.holds)} for name, key in keys.items()},
    }


def _value(holds: Holds) -> dict[str, Any]:
    match holds:
        case Holds.FLAG:
            return {"enum": [True, False, "是", "否", "yes", "no"]}
        case Holds.WHOLE:
            return {"type": "integer", "minimum": 0}
        case Holds.NAME:
            return {"type": "string", "pattern": _NAME_PATTERN}
        case Holds.TEXT | Holds.ENUMERATOR | Holds.EXPRESSION:
            return _TEXT
        case Holds.TEXTS | Holds.ENUMERATORS | Holds.WORDING:
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
        case Holds.MOVE:
            return {"enum": [move.value for move in Move]}
        case Holds.TYPE:
            return {"enum": [kind.value for kind in Type]}
        case Holds.QUESTIONS:
            return _named({"$ref": "#/$defs/question"})
        case Holds.COLUMNS:
            return _named({"$ref": "#/$defs/column"})
        case Holds.TEMPLATES:
            return _named({"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]})
        case Holds.PHRASES:
            return _named(_TEXT)
        case Holds.PARTS:
            return {"type": "array", "items": {"$ref": "#/$defs/part"}}


def _named(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": {"pattern": _NAME_PATTERN}, "additionalProperties": value}
