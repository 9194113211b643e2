from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.numerals import LARGEST, to_chinese
from drafting.chinese.speaking import characters, read_aloud, spoken_length

from .tables import table


@table(
    "text, spoken",
    {
        "no-figures": ("抓好工作。", "抓好工作。"),
        "quantity": ("12.5亿元", "十二点五亿元"),
        "grouped": ("1,234人", "一千二百三十四人"),
        "full-width": ("５．５％", "百分之五点五"),
        "year": ("2026年", "二〇二六年"),
        "years": ("2021—2025年", "二〇二一至二〇二五年"),
        "years-said-twice": ("2021年至2025年", "二〇二一年至二〇二五年"),
        "a-thousand-of-something": ("2026人", "二千零二十六人"),
        "percent": ("47%", "百分之四十七"),
        "range": ("15%～30%", "百分之十五至百分之三十"),
        "range-with-one-unit": ("3—5年", "三至五年"),
        "negative": ("为-3.2%", "为负百分之三点二"),
        "time": ("9:30", "九点三十分"),
        "full-hour": ("9:00", "九点"),
        "minutes-below-ten": ("9：05", "九点零五分"),
        "from-time-to-time": ("9:30-11:00", "九点三十分至十一点"),
        "ratio": ("3:1", "三比一"),
        "fraction": ("2/3", "三分之二"),
        "name-in-quotation-marks": ("拨打“12380”", "拨打“一二三八〇”"),
        "name-with-a-zero": ("0512", "〇五一二"),
        "name-too-long-for-a-number": ("1" * 18, "一" * 18),
    },
)
def test_figures_are_read_as_they_are_spoken(text: str, spoken: str) -> None:
    assert read_aloud(text) == spoken


@table(
    "text, length",
    {
        "nothing": ("", 0),
        "marks": ("，。——……“”", 0),
        "characters": ("抓好工作。", 4),
        "quantity": ("12.5亿元", 6),
        "year": ("2026年", 5),
        "percent": ("47%", 6),
        "abbreviation": ("GDP增长", 5),
        "latin-word": ("Python语言", 4),
        "mixed-case": ("WiFi覆盖", 4),
        "symbol-without-vowels": ("3km", 3),
        "letter-and-figure": ("5G", 2),
        "degrees": ("25℃", 6),
        "masked-name": ("×××同志", 5),
        "rare-character": ("𬭎", 1),
    },
)
def test_syllables_are_counted_as_read(text: str, length: int) -> None:
    assert spoken_length(text) == length


@given(st.integers(0, LARGEST).filter(lambda number: len(str(number)) != 4))
def test_a_number_is_as_long_in_figures_as_in_characters(number: int) -> None:
    assert spoken_length(f"{number}人") == len(to_chinese(number)) + 1


@given(st.text("中0123456789.,:%-/“”～年A ", max_size=20))
def test_anything_can_be_read(text: str) -> None:
    assert spoken_length(text) >= text.count("中")


def test_white_space_is_no_character() -> None:
    assert characters(" 同志们：\n　大家 好\t") == 7
