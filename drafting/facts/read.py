"""From a facts file to Facts: checked against the outline, every fault with its place and its question."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import replace
from typing import Any

from drafting.enumerating import Chosen, read_enumerators
from drafting.errors import Fault, following
from drafting.facts.model import NOTHING, Blank, Facts, OwnWords, Row, Value
from drafting.facts.values import MisfitError, read_value
from drafting.i18n import _
from drafting.outline.grammar import SETTINGS
from drafting.outline.model import Outline, Question, Type
from drafting.outline.numbered import not_numbered
from drafting.yamlcheck import Checker
from drafting.yamlfile import Mapping, Node, Place, Scalar, Sequence

_WORDS = (Type.TEXT, Type.LONG)


def outline_name(node: Node, file: str) -> tuple[str, Place]:
    """The name of the outline that a facts file is for, and where it stands; "" if it names none."""
    found = node.get("outline") if isinstance(node, Mapping) else None
    if isinstance(found, Scalar) and not found.empty:
        return found.text.strip(), found.place
    return "", Place(file, 1, 1)


def read_facts(node: Node, outline: Outline) -> tuple[Facts, list[Fault]]:
    """The facts in a YAML document, and every fault found in them."""
    reader = _FactsReader(outline)
    facts = reader.facts(node)
    return facts, reader.faults


def words_instead(column: Question, table: Question, row: int) -> str:
    """Said behind a fault of a date in a row: which column of it takes the same in words; "" if none does."""
    other = next((one for one in table.columns if one.type in _WORDS and column.ask in one.ask), None)
    if other is None:
        return ""
    hint = _("In row {n} of {table} it can be said in words instead: {key} ({ask}).")
    return following(hint.format(n=row, table=table.key, key=other.key, ask=other.ask))


def plain(node: Node) -> Any:
    """A node as texts, lists and mappings; None where nothing was written."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


class _FactsReader(Checker):
    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline

    def facts(self, node: Node) -> Facts:
        mapping = self.mapping(node, _("the facts file"))
        self.known(mapping, [*SETTINGS, *(q.key for q in self._outline.questions)], _("the facts file"))
        answers = {}
        for question in self._outline.questions:
            given = mapping.get(question.key)
            value = self._answer(given, question) if given is not None else None
            if value is not None:
                answers[question.key] = value
        return Facts(
            outline=outline_name(mapping, mapping.place.file)[0],
            answers=answers,
            house=self._setting(mapping, "house"),
            layout=self._setting(mapping, "layout"),
            seed=self._number(mapping, "seed"),
            reword=self._reword(mapping.get("reword")),
            own_words=self._own_words(mapping.get("own_words")),
            enumerators=self._enumerators(mapping.get("enumerators")),
            raw=plain(mapping),
            layout_place=layout.place if (layout := mapping.get("layout")) else None,
        )

    def _setting(self, mapping: Mapping, key: str) -> str:
        node = mapping.get(key)
        return self.text(node, key) if node is not None else ""

    def _number(self, mapping: Mapping, key: str) -> int:
        node = mapping.get(key)
        return self.whole(node, key) if node is not None else 0

    def _reword(self, node: Node | None) -> Map[str, int]:
        if node is None:
            return {}
        entries = self.mapping(node, "reword").entries
        return {key.text: self.whole(value, f"reword: {key.text}") for key, value in entries}

    def _own_words(self, node: Node | None) -> tuple[OwnWords, ...]:
        if node is None:
            return ()
        paragraphs = []
        for item in self.items(node, "own_words"):
            mapping = self.mapping(item, "own_words")
            self.known(mapping, ("after", "before", "text"), "own_words")
            text = mapping.get("text")
            anchors = [(key.text, value) for key, value in mapping.entries if key.text in ("after", "before")]
            if text is None or len(anchors) != 1 or not self.text(anchors[0][1], anchors[0][0]):
                self.fault(item.place, _("own_words: write “text” and either “after” or “before” with a block."))
                continue
            words = self._value(text, Question("own_words", "text", text.place, Type.LONG))
            if isinstance(words, str) and words:
                side, anchor = anchors[0]
                paragraphs.append(OwnWords(words, self.text(anchor, side), side == "after", text.place))
        return tuple(paragraphs)

    def _enumerators(self, node: Node | None) -> Map[str, Chosen]:
        chosen = read_enumerators(self, node)
        for key, one in chosen.items():
            if wrong := not_numbered(self._outline, key):
                self.fault(one.key_place, wrong)
        return chosen

    def _answer(self, node: Node, question: Question) -> Value | None:
        """The answer to a question; None where nothing was written, empty where 无 is said of what may be left out."""
        value = self._value(node, question)
        if question.required:
            return value
        if question.type is Type.LIST and isinstance(value, tuple) and len(value) == 1 and value[0] in NOTHING:
            return ()
        return "" if question.type in _WORDS and isinstance(value, str) and value in NOTHING else value

    def _value(self, node: Node, question: Question) -> Value | None:
        """The answer in a node; None where nothing was written."""
        if isinstance(node, Scalar) and (node.empty or not node.text.strip()):
            return None
        if question.type is Type.LIST:
            return self._list(node, question)
        if question.type is Type.TABLE:
            return self._table(node, question)
        return self._scalar(node, question)

    def _scalar(self, node: Node, question: Question) -> Value | None:
        if not isinstance(node, Scalar):
            self._misfit(node, question, _("found a list or keys, expected one value"))
            return None
        try:
            return read_value(node.text, question)
        except MisfitError as misfit:
            self._misfit(node, question, str(misfit))
            return None

    def _list(self, node: Node, question: Question) -> Value | None:
        if isinstance(node, Mapping):
            self._misfit(node, question, _("found keys, expected a list (lines that begin with “- ”)"))
            return None
        entries = tuple(self._entry(item, question) for item in self.items(node, question.ask))
        self._check_length(node, question, len(entries))
        return entries

    def _entry(self, node: Node, question: Question) -> Value:
        value = self._value(node, Question(question.key, question.ask, question.place, Type.LONG))
        return Blank() if value is None else value

    def _table(self, node: Node, question: Question) -> Value | None:
        if not isinstance(node, Sequence):
            self._misfit(node, question, _("found no list, expected a table: each row begins with “- ”"))
            return None
        self._check_length(node, question, len(node.items))
        return tuple(self._row(item, question, number) for number, item in enumerate(node.items, 1))

    def _row(self, node: Node, question: Question, number: int) -> Row:
        if isinstance(node, Scalar) and node.empty:
            return Row({})
        if not isinstance(node, Mapping):
            columns = ", ".join(column.key for column in question.columns)
            self._misfit(node, question, _("a row is made of “column: value”; columns: {all}").format(all=columns))
            return Row({})
        self.known(node, [column.key for column in question.columns], _("a row of “{ask}”").format(ask=question.ask))
        cells = {}
        for column in question.columns:
            given = node.get(column.key)
            told = len(self.faults)
            value = self._answer(given, column) if given is not None else None
            if value is not None:
                cells[column.key] = value
            elif column.type is Type.DATE and len(self.faults) > told:
                self._hint_at_words(column, question, number)
        return Row(cells)

    def _hint_at_words(self, column: Question, table: Question, row: int) -> None:
        """Add to the last fault, of a date in a row, which column of the row takes the same in words, if one does."""
        if hint := words_instead(column, table, row):
            self.faults[-1] = replace(self.faults[-1], message=self.faults[-1].message + hint)

    def _check_length(self, node: Node, question: Question, length: int) -> None:
        if length == 0 and not (question.required and question.at_least):
            return  # an empty list is a decision: there are none
        if length < max(question.at_least, 1):
            least = max(question.at_least, 1)
            message = _("found {n} entries, expected at least {least}")
            self._misfit(node, question, message.format(n=length, least=least))
        if question.at_most is not None and length > question.at_most:
            message = _("found {n} entries, expected at most {most}")
            self._misfit(node, question, message.format(n=length, most=question.at_most))

    def _misfit(self, node: Node, question: Question, why: str) -> None:
        self.fault(node.place, _("{key} ({ask}): {why}.").format(key=question.key, ask=question.ask, why=why))
