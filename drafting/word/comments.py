"""The comments that say which question a gap is waiting for.

They belong to the document and are Chinese as it is, whatever language the interface speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafting.word.names import AUTHOR
from drafting.word.xml import DECLARATION, declared, escape


def comments_xml(paths: Iterable[str], questions: Mapping[str, str]) -> str:
    """The part word/comments.xml: one comment for each path, numbered from 0; without dates.

    questions: the wording of the question behind each path; a path that is not there is named alone.
    """
    comments = [_comment(number, path, questions.get(path, "")) for number, path in enumerate(paths)]
    return f"{DECLARATION}<w:comments{declared('w')}>{''.join(comments)}</w:comments>"


def gap_text(path: str, question: str) -> str:
    """What the comment on a gap says. question: its wording; if that is not known, the path says it alone."""
    return f"请回答“{question}”（事实文件中的 {path}）。" if question else f"请在事实文件中回答 {path}。"


def _comment(number: int, path: str, question: str) -> str:
    text = gap_text(path, question)
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="d"><w:p><w:pPr><w:pStyle w:val="CommentText"/>'
        '</w:pPr><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        "</w:comment>"
    )
