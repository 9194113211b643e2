"""What commands say: faults to standard error, reports to standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

import click

from drafting.errors import Fault
from drafting.i18n import _, ngettext


def tell_of_unreadable(text: str) -> None:
    """Say that some of a file could not be decoded. text: the words around it; "" for nothing to say."""
    if text:
        message = _("Characters of the file cannot be read, and stand as �: “{text}”. Put them right first.")
        click.echo(message.format(text=text), err=True)


def show_faults(faults: Iterable[Fault]) -> None:
    """Every fault on a line of its own, and how many there are."""
    faults = list(faults)
    for fault in faults:
        click.echo(str(fault), err=True)
    if len(faults) > 1:
        click.echo(ngettext("{n} fault.", "{n} faults.", len(faults)).format(n=len(faults)), err=True)


def fault_data(fault: Fault) -> dict[str, object]:
    """A fault for programs."""
    return {"message": fault.message, "file": fault.file, "line": fault.line, "column": fault.column}


def show_json(data: Any) -> None:
    """Data for programs: valid JSON, even where the stream or its encoding cannot hold every character."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeError:
        text = json.dumps(data, indent=2)
    click.echo(text)
