"""The house file: what holds for all speeches of an organisation."""

from __future__ import annotations

import pytest

from drafting.house import READING_RATE, House, Leader, read_house
from drafting.yamlfile import Mapping, Scalar
from tests.helpers import house, yaml


def _faults(text: str) -> list[str]:
    return [str(fault) for fault in read_house(yaml(text, "house.yaml"))[1]]


def test_everything_a_house_says_is_read() -> None:
    read = house(
        """
        organisation: 青河县人民政府
        short_name: 县政府
        leaders:
          - {name: 贺宗尧, post: 县委书记}
          - {name: 江海平}
          - 方礼
        phrases: {guidance: 某某思想}
        preferred: {老百姓: 群众}
        forbidden: [最先进, 第一流]
        enumerators: {tasks: 一是, points: none, lacks: }
        layout: reading
        reading_rate: 200
        """
    )
    assert (read.organisation, read.short_name) == ("青河县人民政府", "县政府")
    assert read.leaders == (Leader("贺宗尧", "县委书记"), Leader("江海平"), Leader("方礼"))
    assert read.phrases == {"guidance": "某某思想"}
    assert read.preferred == {"老百姓": "群众"}
    assert read.forbidden == ("最先进", "第一流")
    chosen = {key: one.style and one.style.marker(2, 3) for key, one in read.enumerators.items()}
    assert chosen == {"tasks": "二是", "points": None}
    assert (read.layout, read.layout_values, read.reading_rate) == ("reading", None, 200)


def test_an_empty_house_file_is_a_house_without_habits() -> None:
    assert house("") == House()
    assert House().reading_rate == READING_RATE == 180


def test_a_layout_with_single_values_of_ones_own_names_its_base() -> None:
    read = house("layout: {base: official, page_number: {position: centre}}\nfonts: {body: 宋体}")
    assert read.layout == "official"
    assert isinstance(read.layout_values, Mapping)
    assert list(read.layout_values.keys()) == ["page_number", "fonts"]


def test_fonts_alone_are_values_of_the_layout_too() -> None:
    values = house("fonts: {body: 宋体}").layout_values
    assert isinstance(values, Mapping)
    fonts = values.get("fonts")
    assert isinstance(fonts, Mapping)
    assert isinstance(fonts.get("body"), Scalar)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("organization: 甲", "1:1: Unknown key “organization” in the house file. Did you mean “organisation”?"),
        ("leaders: [{nam: 甲}]", "1:12: Unknown key “nam” in leaders. Did you mean “name”?"),
        ("organisation: [甲]", "1:15: organisation: expected text, found a list or keys."),
        ("phrases: [甲]", "1:10: phrases: expected “key: value” lines."),
        ("phrases: {a: [甲]}", "1:14: phrases: a: expected text, found a list or keys."),
        ("forbidden: {a: b}", "1:12: forbidden: expected a list."),
        ("preferred: [甲]", "1:12: preferred: expected “key: value” lines."),
        ("enumerators: 一是", "1:14: enumerators: expected “key: value” lines."),
        (
            "enumerators: {tasks: 甲乙}",
            "1:22: enumerators: tasks: “甲乙” is no enumerator; write its first marker, such as "
            "一、 （一） 1. （1） 第一， 一是.",
        ),
        ("layout: [official]", "1:9: layout: expected text, found a list or keys."),
        ("reading_rate: 快", "1:15: reading_rate: expected a whole number, found “快”."),
        ("reading_rate: 20", "1:15: reading_rate: expected 60 to 400 characters a minute, found 20."),
        ("reading_rate: 401", "1:15: reading_rate: expected 60 to 400 characters a minute, found 401."),
        ('phrases: {a: "甲\\x07"}', "1:14: phrases: a: the character U+0007 cannot be written."),
        ("- 甲", "1:1: the house file: expected “key: value” lines."),
    ],
)
def test_a_fault_in_the_house_file_is_told_with_its_place(text: str, fault: str) -> None:
    assert "house.yaml:" + fault in _faults(text)


def test_all_faults_are_told_at_once() -> None:
    assert len(_faults("organization: 甲\nreading_rate: 20\nforbidden: {a: b}\n")) == 3
