"""`drafting outlines`: what kinds of speech there are, and whether an outline is sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafting.chinese.columns import padded
from drafting.cli.output import show_faults, show_json
from drafting.errors import UserError
from drafting.i18n import _
from drafting.library import Library, is_file

if TYPE_CHECKING:
    from drafting.outline.model import Question

_NAMES = 22  # columns that a name takes


def outlines_command() -> click.Group:
    """The command `outlines` with its sub-commands."""
    group = click.Group(
        "outlines",
        callback=_list,
        invoke_without_command=True,
        help=_("List the outlines: each one a kind of speech."),
        params=[click.Option(["--json", "as_json"], is_flag=True, help=_("List for programs."))],
    )
    file = click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE")
    name = click.Argument(["name"], metavar="NAME")
    like = click.Option(["--like"], required=True, metavar="NAME", help=_("The outline to copy."))
    title = click.Option(["--title"], default="", metavar="TEXT", help=_("Its title (default: its name)."))
    folder = click.Option(
        ["-o", "--output", "out"],
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help=_("Where to put them (default: the working folder)."),
    )
    for command, callback, purpose, params in (
        ("check", _check, _("Check an outline and its templates; every fault at once."), [file]),
        ("schema", _schema, _("A JSON Schema of outlines, for completion in editors."), []),
        ("show", _show, _("The questions and the parts of an outline."), [name]),
        (
            "new",
            _new,
            _("Begin an outline of your own, with templates of its own, as a copy of one there is."),
            [name, like, title],
        ),
        (
            "example",
            _example,
            _("Copy the example facts file of an outline, and its house file, to begin your own from."),
            [name, folder],
        ),
    ):
        group.add_command(click.Command(command, callback=callback, help=purpose, params=list(params)))
    return group


@click.pass_context
def _list(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    from drafting.outline.read import read_outline
    from drafting.yamlfile import read_yaml

    rows = []
    for found in Library.around(Path.cwd()).outlines():
        try:
            outline, _faults = read_outline(read_yaml(found.path), found.name)
        except UserError as error:
            show_faults(error.faults)
            continue
        origin = "own" if found.own else "shipped"
        rows.append(
            {
                "name": found.name,
                "title": outline.title,
                "use": outline.use,
                "questions": len(outline.questions),
                "seeds": list(outline.seeds),
                "origin": origin,
                "overrides": found.shadows,
                "file": str(found.path),
            }
        )
    if as_json:
        show_json(rows)
        return
    for row in rows:
        click.echo(f"{padded(str(row['name']), _NAMES)}{row['title']}  {row['use']}")
        if row["overrides"]:
            click.echo(" " * _NAMES + _("(your own, in place of the shipped one)"))


def _check(file: Path) -> None:
    from drafting.loading import load_outline

    path = file if file.suffix or is_file(file) else Library.around(Path.cwd()).outline(str(file))
    prepared, faults = load_outline(path)
    if faults:
        raise UserError(faults)
    outline = prepared.outline
    message = _("{title}: no fault; {questions} questions, {templates} templates.")
    click.echo(
        message.format(title=outline.title, questions=len(outline.questions), templates=len(prepared.kept.texts))
    )


def _schema() -> None:
    from drafting.outline.schema import json_schema

    show_json(json_schema())


def _kind(question: Question) -> str:
    """The type of a question, and the answers that one of choices takes."""
    return f"{question.type}: {'、'.join(question.choices)}" if question.choices else question.type


def _show(name: str) -> None:
    from drafting.compose.prepare import PreparedPart
    from drafting.loading import load_outline

    prepared, faults = load_outline(Library.around(Path.cwd()).outline(name))
    if faults:
        raise UserError(faults)
    outline = prepared.outline
    click.echo(f"{outline.title}  {outline.use}\n")
    for question in outline.questions:
        if question.group:
            click.echo(f"# {question.group}")
        mark = "*" if question.required else " "
        click.echo(f"{mark} {padded(question.key, _NAMES)}{question.ask} ({_kind(question)})")
        for column in question.columns:
            click.echo(f"    .{padded(column.key, _NAMES - 3)}{column.ask} ({_kind(column)})")

    def tree(prepared: PreparedPart, depth: int) -> None:
        part, number = prepared.part, f"  {prepared.style.name}" if prepared.style else ""
        wording = f"  {part.template}.j2" if part.template else ""
        click.echo(f"{'  ' * depth}{part.name}  ({part.move}){number}{wording}")
        for inner in prepared.parts:
            tree(inner, depth + 1)

    click.echo()
    for part in prepared.parts:
        tree(part, 0)


def _new(name: str, like: str, title: str) -> None:
    from drafting.starting import start_outline

    here = Path.cwd()
    started = start_outline(name, like, here, title)
    written = _("Written: {file}")
    click.echo(written.format(file=started.outline.relative_to(here)))
    templates = _("Its wording, {count} templates: {folder}; no other outline changes with them.")
    click.echo(templates.format(count=started.count, folder=started.templates.relative_to(here)))
    if started.example:
        click.echo(written.format(file=started.example.relative_to(here)))
        click.echo(_("See what it drafts: drafting outlines example {name}").format(name=name))
    click.echo(_("Change it, then check it: drafting outlines check {name}").format(name=name))


def _example(name: str, out: Path | None) -> None:
    from drafting.examples import copy_example

    written = copy_example(name, out or Path(), Library.around(Path.cwd()))
    for file in written:
        click.echo(_("Written: {file}").format(file=file))
    click.echo(_("Put your own facts into it, then: drafting write {file}").format(file=written[0]))
