"""What Jinja says of a broken template, in words of ours."""

from __future__ import annotations

import jinja2
import pytest

from drafting.i18n import use_language
from drafting.templateproblems import worded


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "{% if a %}甲{% els %}乙{% endif %}",
            "“els” does not fit here: expected “elif” / “else” / “endif”, for “if” is not closed yet.",
        ),
        ("{% endif %}", "There is no tag “endif”, or nothing was opened that it closes."),
        ("{% for a in b %}", "The template ends before “for” is closed: expected “endfor” / “else”."),
        ("{{ a", "The template ends where the end of “{{ … }}” is expected."),
        ("{% if a = 1 %}", "Expected the end of “{% … %}”, found “=”."),
        ("{{ a | }}", "Expected a name, found the end of “{{ … }}”."),
        ("{{ }}", "A name or value is missing before the end of “{{ … }}”."),
        ("{{ (a }}", "Found “}” where “)” is expected."),
        ("{{ a ） }}", "The character ） has no meaning here."),
        ("{{ a + }}", "Found the end of “{{ … }}” where nothing like it may stand."),
        ("{{ a | nix }}", "There is no filter “nix”."),
        ("{{ a is nix }}", "There is no test “nix”."),
        ("{% %}", "A tag is missing after “{%”."),
        ("{# a", "A comment that begins with “{#” is not closed by “#}”."),
        ("{% set 1 = 2 %}", "can't assign to 'const'"),
    ],
)
def test_a_syntax_error_is_a_plain_sentence(template: str, told: str) -> None:
    use_language("en")
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        jinja2.Environment(autoescape=True).from_string(template)
    assert worded(caught.value.message or "") == told
