"""Many phrases in one go: the same as each of them looked for by itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.learn.phrases import AnyOf, Phrases

PHRASES = (
    "修路",
    "(?:修|架)桥?",
    "[一二]条路",
    "路.{0,2}桥",
    "^修",
    "^.{0,3}桥",
    "桥$",
    "路?灯",
    "水(?!渠)",
    "灯(?:，|$)",
    "[1-3]条",
)


@given(st.text("修路架桥一二条灯水渠，12", max_size=14))
def test_each_phrase_is_found_where_it_stands(text: str) -> None:
    phrases = Phrases([(0, [phrase]) for phrase in PHRASES])
    _other, found = phrases.found(["修路架桥", text], [((0, 4),), ((0, len(text)),)])
    for number, phrase in enumerate(PHRASES):
        reach = 3 if phrase.startswith("^.{0,3}") else 0 if phrase.startswith("^") else len(text)
        bare = re.compile(phrase.removeprefix("^.{0,3}").removeprefix("^"))
        places = [at for at in range(len(text)) if at <= reach and bare.match(text, at)]
        assert sorted(set(found.get(number, []))) == places


def test_a_phrase_counts_in_its_zone_only() -> None:
    phrases = Phrases([(0, ["修路"]), (1, ["修路"]), (1, ["^修"])])
    assert phrases.found(["修路，修路"], [((0, 3), (3, 5))]) == [{0: [0], 1: [3], 2: [3]}]


def test_a_phrase_that_reaches_out_of_its_zone_does_not_count() -> None:
    phrases = Phrases([(0, ["修路"]), (0, ["^架桥"])])
    assert phrases.found(["路，修路", "架桥"], [((0, 3),), ((0, 1),)]) == [{}, {}]


@pytest.mark.parametrize("phrase", [".修", "(?=修)路", "[^修]路", "修*路"])
def test_a_phrase_that_may_begin_with_anything_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=re.escape(phrase)):
        Phrases([(0, [phrase])])


ANY = ("修路", "^灯", r"[\w-]桥", "(?:a|B)路", "水{2}", "(?<!水)渠", "^[一二]+$")


@given(st.text("修路桥灯水渠一二aAbB-，", max_size=12))
def test_any_of_some_phrases_stands_in_a_text_where_one_of_them_does(text: str) -> None:
    wanted = any(re.search(phrase, text, re.IGNORECASE) for phrase in ANY)
    assert AnyOf(ANY).stand_in(text) is wanted
    assert (AnyOf(ANY).count(text) > 0) is wanted
