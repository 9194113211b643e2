from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.punctuation import quote, title_marks

from .tables import table


@table(
    "text, depth, quoted",
    {
        "plain": ("两手抓", 0, "“两手抓”"),
        "odd-depth": ("两手抓", 1, "‘两手抓’"),
        "deeper": ("两手抓", 2, "“两手抓”"),
        "quotation-inside": ("坚持“两手抓”", 0, "“坚持‘两手抓’”"),
        "quotation-inside-at-odd-depth": ("坚持“两手抓”", 1, "‘坚持“两手抓”’"),
        "two-levels-inside": ("他说“要‘严’字当头”", 0, "“他说‘要“严”字当头’”"),
        "whole-already": ("“两手抓”", 0, "“两手抓”"),
        "whole-already-at-the-other-level": ("‘两手抓’", 0, "“两手抓”"),
        "whole-already-at-odd-depth": ("“两手抓”", 1, "‘两手抓’"),
        "two-quotations-are-not-a-whole": ("“甲”和“乙”", 0, "“‘甲’和‘乙’”"),
        "whole-with-a-quotation-inside": ("“坚持‘两手抓’”", 0, "“坚持‘两手抓’”"),
        "apostrophe": ("don’t", 0, "“don’t”"),
        "space-around": (" 两手抓 ", 0, "“两手抓”"),
    },
)
def test_each_level_of_quotation_has_its_own_marks(text: str, depth: int, quoted: str) -> None:
    assert quote(text, depth) == quoted


@table(
    "text, title",
    {
        "plain": ("实施方案", "《实施方案》"),
        "title-inside": ("关于印发《实施方案》的通知", "《关于印发〈实施方案〉的通知》"),
        "whole-already": ("《实施方案》", "《实施方案》"),
        "whole-with-a-title-inside": ("《关于印发〈方案〉的通知》", "《关于印发〈方案〉的通知》"),
        "two-titles-are-not-a-whole": ("《甲》和《乙》", "《〈甲〉和〈乙〉》"),
        "quotation-inside-stays": ("“十五五”规划", "《“十五五”规划》"),
    },
)
def test_titles_inside_titles_have_their_own_marks(text: str, title: str) -> None:
    assert title_marks(text) == title


_balanced = st.recursive(
    st.text("中文", max_size=3),
    lambda inner: st.tuples(st.sampled_from(["“{}”", "‘{}’"]), inner, inner).map(lambda t: t[0].format(t[1]) + t[2]),
    max_leaves=6,
)


@given(_balanced, st.integers(0, 3))
def test_quoting_twice_adds_no_second_pair(text: str, depth: int) -> None:
    assert quote(quote(text, depth), depth) == quote(text, depth)


@given(_balanced)
def test_levels_alternate_whatever_they_were(text: str) -> None:
    depth = 0
    for character in quote(text):
        if character in "”’":
            depth -= 1
        if character in "“”‘’":
            assert character in ("“”", "‘’")[depth % 2]
        if character in "“‘":
            depth += 1
    assert depth == 0
