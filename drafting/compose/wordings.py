"""Several ways to say a joint, and which of them is taken.

{% wording %} one way {% or %} another {% or for "鼓动" %} one for a tone only {% endwording %}
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

CHOOSE = "_choose"
Pick = Callable[[str, str, int], int]
"""Which way is taken: from the key of the block, the number of the wording, and how many ways there are."""

TONE = "tone"  # the question whose answer the `for` of a way is held against
_INNER = ("name:or", "name:endwording")
_STEPS = 2  # of the name of a template that outlines share: the move, and what it is called


class WordingTag(Extension):
    """Makes `{% wording %}` a choice among its ways by the chooser of the block that is being worded."""

    tags = {"wording"}  # noqa: RUF012 - Jinja's own way

    def parse(self, parser: Parser) -> nodes.Node:
        """The choice as a chain of conditions. It is numbered by its place among the wordings of its template."""
        line = next(parser.stream).lineno
        number = getattr(parser, "wordings", 0)
        parser.wordings = number + 1  # type: ignore[attr-defined]
        tones, bodies = [self._tone(parser)], [self._body(parser)]
        while parser.stream.current.test("name:or"):
            next(parser.stream)
            tones.append(self._tone(parser))
            bodies.append(self._body(parser))
        next(parser.stream)
        name = without_folder(parser.name or "", getattr(self.environment, "own_folder", ""))
        chosen = nodes.Call(
            nodes.Name(CHOOSE, "load"),
            [nodes.Const(f"{name}:{number}"), nodes.Const(tuple(tones))],
            [],
            None,
            None,
        )
        branch: list[nodes.Node] = bodies[-1]
        for way in range(len(bodies) - 2, -1, -1):
            test = nodes.Compare(chosen, [nodes.Operand("eq", nodes.Const(way))])
            branch = [nodes.If(test, bodies[way], [], branch)]
        for node in branch:
            node.set_lineno(line, override=False)
        return nodes.Scope(branch).set_lineno(line, override=False)

    def _tone(self, parser: Parser) -> str:
        """The tone after `for`, "" where none is named; leaves the parser behind the tag."""
        tone = ""
        if parser.stream.skip_if("name:for"):
            tone = parser.stream.expect("string").value
        parser.stream.expect("block_end")
        return tone

    def _body(self, parser: Parser) -> list[nodes.Node]:
        """What stands up to the next `or` or `endwording`; leaves the parser at that word."""
        return list(parser.subparse(end_tokens=_INNER))


def without_folder(name: str, own: str) -> str:
    """The name of a template without the folder in which one outline keeps its wording: a copy of an outline takes
    the same ways. own: the name of the outline, whose folder is called so; that of another one is told by its depth.
    """
    return "/".join(name.removeprefix(f"{own}/").split("/")[-_STEPS:])


def by_seed(seed: int, reword: Mapping[str, int]) -> Pick:
    """The choice by key and seed alone. reword: how many wordings further the person asked to go, by key."""

    def pick(key: str, number: str, ways: int) -> int:
        mark = hashlib.blake2b(f"{seed}|{key}|{number}".encode(), digest_size=4)
        return (int.from_bytes(mark.digest(), "big") + reword.get(key, 0)) % ways

    return pick


class Chooser(NamedTuple):
    """Chooses for one block.

    tone: ways for other tones are passed over. choices: where it notes, by key, how many ways there were.
    """

    key: str
    tone: str
    pick: Pick
    choices: dict[str, int]

    def __call__(self, number: str, tones: Sequence[str]) -> int:
        """Which of the ways is taken: those for the draft's tone and those for every tone, in turn."""
        fitting = [way for way, tone in enumerate(tones) if tone in ("", self.tone)] or list(range(len(tones)))
        self.choices[self.key] = max(len(fitting), self.choices.get(self.key, 0))
        return fitting[self.pick(self.key, number, len(fitting))]


def as_template(ways: Sequence[str]) -> str:
    """Several ways written in YAML as the template that chooses among them."""
    if len(ways) == 1:
        return ways[0]
    return "{% wording %}" + "{% or %}".join(ways) + "{% endwording %}"
