"""What the program cannot know it does not say: whether a figure is good news, why something worked, who is meant."""

from __future__ import annotations

import re

import pytest

from drafting.check.headings import check_headings
from drafting.facts.model import Row, Value
from drafting.facts.values import read_value
from drafting.outline.asked_headings import asked_headings
from tests.prose.shipped import TONES, drafted, loaded
from tests.prose.test_heard_in_the_hall import said

pytestmark = pytest.mark.slow

PRAISE = re.compile("捷报|胜仗|成效|成绩|漂亮|了不起|喜人|可喜|作证|见证|说明.{0,6}(?:对|好)|来之不易|进步")
FIGURES = {
    "fell": {"what": "客房入住率达到", "now": "61%", "before": "72%"},
    "rose": {"what": "住客投诉达到", "now": "96件", "before": "64件"},
    "stood still": {"what": "回头客达到", "now": "300人", "before": "300人"},
}


def figured(cells: dict[str, str]) -> Row:
    """A row of the figures as it is read from a facts file."""
    asked = loaded("work_conference-lean").prepared.outline.question("figures")
    assert asked is not None
    return Row({column.key: read_value(cells[column.key], column) for column in asked.columns if column.key in cells})


def after(text: str, figure: str) -> str:
    """The sentence that follows a figure, and what is said before it in its own."""
    head, _, tail = text.partition(figure)
    return re.split("[。！\n]", head)[-1] + re.split("[。！\n]", tail, maxsplit=2)[1]


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
@pytest.mark.parametrize("tone", TONES)
def test_no_praise_leans_on_a_figure_that_may_be_bad_news(tone: str, figure: dict[str, str]) -> None:
    for draft in said("work_conference", tone, figures=(figured(figure),)):
        sentence = after(draft.composed.draft.text, figure["what"])
        assert not PRAISE.search(sentence), sentence


@pytest.mark.parametrize("tone", TONES)
def test_a_model_of_which_nothing_is_told_gets_no_lesson(tone: str) -> None:
    for draft in said("work_conference", tone, models=(Row({"who": "三号楼"}),)):
        block = next(b for b in draft.composed.draft.blocks if "三号楼" in b.text)
        told = block.text[block.text.index("三号楼") :]
        assert re.fullmatch("三号楼。他们【待补：[^】]*】。", told), told


@pytest.mark.parametrize("tone", TONES)
def test_without_a_lesson_nobody_says_why_it_worked(tone: str) -> None:
    for draft in said("work_conference", tone):
        assert not re.search("体会到|离不开|从.{2,12}里来", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_without_targets_nothing_is_said_of_them(tone: str) -> None:
    for draft in said("work_conference", tone):
        found = re.search("目标|指标|这个数|一个数|定这些数", draft.composed.draft.text)
        assert found is None, draft.composed.draft.text[found.start() - 20 : found.end() + 10]


@pytest.mark.parametrize("tone", TONES)
def test_an_opinion_to_others_than_offices_speaks_of_them_by_their_name(tone: str) -> None:
    for draft in said("opinion", tone, units="各寺院", addressee="各寺院"):
        text = draft.composed.draft.text.replace("县直机关", "").replace("机关效能", "")
        assert not re.search("内设机构|各单位|本单位|班子", text)
        assert text.count("各寺院") > 1


@pytest.mark.parametrize("tone", TONES)
def test_an_opinion_does_not_begin_with_a_bare_figure(tone: str) -> None:
    for draft in said("opinion", tone, figures=(Row({"what": "登记香客", "now": "270人"}),)):
        first = draft.composed.draft.blocks[2].text
        assert not first.startswith("登记香客"), first


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("paired", [0, 1, 2, 3])
def test_the_last_heading_of_an_opinion_follows_most_of_the_others(paired: int, tone: str) -> None:
    headings = ["护好佛像，守好山门"] * paired + ["管好香火"] * (3 - paired)
    sections = tuple(Row({"name": str(n), "heading": heading}) for n, heading in enumerate(headings))
    items = tuple(Row({"heading": "清点", "section": str(n), "measures": ("清点一遍",)}) for n in range(3))
    for draft in said("opinion", tone, sections=sections, items=items):
        last = [block.text for block in draft.composed.draft.blocks if block.level == 1 and block.marker][-1]
        assert ("，" in last) == (paired > 1), last


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    "headings",
    [
        ("管好香火", "护好佛像", "修好山门"),
        ("看住香火明火", "护好殿内佛像"),
        ("护好佛像，守好山门", "看住香火，备好沙水"),
        ("以保证香客安全为前提，管好各殿各堂每一处的香火明火", "以修缮山门为重点，保护好历代留下来的一尊尊佛像"),
    ],
)
def test_the_last_heading_of_an_opinion_is_built_as_the_others_are(headings: tuple[str, ...], tone: str) -> None:
    sections = tuple(Row({"name": heading, "heading": heading}) for heading in headings)
    items = tuple(Row({"heading": "清点", "section": heading, "measures": ("清点一遍",)}) for heading in headings)
    asked = asked_headings(loaded("opinion-lean").prepared.outline)
    for draft in said("opinion", tone, sections=sections, items=items):
        assert [str(found) for found in check_headings(draft.composed.draft, asked) if found.block == "guarantee"] == []


@pytest.mark.parametrize("tone", TONES)
def test_many_are_thanked_and_heard_with_one_word_for_all(tone: str) -> None:
    thanked = tuple(f"{n}号船的船员" for n in range(1, 13))
    agenda = tuple(Row({"who": f"{n}号船船长", "did": "作了发言"}) for n in range(1, 13))
    for draft in said("work_conference", tone, thanks_to=thanked, agenda=agenda):
        text = draft.composed.draft.text
        assert text.count("作了发言") == 1
        assert re.search("向1号船的船员、2号船的船员", text)
        assert not draft.composed.unused


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "opinion", "inspection_drive"])
def test_the_headings_that_the_outline_words_have_three_builds(outline: str, tone: str) -> None:
    """And those of one speech are of one build: where one changes, all do."""
    own = [
        tuple(
            block.text.split("。")[0]
            for block in drafted(f"{outline}-lean", tone=tone, seed=seed).draft.blocks
            if block.marker and (block.is_heading or block.move == "guarantee")
        )
        for seed in range(24)
    ]
    assert len(set(own)) == 3


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "opinion", "on_site", "party_building", "mobilisation"])
def test_a_measure_that_only_names_a_thing_stands_in_a_whole_sentence(outline: str, tone: str) -> None:
    table, row = ("items", {"section": "思想"}) if outline == "opinion" else ("tasks", {})
    tasks = tuple(
        Row({**row, "heading": f"管好码头{n}", "measures": ("三年行动方案", "安全生产大检查")}) for n in "甲乙丙丁"
    )
    for draft in said(outline, tone, **{table: tasks}):
        text = draft.composed.draft.text
        assert text.count("落实三年行动方案") == text.count("抓好安全生产大检查") == 4


@pytest.mark.parametrize("tone", TONES)
def test_an_opinion_that_begins_with_the_problems_turns_from_nothing(tone: str) -> None:
    for draft in said("opinion", tone, problems=("香炉无人看管", "山门夜里不锁")):
        first = draft.composed.draft.blocks[2].text
        assert not re.match("与此同时|同时|但|还应当|也要|还要|薄弱之处也|不足主要", first), first


@pytest.mark.parametrize("tone", TONES)
def test_a_topic_of_which_no_shortcoming_is_told_has_none(tone: str) -> None:
    names = ("宿舍", "食堂", "门房")
    topics = tuple(Row({"name": name, "done": f"修好{name}的门", "lacking": (), "aim": "使门户牢靠"}) for name in names)
    steps = tuple(Row({"heading": "查门锁", "topic": name, "how": "逐扇试一遍"}) for name in names)
    for draft in said("organisation_work", tone, topics=topics, steps=steps):
        assert not re.search("毛病还在|还差多少", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_what_is_set_right_need_not_be_dirt(tone: str) -> None:
    tasks = (Row({"heading": "管好账本", "nature": "整治", "measures": ("逐本核对",)}),)
    for draft in said("on_site", tone, tasks=tasks):
        assert not re.search("脏|清一处|清理|清干净", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_a_count_grows_and_a_level_rises(tone: str) -> None:
    asked = loaded("inspection_drive-lean").prepared.outline.question("figures")
    assert asked is not None
    told = (
        ("漏水的屋顶", "31处", "0处"),
        ("走失", "0起", "1起"),
        ("返家率", "81.5%", "92%"),
        ("平均候车", "9.5分钟", "7分钟"),
    )
    figures = tuple(
        Row({"what": what, **{key: read_value(text, column) for key, text, column in read}})
        for what, before, now in told
        for read in [[(c.key, {"before": before, "now": now}[c.key], c) for c in asked.columns if c.key != "what"]]
    )
    for draft in said("inspection_drive", tone, figures=figures):
        text = draft.composed.draft.text
        assert "漏水的屋顶由31处减少到0处" in text
        assert "走失由0起增加到1起" in text
        assert "返家率由81.5%上升到92%" in text
        assert "平均候车由9.5分钟下降到7分钟" in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("sort", ["", "侥幸"])
def test_what_moods_will_cost_is_said_differently_each_time(sort: str, tone: str) -> None:
    moods = tuple(
        Row({"name": f"{name}情绪", "argument": "还差三成", "cost": f"{name}误事", **({"sort": sort} if sort else {})})
        for name in ("松懈", "急躁", "观望")
    )
    ways = set()
    for draft in said("inspection_drive", tone, moods=moods):
        joints = tuple(re.findall("(\\w{1,3})，(?:松懈|急躁|观望)误事", draft.composed.draft.text))
        assert len(set(joints)) == 3, joints
        ways.add(joints)
    assert len(ways) == 3


@pytest.mark.parametrize("tone", TONES)
def test_each_place_that_was_seen_has_its_verb(tone: str) -> None:
    visited = (Row({"place": "东岸码头", "saw": "夜里卸货"}), Row({"place": "三号库", "saw": "防火门"}))
    for draft in said("on_site", tone, visited=visited):
        assert "在东岸码头，看了夜里卸货；在三号库，看了防火门" in draft.composed.draft.text


CLAIMS = re.compile("起早贪黑|反复掂量才|慎重研究|通盘考虑|都是有人盼着|不满意、我们|受了一路|先吃了苦|露头|所属单位")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("outline", "answers"),
    [
        ("work_conference", {"shortcomings": ("库房的门关不严",), "hard_work": "灯塔修了三夜"}),
        ("campaign", {}),
        ("mobilisation", {"host": "港务局"}),
        ("on_site", {"visited": (Row({"place": "东岸码头", "saw": "夜里卸货"}),)}),
        ("party_building", {"office": "港务局", "system": (Row({"point": "上下一起抓"}),)}),
    ],
)
def test_nobody_is_said_to_have_suffered_weighed_or_complained(
    outline: str, answers: dict[str, Value], tone: str
) -> None:
    for draft in said(outline, tone, **answers):
        found = CLAIMS.search(draft.composed.draft.text)
        assert not found, found


@pytest.mark.parametrize("tone", TONES)
def test_a_single_house_is_not_asked_to_call_its_units(tone: str) -> None:
    for draft in said("work_conference", tone, awards="表彰了6名教师"):
        assert "各单位" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_who_does_what_by_when_is_not_said_alike_under_one_topic_after_another(tone: str) -> None:
    names = ("岸桥", "堆场", "闸口", "灯塔", "栈桥", "库房")
    topics = tuple(Row({"name": name, "lacking": (), "aim": f"管好{name}"}) for name in names)
    step = {"owner": "港务局", "deadline": "5月底"}
    steps = tuple(
        Row({"heading": f"查{name}{n}", "topic": name, "how": f"三天{n}查{name}", **step})
        for name in names
        for n in "甲乙"
    )
    for draft in said("organisation_work", tone, topics=topics, steps=steps):
        joints = [
            re.sub("港务局|5月底", "", found[1])
            for block in draft.composed.draft.blocks
            if (found := re.search("。([^。]*?)(?:[：。！]|做到)三天", block.text))
        ]
        assert len(joints) == 12
        assert max(map(joints.count, joints)) < 3, joints


@pytest.mark.parametrize("tone", TONES)
def test_nobody_is_thanked_in_the_name_of_a_house_that_no_speaker_is_known_to_speak_for(tone: str) -> None:
    assert not [draft for draft in said("work_conference", tone) if "我代表" in draft.composed.draft.text]


@pytest.mark.parametrize("tone", TONES)
def test_a_speaker_who_is_told_thanks_in_the_name_of_the_house(tone: str) -> None:
    for draft in said("work_conference", tone, speaker="县长　程立德"):
        assert "我代表县政府" in draft.composed.draft.text
