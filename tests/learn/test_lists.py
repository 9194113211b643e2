"""Enumerators as lists: what is one, what only looks like one, and how deep it stands."""

from __future__ import annotations

import pytest

from drafting.draft import Move, Role
from drafting.learn import recognise

HEAD = "在全县工作会议上的讲话\n同志们：\n"


def items(*paragraphs: str) -> list[tuple[str, int]]:
    [speech] = recognise(HEAD + "\n".join(paragraphs))
    return [(b.marker, b.level) for b in speech.draft.blocks if b.role is Role.ITEM]


@pytest.mark.parametrize(
    "text",
    [
        "书记是第一责任人，发展是第一要务，第一时间到场，迈进第一方阵。",
        "第四届职代会讨论了第一产业、第二产业的比例。",
        "七一、八一前后要走访。十一、春节要值班。",
        "首先要做到心中有数。",
        "办事要讲一是一、二是二。",
        "落实一岗双责，打通最后一公里。",
        "改进作风，一方面要靠教育，一方面要靠制度。",
        "一、二季度要完成过半，1、2号井要检修。",
        "这一要求和唯一是非标准，谁都要记住。",
        "增长3.5个百分点，压减1/3，5、6月检查。",
        "解决这个问题，第一要有决心。别的不说了。",
        "办法有两个，一个是修，另一个是拆。大的一个是厂，小的一个是店。",
        "任务1、2已经完成，任务3正在推进。",
        "[3]见附件。",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("要抓三件事：一是修路，二是架桥；三是通水。", ["一是", "二是", "三是"]),
        ("办法有两条，一靠干部带头，二靠群众动手。", ["一靠", "二靠"]),
        ("毛病有两个，一个是慢，拖了三年；二是贵，多花了一倍。", ["一个是", "二是"]),
        ("第一，要快。第二，要好。", ["第一，", "第二，"]),
        ("第一层意思，大家辛苦了。第二层意思，还要努力。", ["第一层意思，", "第二层意思，"]),
        ("首先，把账算清。其次，把人定下。最后，把责压实。", ["首先，", "其次，", "最后，"]),
        ("一方面，要管住人。另一方面，要管好钱。", ["一方面，", "另一方面，"]),
        ("要求有：①准时；②到岗；③履职。", ["①", "②", "③"]),
        ("要做到：（1）准时；（2）到岗。", ["（1）", "（2）"]),
        ("其一，人要到。其二，心要到。", ["其一，", "其二，"]),
        ("存在的问题，一是人少，三是钱少。", ["一是", "三是"]),
        ("要做到：一个是思想到位；一个是措施到位；一个是责任到位。", ["一个是"] * 3),
        ("短板不少：一、三产业集中的城区排涝弱；二、病险水库多。", ["一、", "二、"]),
        ("一方面，要管住人，另一方面，要管好钱。", ["一方面，", "另一方面，"]),
        ("此外，要克服两种情绪。二是厌烦情绪。三是畏难情绪。", ["二是", "三是"]),
    ],
)
def test_lists_inside_a_paragraph(text: str, markers: list[str]) -> None:
    assert items(text) == [(marker, 1) for marker in markers]


def test_who_contains_whom_is_found_in_the_speech_and_not_in_a_ranking() -> None:
    assert items("1、修路", "一、东线要修。", "二、西线要修。", "2、架桥", "一、南桥要架。", "二、北桥要架。") == [
        ("1、", 1), ("一、", 2), ("二、", 2), ("2、", 1), ("一、", 2), ("二、", 2),
    ]  # fmt: skip
    assert items("一是路", "（1）东线。", "（2）西线。", "二是桥", "（1）南桥。", "（2）北桥。") == [
        ("一是", 1), ("（1）", 2), ("（2）", 2), ("二是", 1), ("（1）", 2), ("（2）", 2),
    ]  # fmt: skip


def test_a_style_may_stand_at_several_depths_of_one_speech() -> None:
    found = items(
        "给人的启示有两点。一是敢想。二是敢干。", "一、明确任务", "（一）修路。一是东线，二是西线。", "（二）架桥。",
        "二、落实责任", "一要到岗。二要到人。",
    )  # fmt: skip
    assert found == [
        ("一是", 1), ("二是", 1), ("一、", 1), ("（一）", 2), ("一是", 3), ("二是", 3), ("（二）", 2), ("二、", 1),
        ("一要", 2), ("二要", 2),
    ]  # fmt: skip


def test_several_lists_of_one_style_stand_side_by_side() -> None:
    found = items(
        "一、班子建设", "长远要抓：一是制度。二是作风。", "当前要抓：一是换届。二是考核。", "二、队伍建设", "要抓紧。"
    )
    assert found == [("一、", 1), ("一是", 2), ("二是", 2), ("一是", 2), ("二是", 2), ("二、", 1)]


def test_slips_in_the_numbering_do_not_break_a_list() -> None:
    assert items("一、修路", "要快。", "二、架桥", "要好。", "二、通水", "要省。", "四、通电", "要稳。") == [
        ("一、", 1), ("二、", 1), ("二、", 1), ("四、", 1),
    ]  # fmt: skip


def test_what_follows_the_whole_is_outside_of_it() -> None:
    [speech] = recognise(HEAD + "一、修路\n要快。\n二、架桥\n要好。\n同志们，路就在脚下。谢谢大家！")
    assert speech.draft.blocks[-1].level == 0
    assert speech.draft.blocks[-1].move == "closing"


def test_headings_on_their_line_and_run_in_are_told() -> None:
    first = "（一）先修东线。东线人多车多，要赶在雨季以前。\n（二）再修西线。西线可以缓一缓。"
    [speech] = recognise(f"{HEAD}一、修好路\n{first}\n二、架好桥\n要快。")
    blocks = speech.draft.blocks[2:]
    assert blocks[0].is_heading
    assert [span.text for span in blocks[1].spans] == ["先修东线。", "东线人多车多，要赶在雨季以前。"]
    assert blocks[1].heading == 1
    assert not blocks[1].is_heading


def test_a_marker_that_a_line_break_has_cut_off_is_put_before_its_item() -> None:
    assert items("一、修路", "要快。（一）", "东线先修，要在雨季以前。（", "二）西线后修。", "二、架桥", "要好。") == [
        ("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1),
    ]  # fmt: skip


def test_yi_lai_inside_a_sentence_is_no_list() -> None:
    assert items("今天开会，一来通通气，二来鼓鼓劲，都是为了修好这条路。") == []


def levels(*paragraphs: str) -> list[int]:
    [speech] = recognise(HEAD + "\n".join(paragraphs))
    return [block.level for block in speech.draft.blocks[2:]]


def test_a_paragraph_that_looks_back_on_a_list_stands_outside_of_that_list_only() -> None:
    parts = (
        "一、修路",
        "（一）东线先修。车多。",
        "（二）西线后修。车少。",
        "这两条线路修好了，出门就不难。",
        "二、架桥",
        "要好。",
    )
    assert levels(*parts) == [1, 2, 2, 1, 1, 1]


def test_an_item_holds_no_more_paragraphs_than_its_siblings() -> None:
    parts = (
        "一、修路",
        "（一）东线",
        "东线车多。",
        "（二）西线",
        "西线车少。",
        "（三）北线",
        "北线路陡。",
        "修路的钱由县里出。",
    )
    assert levels(*parts, "二、架桥", "要好。") == [1, 2, 2, 2, 2, 2, 2, 1, 1, 1]


def test_the_last_paragraph_before_the_closing_address_stands_outside() -> None:
    parts = (
        "一、修路",
        "（一）东线先修。车多。",
        "（二）西线后修。车少。",
        "修路的钱由县里出。",
        "大家辛苦一点，日子好过一点。",
    )
    assert levels(*parts, "同志们，路就在脚下。") == [1, 2, 2, 1, 0, 0]


def test_a_list_inside_a_paragraph_is_no_part_of_the_list_on_lines_of_its_own() -> None:
    assert items(
        "一、形势要看清", "短板有几处：一、堤防标准低；二、排涝能力弱；三、队伍不强。", "这些都要正视。",
        "二、重点要抓住", "（一）抓水库。", "（二）抓河道。要做到：一、有人看；二、有人管。",
        "三、责任要落实", "各乡镇要抓紧：一、定人；二、定责。",
    ) == [
        ("一、", 1), ("一、", 2), ("二、", 2), ("三、", 2),
        ("二、", 1), ("（一）", 2), ("（二）", 2), ("一、", 3), ("二、", 3),
        ("三、", 1), ("一、", 2), ("二、", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markers",
    [("任务一：", "任务二："), ("措施1、", "措施2、"), ("[1]", "[2]"), ("［1］", "［2］"), ("第（一）", "第（二）")],
)
def test_markers_of_an_authors_own_at_the_head_of_a_paragraph(markers: tuple[str, str]) -> None:
    first, second = markers
    assert items(f"{first}修好路。六月底完成。", f"{second}通好水。七月底完成。") == [(first, 1), (second, 1)]


def test_bullets_are_no_enumerators_and_their_paragraphs_stay_as_they_are() -> None:
    assert items("要做到：", "• 路要修好。", "• 水要通好。", "■ 灯要点亮。") == []


def test_items_take_the_move_of_what_announces_them() -> None:
    text = "成绩来之不易，但形势不容乐观：一是主体责任不落实；二是监管力量不足。"
    [speech] = recognise(HEAD + "\n".join(["一、认清形势", text, "二、抓好重点", "要抓紧整治。"]))
    assert {b.move for b in speech.draft.blocks if b.marker in ("一是", "二是")} == {Move.SHORTCOMINGS}


def test_demands_beside_each_other_stand_in_the_same_part() -> None:
    body = [
        "一、修好堤坝", "汛前要完工。", "二、带好队伍", "要坚持引领。一方面，要管住人，另一方面，要管好钱。",
        "要从严管理。做到能上能下。", "要关心职工。再办十件实事。", "同志们，号角已经吹响。让我们努力奋斗！",
    ]  # fmt: skip
    [speech] = recognise(HEAD + "\n".join(body))
    assert [b.level for b in speech.draft.blocks][-5:] == [2, 2, 1, 1, 0]


def test_a_first_in_other_words_is_the_first_of_its_list() -> None:
    assert items("去年办了三件事：", "头一件，修路。", "第二件，架桥。", "第三件，通电。") == [
        ("头一件，", 1),
        ("第二件，", 1),
        ("第三件，", 1),
    ]
    assert items("能推得开，头一条就是有人带着干。", "头一件事要办好。") == []


def test_the_same_words_before_each_of_a_list_are_markers() -> None:
    assert items("要求不多：一条是要早动手，一条是要真落实，一条是要常检查。") == [("一条是", 1)] * 3
    assert items("要求只有一个，一条是一条。还有一种是慢，一种是懒。") == []


@pytest.mark.parametrize(
    "markers",
    [
        ("一条是", "二条是", "三条是"),
        ("一请", "二请", "三请"),
        ("第一仗，", "第二仗，", "第三仗，"),
        ("头一样，", "第二样，", "第三样，"),
    ],
)
def test_lists_are_counted_in_many_words(markers: tuple[str, ...]) -> None:
    texts = [f"{marker}大家{what}。" for marker, what in zip(markers, ("早动手", "多出力", "常通气"), strict=True)]
    assert items("这次有三件事：" + "".join(texts)) == [(marker, 1) for marker in markers]


def test_a_list_may_have_a_comma_behind_its_numerals() -> None:
    texts = ("一，路要修到村口。先修东头。", "二，渠要通到地头。", "三，人要常到田里。今年就去。")
    assert items(*texts) == [("一，", 1), ("二，", 1), ("三，", 1)]
    assert items("一，路要修到村口。先修东头。") == []


def test_people_and_things_named_by_a_number_are_no_list() -> None:
    assert items("一保供水，二保供电。", "五保户要一家一家去看，五保对象一个不能漏。") == [("一保", 1), ("二保", 1)]
    things = "三重一大事项要集体研究，三重任务一齐上肩。"
    assert items("一重落实，二重实效。", things) == [("一重", 1), ("二重", 1)]


def test_what_looks_back_on_all_parts_stands_outside_them() -> None:
    text = (
        "一、关于修路\n先修主路。\n1.备料。石子要够。\n2.动工。月底开工。\n二、关于引水\n先引山泉。\n1.勘测。要准。\n2.架管。要快。\n3.通水。要稳。\n"
        "抓以上两个方面的工作，要多到下面去看。\n再说两件杂事，也要办好。\n一是查灯。坏了就换。\n二是查桥。裂了就补。"
    )
    [speech] = recognise("在全乡工作会议上的讲话\n同志们：\n" + text)
    levels = {block.text[:4]: block.level for block in speech.draft.blocks}
    assert (levels["抓以上两"], levels["再说两件"], levels["一是查灯"]) == (0, 0, 1)


@pytest.mark.parametrize(
    "markers",
    [
        ("首先，", "第二，", "第三，"),
        ("首先，", "其次，", "第三，"),
        ("一要", "二是", "三要"),
        ("第1条：", "第2条：", "第3条："),
    ],
)
def test_a_list_may_change_its_words_on_the_way(markers: tuple[str, ...]) -> None:
    lines = [f"{marker}修好第{n}库的仓房。仓房要干燥。" for marker, n in zip(markers, "甲乙丙", strict=True)]
    assert items("我讲三点。", *lines) == [(marker, 1) for marker in markers]


def test_a_list_in_one_paragraph_may_change_its_words() -> None:
    assert items("再提三点要求：首先，要稳；第二，要快；最后，要实。") == [("首先，", 1), ("第二，", 1), ("最后，", 1)]


def test_a_farewell_is_not_the_last_of_a_list() -> None:
    found = items("第一，修好仓房。", "第二，备好资金。", "散会以前再说几句。", "最后，祝大家工作顺利！")
    assert found == [("第一，", 1), ("第二，", 1)]


def test_a_list_changes_its_words_though_a_list_in_the_other_words_stands_before_it() -> None:
    text = (
        "会前做了两件事：\n一是把账算清。\n二是把人定下。\n这两件事大家都出了力。下面讲三点：\n"
        "一要锚定目标。目标定了就不能变。\n二是要踏实肯干。肯干的人多，事情才快。\n三是要守住规矩。规矩守住了，才走得远。"
    )
    assert [marker for marker, _level in items(text)] == ["一是", "二是", "一要", "二是", "三是"]


def test_the_sentence_that_leads_from_one_list_into_the_next_stands_in_neither() -> None:
    text = (
        "组织部门办了两件事。一是配好班子。全年调整十二名干部。二是招来人才。跑了四个省。回来的有三十人。"
        "宣传部门也办了两件事。一是讲好故事。全年发稿九十篇。二是管好阵地。清理网站六个。"
    )
    [speech] = recognise(HEAD + text)
    found = [(b.marker, b.level, b.text) for b in speech.draft.blocks if b.role in (Role.ITEM, Role.PARAGRAPH)]
    assert ("", 0, "宣传部门也办了两件事。") in found
    assert ("二是", 1, "二是招来人才。跑了四个省。回来的有三十人。") in found
    assert [marker for marker, _level, _text in found if marker] == ["一是", "二是"] * 2
    assert speech.draft.text == HEAD + text


def test_a_short_item_before_another_list_keeps_its_only_sentence() -> None:
    [speech] = recognise(HEAD + "要办四件事。一是修路。二是架桥。路要修到村。一是通水。二是通电。")
    assert "二是架桥。路要修到村。" in [block.text for block in speech.draft.blocks]


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("两块工作讲完了，再看一看时间。还有两件事：", 0),
        ("两个方面都讲过了，另外交代两件事。", 0),
        ("这项工作讲完了，还有两条要注意。", 1),
    ],
)
def test_who_says_that_all_parts_are_told_speaks_outside_of_them(words: str, level: int) -> None:
    text = (
        "一、关于修路\n先修主路。\n1.备料。石子要够。\n2.动工。月底开工。\n二、关于引水\n先引山泉。\n1.勘测。要准。\n2.架管。要快。\n"
        f"{words}\n一是查灯。坏了就换。\n二是查桥。裂了就补。\n同志们，天气就要变了，让我们抓紧干起来！"
    )
    [speech] = recognise("在全乡工作会议上的讲话\n同志们：\n" + text)
    levels = {block.text[:4]: block.level for block in speech.draft.blocks}
    assert (levels[words[:4]], levels["一是查灯"]) == (level, level + 1)


def test_headings_right_below_the_last_of_several_ordinals_stand_inside_it() -> None:
    first = ("一、认清形势", "时间很紧。", "二、突出重点", "第一，要快。", "第二，要稳。")
    last = ("第三，要管好旧案。两万件旧案再看一遍。", "（一）建台账。一案一表。", "（二）勤筛查。半年查一次。")
    found = items(*first, *last, "三、抓落实", "要实。")
    ordinals = [("第一，", 2), ("第二，", 2), ("第三，", 2)]
    assert found == [("一、", 1), ("二、", 1), *ordinals, ("（一）", 3), ("（二）", 3), ("三、", 1)]


@pytest.mark.parametrize(
    "markers",
    [
        ("①", "②", "③"),
        ("⑴", "⑵", "⑶"),
        ("㈠", "㈡", "㈢"),
        ("❶", "❷", "❸"),
        ("【1】", "【2】", "【3】"),
        ("问题一：", "问题二：", "问题三："),
    ],
)
def test_the_first_of_a_list_behind_a_comma_is_no_rest_of_the_line_before(markers: tuple[str, ...]) -> None:
    items = "\n".join(
        [f"{marker}{said}" for marker, said in zip(markers, ("人手不够；", "材料不齐；", "工期太紧。"), strict=True)]
    )
    [speech] = recognise(f"在全乡工作会议上的讲话\n同志们：\n今天开会。\n当前的主要问题，\n{items}\n大家回去抓紧。")
    assert [block.marker for block in speech.draft.blocks if block.marker] == list(markers)


def test_a_half_width_stop_before_a_day_ends_a_heading_as_any_other() -> None:
    lines = ["一是抓清理.7月底前完成一轮.", "二是抓改厕.剩余的358户全部完工.", "三是抓长效.每月评比一次."]
    [speech] = recognise(f"{HEAD}要抓住关键.\n" + "\n".join(lines))
    found = [block for block in speech.draft.blocks if block.role is Role.ITEM]
    assert [block.text[: block.text.find(".") + 1] for block in found] == [
        block.marker + "".join(span.text for span in block.spans[: block.heading]) for block in found
    ]


def test_matters_that_are_headed_alike_serve_one_move_though_one_begins_with_what_was_done() -> None:
    [speech] = recognise(
        f"{HEAD}下面，我讲几点意见。\n"
        "第一，关于维护稳定工作。去年全县没有发生群体性事件，信访总量下降16%。今年要把化解矛盾放在首位，6月底前化解积案286件。\n"
        "第二，关于平安建设工作。要常态化开展扫黑除恶，严厉打击电信网络诈骗，力争发案数下降15%。\n"
        "第三，关于执法司法工作。县法院要持续攻坚执行难，县司法局要把窗口延伸到乡镇。\n"
    )
    assert {block.move for block in speech.draft.blocks if block.role is Role.ITEM} == {Move.TASKS}


def test_faults_that_are_summed_up_in_quotation_marks_are_what_is_lacking() -> None:
    [speech] = recognise(
        f"{HEAD}在肯定成绩的同时，我们也要看到，项目建设还存在“四少”：一是大项目少。投资超10亿元的项目只有3个。"
        "二是工业项目少。26个项目中工业项目11个，占42%。三是科技含量高的项目少。四是外资项目少。\n"
        "下一步，要抓好招商引资。\n"
    )
    assert {block.move for block in speech.draft.blocks if block.role is Role.ITEM} == {Move.SHORTCOMINGS}
