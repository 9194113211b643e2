"""Edits in LibreOffice itself, through its own interface. Run by a Python that has `uno`, with nothing else at hand.

    python office_hand.py PIPE FILE OUT SEED

Saves the edited FILE as OUT and prints the words that were typed, one a line.
"""

import random
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAIT = 60  # seconds for the program to start


def named(name: str, value: object) -> PropertyValue:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + WAIT
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def opened(pipe, file):
    """The file; what has just started answers before it can open one."""
    end = time.monotonic() + WAIT / 6
    while True:
        document = desktop(pipe).loadComponentFromURL(file.as_uri(), "_blank", 0, (named("Hidden", True),))
        if document is not None and document.supportsService("com.sun.star.text.TextDocument"):
            return document
        if time.monotonic() > end:
            raise SystemExit(f"cannot be opened: {file}")
        time.sleep(0.5)


def paragraphs(document):
    found = document.Text.createEnumeration()
    listed = []
    while found.hasMoreElements():
        element = found.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph") and len(element.String) > 12:
            listed.append(element)
    return listed


class Hand:
    def __init__(self, document, seed):
        self.document, self.random = document, random.Random(seed)
        self.typed, self.serial = [], 80_000 + seed % 1000

    def word(self):
        self.serial += 1
        self.typed.append(f"手改{self.serial}")
        return self.typed[-1]

    def cursor(self):
        paragraph = self.random.choice(paragraphs(self.document))
        cursor = self.document.Text.createTextCursorByRange(paragraph.Start)
        text = paragraph.String
        places = [at for at in range(2, len(text) - 2) if not text[at - 1 : at + 1].strip("，。的了和是在要把")]
        cursor.goRight(self.random.choice(places or [len(text) // 2]), False)
        return cursor

    def type(self):
        self.document.Text.insertString(self.cursor(), self.word(), False)

    def break_line(self, cursor):
        mark = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")
        self.document.Text.insertControlCharacter(cursor, mark, False)

    def type_tracked(self):
        self.document.RecordChanges = True
        self.type()
        self.document.RecordChanges = False

    def delete_tracked(self):
        self.document.RecordChanges = True
        cursor = self.cursor()
        cursor.goRight(3, True)
        cursor.String = ""
        self.document.RecordChanges = False

    def split(self):
        self.break_line(self.cursor())

    def bold(self):
        cursor = self.cursor()
        cursor.goRight(4, True)
        cursor.CharWeight = 150.0

    def comment(self):
        field = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        field.Author, field.Content = "王五", "请核实"
        cursor = self.cursor()
        self.document.Text.insertTextContent(cursor, field, False)

    def add(self):
        paragraph = self.random.choice(paragraphs(self.document))
        cursor = self.document.Text.createTextCursorByRange(paragraph.End)
        self.break_line(cursor)
        self.document.Text.insertString(cursor, self.word() + "，这一段是在办公软件里加的。", False)

    def edit(self):
        ways = (self.type, self.type_tracked, self.delete_tracked, self.split, self.bold, self.comment, self.add)
        self.random.choice(ways)()


def main():
    pipe, file, out, seed = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    document = opened(pipe, file)
    hand = Hand(document, seed)
    for _edit in range(hand.random.randint(1, 8)):
        hand.edit()
    document.storeToURL(out.as_uri(), (named("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    print("\n".join(hand.typed))


main()
