"""A form as a spreadsheet that an office can send out: a sheet for the single answers and one for each table.

Marks that no one sees say what stands where, so that a form comes in again whatever was moved or renamed: the first
column and the first row of each sheet are hidden and hold keys, and a hidden sheet holds the form's identity.
"""

from __future__ import annotations

import io
import re

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from drafting.errors import Fault, UserError
from drafting.facts.edit import Raw
from drafting.i18n import _
from drafting.outline.model import Question, Type
from drafting.questionnaire.forms import looks, pages, wordings
from drafting.questionnaire.forms.cells import is_too_long, to_cell
from drafting.questionnaire.forms.making import readable
from drafting.questionnaire.forms.marks import FORM, Mark, sheet_mark
from drafting.questionnaire.forms.model import NONE_WORDS, Form

_SPARE_ROWS = 10
_ROWS_WITH_LISTS = 500  # drop-downs reach so far below the rows made ready
_CHUNK = 30_000
_WIDTHS = (5, 27, 29, 29, 48)
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31


def to_xlsx(form: Form) -> bytes:
    """The form as the bytes of an .xlsx; the same for the same form.

    Raises UserError for an answer that is longer than a cell can hold.
    """
    return _Builder(form).workbook()


class _Builder:
    def __init__(self, form: Form) -> None:
        self._form = form
        self._book = Workbook()
        self._names: set[str] = set()
        self._choices: list[tuple[str, ...]] = []

    def workbook(self) -> bytes:
        """The whole form."""
        looks.register(self._book)
        first = self._book.active
        assert isinstance(first, Worksheet)
        self._answers_sheet(first)
        for table in self._form.tables:
            self._table_sheet(self._book.create_sheet(), table)
        self._identity_sheet()
        self._book.properties.creator = "drafting"
        self._book.properties.title = f"{wordings.TITLE}：{self._form.speech}"
        target = io.BytesIO()
        self._book.save(target)
        return pages.packed(target.getvalue())

    # The sheet of single answers

    def _answers_sheet(self, sheet: Worksheet) -> None:
        self._begin(sheet, wordings.ANSWERS_SHEET, sheet_mark(), _WIDTHS)
        last = len(_WIDTHS) + 1
        due = readable(self._form.identity.due)
        pages.across(sheet, 2, last, wordings.TITLE, looks.TITLE)
        line = f"讲话：{self._form.speech}" + (f"　　报送期限：{due}" if due else "")
        pages.across(sheet, 3, last, line, looks.SUBTITLE)
        guide = wordings.how_to_fill(due, self._form.back_to, tables=bool(self._form.tables))
        pages.across(sheet, 4, last, guide, looks.GUIDE)
        pages.row(sheet, 5, [(text, looks.HEAD) for text in wordings.HEADER], Mark.HEAD)
        for at, mark in enumerate((*[Mark.OURS] * 4, Mark.ANSWER), 2):
            pages.put(sheet, 1, at, mark)
        row = self._about(sheet, 6)
        for number, question in enumerate(self._form.singles, 1):
            if question.group:
                pages.across(sheet, row, last, question.group, looks.GROUP)
                row += 1
            self._question(sheet, row, number, question)
            row += 1
        pages.finish(sheet, 5)

    def _about(self, sheet: Worksheet, row: int) -> int:
        """The questions about who answers; where the next row is."""
        unit = self._form.identity.unit
        pages.across(sheet, row, len(_WIDTHS) + 1, wordings.ABOUT_GROUP, looks.GROUP)
        for key, ask in wordings.ABOUT.items():
            row += 1
            known = unit if key == wordings.UNIT else ""
            ask = ask + (wordings.REQUIRED if key == wordings.UNIT else "")
            texts = [("", looks.NUMBER), (ask, looks.ASK), (wordings.ABOUT_HELP[key], looks.HELP), ("", looks.HELP)]
            pages.row(sheet, row, [*texts, (known, looks.HELP if known else looks.answer(Type.TEXT))], key)
        return row + 1

    def _question(self, sheet: Worksheet, row: int, number: int, question: Question) -> None:
        help_ = wordings.sentences(
            self._form.remarks.get(question.key, ""),
            question.help,
            wordings.kind_hint(question),
            wordings.default_hint(question),
            wordings.none_hint(question),
        )
        ask = question.ask + (wordings.REQUIRED if question.required else "")
        texts = [(str(number), looks.NUMBER), (ask, looks.ASK), (help_, looks.HELP), (question.example, looks.HELP)]
        pages.row(sheet, row, texts, question.key)
        column = len(_WIDTHS) + 1
        self._answer(sheet, row, column, question, self._form.known.get(question.key))
        self._drop_down(sheet, question, f"{get_column_letter(column)}{row}")

    # The sheet of a table

    def _table_sheet(self, sheet: Worksheet, table: Question) -> None:
        widths = (5, *looks.widths([column.type for column in table.columns]))
        self._begin(sheet, table.ask, sheet_mark(table.key), widths)
        last = len(widths) + 1
        who = self._form.who.get(table.key, "")
        pages.across(sheet, 2, last, table.ask + (wordings.REQUIRED if table.required else ""), looks.TITLE)
        guide = wordings.sentences(
            self._form.remarks.get(table.key, ""), table.help, wordings.how_many(table), wordings.none_hint(table)
        )
        pages.across(sheet, 3, last, guide, looks.GUIDE)
        heads = [column.ask + (wordings.REQUIRED if column.required else "") for column in table.columns]
        pages.row(sheet, 4, [(text, looks.HEAD) for text in ("序号", *heads)], Mark.HEAD)
        hints = [_column_hint(column, own=column.key == who) for column in table.columns]
        pages.row(sheet, 5, [("", looks.HINT), *((hint, looks.HINT) for hint in hints)], Mark.HINT)
        pages.put(sheet, 1, 2, Mark.OURS)
        for at, column in enumerate(table.columns, 3):
            pages.put(sheet, 1, at, column.key)
            pages.note(sheet, 4, at, wordings.sentences(column.ask, column.help, hints[at - 3]))
        self._rows(sheet, table)
        pages.finish(sheet, 5)

    def _rows(self, sheet: Worksheet, table: Question) -> None:
        """The rows that are known and as many empty ones as are likely to be needed."""
        known = self._form.known.get(table.key)
        rows: list[Raw] = (
            [{table.columns[0].key: NONE_WORDS[0]}] if known == [] else known if isinstance(known, list) else []
        )
        ready = max(table.at_most or len(rows) + _SPARE_ROWS, len(rows))
        for number in range(1, ready + 1):
            row, at = (rows[number - 1] if number <= len(rows) else {}), number + 5
            pages.put(sheet, at, 1, str(number))
            pages.put(sheet, at, 2, str(number), looks.NUMBER)
            for place, column in enumerate(table.columns, 3):
                self._answer(sheet, at, place, column, row.get(column.key) if isinstance(row, dict) else None)
        for place, column in enumerate(table.columns, 3):
            letter = get_column_letter(place)
            self._drop_down(sheet, column, f"{letter}6:{letter}{ready + 5 + _ROWS_WITH_LISTS}")
            pages.style(sheet.column_dimensions[letter], looks.answer(column.type))
        for letter in "AB":
            sheet.column_dimensions[letter].protection = looks.OPEN

    # What both have

    def _begin(self, sheet: Worksheet, title: str, mark: str, widths: tuple[float, ...]) -> None:
        sheet.title = self._free_name(title)
        pages.put(sheet, 1, 1, mark)
        sheet.row_dimensions[1].hidden = True
        sheet.column_dimensions["A"].hidden = True
        for number, width in enumerate(widths, 2):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def _free_name(self, title: str) -> str:
        """A name for a sheet, like the title, that the spreadsheet allows and that is not taken."""
        base = _NOT_IN_A_NAME.sub("", title).strip("' 　") or "表"
        for number in range(1, 1000):
            end = f"{number}" if number > 1 else ""
            name = base[: _LONGEST_NAME - len(end)] + end
            if name.lower() not in self._names and name.lower() != "history":
                break
        self._names.add(name.lower())
        return name

    def _answer(self, sheet: Worksheet, row: int, column: int, question: Question, known: Raw | None) -> None:
        value = to_cell(known, question) if known is not None else ""
        if isinstance(value, str) and is_too_long([value]):
            message = _("{key} ({ask}): the answer is too long for a cell of a spreadsheet; make the form as .yaml.")
            raise UserError(Fault(message.format(key=question.key, ask=question.ask)))
        pages.put(sheet, row, column, value, looks.answer(question.type))

    def _drop_down(self, sheet: Worksheet, question: Question, cells: str) -> None:
        if question.type is Type.YESNO:
            words: tuple[str, ...] = (wordings.YES, wordings.NO)
        elif question.type is Type.CHOICE:
            words = question.choices
        else:
            return
        rule = DataValidation(type="list", formula1=self._list_of(words), allow_blank=True, showDropDown=False)
        rule.error, rule.errorTitle, rule.showErrorMessage = "请从下拉列表中选一项。", "填写有误", True
        rule.add(cells)
        sheet.add_data_validation(rule)

    def _list_of(self, words: tuple[str, ...]) -> str:
        """The words of a drop-down: in the rule itself where it can hold them, else on the hidden sheet."""
        inline = ",".join(words)
        if len(inline) <= 200 and not any(mark in word for word in words for mark in ',"'):
            return f'"{inline}"'
        if words not in self._choices:
            self._choices.append(words)
        letter = get_column_letter(self._choices.index(words) + 2)
        return f"'{FORM}'!${letter}$1:${letter}${len(words)}"

    def _identity_sheet(self) -> None:
        sheet = self._book.create_sheet(FORM)
        sheet.sheet_state = "hidden"
        text = self._form.identity.to_json()
        pages.put(sheet, 1, 1, sheet_mark(FORM))
        for number, start in enumerate(range(0, len(text), _CHUNK), 2):
            pages.put(sheet, number, 1, text[start : start + _CHUNK])
        for column, words in enumerate(self._choices, 2):
            for row, word in enumerate(words, 1):
                pages.put(sheet, row, column, word)
        sheet.protection.sheet = True


def _column_hint(column: Question, *, own: bool) -> str:
    example = f"如：{column.example}" if column.example else ""
    text = wordings.sentences(
        column.help, wordings.kind_hint(column), wordings.default_hint(column), wordings.OWN if own else ""
    )
    return "\n".join(filter(None, (text, example)))
