"""A person's words as a template that says just them."""

from __future__ import annotations

import json
import re

_BREAKS = re.compile("[{\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_ENDS = re.compile(r"\A\s+|\s+\Z")


def literal(text: str) -> str:
    """The template that prints `text`, one line, to the letter: braces begin no tag, line ends in it stay."""
    return _BREAKS.sub(lambda found: constant(found.group()), text)


def paragraph(template: str) -> str:
    """A template that is a whole paragraph: white space at its ends, which the reader of outlines takes off, stays."""
    return _ENDS.sub(lambda found: constant(found.group()), template)


def stands_alone(template: str) -> bool:
    """Whether a paragraph must be a text of its own: beside a paragraph break, printed blanks are layout and vanish."""
    return template.startswith('{{ "') or template.endswith('" }}')


def constant(text: str) -> str:
    """A tag that prints `text`."""
    return "{{ " + json.dumps(text) + " }}"


def named(name: str) -> str:
    """A tag that prints an answer."""
    return "{{ " + name + " }}"


def optional(name: str, mark: str = "", behind: str = "") -> str:
    """A tag that prints an answer, and nothing where none was given. name: its key, and a filter behind it.

    mark, behind: stand before the answer and behind it where there is one.
    """
    return "{% if " + name.partition("|")[0] + " %}" + mark + named(name) + behind + "{% endif %}"


def joined(key: str, mark: str) -> str:
    """Tags that print the entries of a list with a mark between them."""
    return f"{{% for entry in {key} %}}{{{{ entry }}}}{{% if not loop.last %}}{mark}{{% endif %}}{{% endfor %}}"


def quoted(name: str) -> str:
    """A name as a text in an expression."""
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"
