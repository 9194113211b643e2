"""What Jinja finds wrong with a template, in words for its author."""

from __future__ import annotations

import re

from drafting.errors import shortened
from drafting.i18n import N_, _

# Jinja's names of tokens, which stand in its messages.
_TOKENS = {
    "end of print statement": N_("the end of “{{ … }}”"),
    "end of statement block": N_("the end of “{% … %}”"),
    "begin of print statement": N_("the beginning of “{{ … }}”"),
    "begin of statement block": N_("the beginning of “{% … %}”"),
    "end of template": N_("the end of the template"),
    "template data / text": N_("text"),
    "name": N_("a name"),
    "string": N_("a text in quotation marks"),
    "integer": N_("a number"),
}
# The first that fits a message says it; what Jinja says beyond the pattern is left out.
_MESSAGES = (
    (
        r"Encountered unknown tag '(?P<tag>.*?)'\. (?:Jinja was looking|You probably).*?(?P<wanted>'.*?)\."
        r" The innermost .* is '(?P<open>\w+)'\.",
        N_("“{tag}” does not fit here: expected {wanted}, for “{open}” is not closed yet."),
    ),
    (r"Encountered unknown tag '(?P<tag>.*?)'\.", N_("There is no tag “{tag}”, or nothing was opened that it closes.")),
    (
        r"Unexpected end of template\. .*?(?P<wanted>'.*?)\. The innermost .* is '(?P<open>\w+)'\.",
        N_("The template ends before “{open}” is closed: expected {wanted}."),
    ),
    (r"unexpected end of template, expected '(?P<token>.*)'\.", N_("The template ends where {token} is expected.")),
    (r"expected token '(?P<token>.*)', got '(?P<got>.*)'", N_("Expected {token}, found {got}.")),
    (r"Expected an expression, got '(?P<got>.*)'", N_("A name or value is missing before {got}.")),
    (r"unexpected '(?P<char>.)', expected '(?P<token>.)'", N_("Found “{char}” where {token} is expected.")),
    (r"unexpected char (['\"])(?P<char>.*)\1 at \d+", N_("The character {char} has no meaning here.")),
    (r"unexpected '(?P<got>.*)'", N_("Found {got} where nothing like it may stand.")),
    (r"No filter named '(?P<name>.*)'\.", N_("There is no filter “{name}”.")),
    (r"No test named '(?P<name>.*)'\.", N_("There is no test “{name}”.")),
    (r"tag name expected", N_("A tag is missing after “{%”.")),
    (r"Missing end of comment tag", N_("A comment that begins with “{#” is not closed by “#}”.")),
)


def worded(message: str) -> str:
    """A message of Jinja's TemplateSyntaxError as a sentence in the person's language; one not known as it is."""
    for pattern, sentence in _MESSAGES:
        if found := re.match(pattern, message, re.DOTALL):
            return _filled(_(sentence), found)
    return message


def _filled(sentence: str, found: re.Match[str]) -> str:
    """The sentence with what the message named. Its own braces (“{%”) stay."""
    return re.sub(r"\{(\w+)\}", lambda place: _shown(place[1], found[place[1]]), sentence)


def _shown(name: str, text: str) -> str:
    if name == "wanted":
        return " / ".join(f"“{tag}”" for tag in re.findall(r"'(\w+)'", text))
    if name in ("token", "got"):
        return _(_TOKENS[text]) if text in _TOKENS else f"“{shortened(text)}”"
    return shortened(text)
