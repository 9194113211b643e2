"""What a clerk finds in the facts when tasks, agendas and short lists stand in the clauses of an old speech."""

from __future__ import annotations

from functools import partial

from drafting.learning.fit import fit_speech
from tests.helpers import prepared
from tests.learning.fitting import fit_shipped, fitting, tasks_of
from tests.learning.speeches import speech

OUTLINE = """
    numbering: [（一）]
    questions:
      subject: 文件标题
      issuer: 发文机关
      agenda: {ask: 讲话之前的议程（“刚才……”）, type: table, columns: {who: 谁, did: 做了什么}}
      visited: {ask: 会前看了哪些点, type: table, columns: {place: 哪里, saw: 看了什么}}
      lack: {ask: 目前的主要问题, type: list}
      targets: {ask: 量化的目标, type: list}
      principles: {ask: 要遵循的原则, type: list}
      stages: {ask: 活动分几步, type: table, columns: {span: 起止时间, do: 做什么}}
      tasks:
        ask: 任务
        type: table
        columns:
          name: {ask: 名称, required: true}
          why: {ask: 为什么, type: long}
          owner: {ask: 牵头单位}
          support: {ask: 配合单位}
          deadline: {ask: 时限, type: date}
          measures: {ask: 措施, type: list}
      stresses: {ask: 最后再强调的几点, type: table, columns: {heading: 标题, detail: {ask: 怎样要求, type: long}}}
    parts:
      - {move: title, text: "{{ subject }}"}
      - move: opening
        text: >-
          {% for a in agenda %}{{ a.who }}{{ a.did }}{% endfor %}
          {% for v in visited %}{{ v.place }}{{ v.saw }}{% endfor %}
      - {move: shortcomings, text: "{% for l in lack %}{{ l }}；{% endfor %}"}
      - {move: goals, each: targets, number: "（一）", text: "{{ item }}。"}
      - {move: goals, each: principles, number: "（一）", text: "{{ item }}。"}
      - {move: goals, text: "{% for s in stages %}{{ s.span }}{{ s.do }}{% endfor %}"}
      - move: tasks
        each: tasks
        number: "（一）"
        text: >-
          {{ name }}。{{ why }}。{% if owner %}由{{ owner }}牵头，{{ support }}配合，{{ deadline }}前完成。{% endif %}
        parts: [{each: measures, number: 一是, text: "{{ item }}"}]
      - {move: tasks, each: stresses, number: 第一，, lead: "{{ heading }}。", text: "{{ detail }}"}
      - {move: byline, text: "{{ issuer }}"}
"""


fit = fitting(OUTLINE)
tasks = partial(tasks_of, fit)


def test_who_leads_and_who_helps_is_found_without_a_preposition() -> None:
    first, second = tasks(
        "拆除旧棚。要拆除旧棚200间。县住建局牵头，县财政局、各乡镇配合，2026年2月底前完成。",
        "安装水表。要安装水表3000块。市水务集团公司负责，今年10月底前完成。",
    )
    assert (first["owner"], first["support"], first["deadline"]) == ("县住建局", "县财政局、各乡镇", "2026年2月底")
    assert first["measures"] == ["要拆除旧棚200间"]
    assert (second["owner"], second["deadline"]) == ("市水务集团公司", "10月底")


def test_who_should_be_responsible_in_general_is_no_owner() -> None:
    rows = tasks("压实责任。要压实责任，每个干部要负责，层层有人管。", "通报进度。要通报进度，按月打分。")
    assert all("owner" not in row for row in rows)


def test_who_leads_is_not_said_again_among_the_measures() -> None:
    rows = tasks(
        "改造茶园。今冬要改造3万亩，由县茶业局牵头，各乡镇落实到户。老园要整村改。",
        "建服务队。要建服务队12支。",
    )
    assert rows[0]["owner"] == "县茶业局"
    assert rows[0]["measures"] == ["今冬要改造3万亩", "各乡镇落实到户", "老园要整村改"]


def test_rows_that_begin_with_a_short_name_take_it_from_the_heading() -> None:
    rows = tasks("缩短时限。要把两个环节并成一个。", "提高能力。要每周集中培训。")
    assert [row["name"] for row in rows] == ["缩短时限", "提高能力"]


def test_the_agenda_is_found_behind_other_sentences() -> None:
    text = (
        "上午，大家到松林村看了采茶机怎样作业，到青崖茶厂看了分级线。"
        "刚才，张庄合作社理事长滕小红谈了体会，县农业局通报了进度，总结了经验，我都同意。"
    )
    found = fit((text, "", 0, "opening")).answers
    assert found["visited"] == [
        {"place": "松林村", "saw": "采茶机怎样作业"},
        {"place": "青崖茶厂", "saw": "分级线"},
    ]
    assert found["agenda"] == [
        {"who": "张庄合作社理事长滕小红", "did": "谈了体会"},
        {"who": "县农业局", "did": "通报了进度，总结了经验"},
    ]


def test_shortcomings_and_stages_in_one_sentence_are_a_list() -> None:
    found = fit(
        ("目前存在的主要问题是：开放时间短，新书少，管理员不稳。", "", 0, "shortcomings"),
        ("活动分三步走：3月查摆问题，4月到5月集中整改，6月总结评比。", "", 0, "goals"),
    ).answers
    assert found["lack"] == ["开放时间短", "新书少", "管理员不稳"]
    assert [row["span"] for row in found["stages"]] == ["3月", "4月到5月", "6月"]
    assert found["stages"][1]["do"] == "集中整改"


def test_what_was_done_is_no_principle() -> None:
    text = "去年，全县图书室接待读者21万人次；流通图书9.8万册次。"
    fitted = fit((text, "", 0, "goals"))
    assert "principles" not in fitted.answers
    assert any("接待读者" in text for text in fitted.unplaced)


def test_only_what_is_said_to_be_stressed_is_stressed() -> None:
    parts = (
        ("一、宣讲工作", "一、", 1, "tasks"),
        ("今年宣讲1420场，听众不少，反响也好。", "", 1, "tasks"),
        ("二、文物工作", "二、", 1, "tasks"),
        ("登记文物317处，年底要来验收，抓紧。", "", 1, "tasks"),
    )
    assert "stresses" not in fit(*parts).answers
    last = (
        ("最后再强调两点：", "", 0, "tasks"),
        ("第一，抓申报。省级资金11月截止。", "第一，", 1, "tasks"),
        ("第二，抓安全。每场都要有预案。", "第二，", 1, "tasks"),
    )
    assert [row["heading"] for row in fit(*parts, *last).answers["stresses"]] == ["抓申报", "抓安全"]


def test_a_title_that_is_an_answer_alone_is_found_and_who_issues() -> None:
    found = fit(
        ("全县乡村图书室工作意见", "", 0, "title", "title"),
        ("县文化广电旅游局", "", 0, "byline", "byline"),
    ).answers
    assert (found["subject"], found["issuer"]) == ("全县乡村图书室工作意见", "县文化广电旅游局")


def test_the_words_that_the_outline_says_before_a_heading_are_no_answer() -> None:
    ready = prepared("""
        numbering: [一是]
        questions:
          moods:
            ask: 要克服的情绪
            type: table
            columns: {name: {ask: 哪种情绪, required: true}, seen: {ask: 表现, type: long}}
        parts: [{move: significance, each: moods, number: 一是, lead: "要克服{{ name }}。", text: "{{ seen }}"}]
    """)
    draft = speech(
        ("要克服两种情绪：", "", 0, "significance"),
        ("一是克服厌烦情绪。台账补了三遍还缺页。", "一是", 1, "significance"),
        ("二是克服侥幸情绪。有人说抽不到自己头上。", "二是", 1, "significance"),
    )
    rows = fit_speech(draft, ready, "small").answers["moods"]
    assert [row["name"] for row in rows] == ["厌烦情绪", "侥幸情绪"]


def test_what_is_to_be_done_is_no_reason() -> None:
    rows = tasks(
        "把好关口。聘请营养师，每周公布食谱。",
        "融合业务。去年有3个组没有支部。在征期把支部建在专案组上。",
        "练好本领。每周五集中培训，不合格的下窗口。",
    )
    assert [row.get("why", "") for row in rows] == ["", "去年有3个组没有支部。", ""]
    assert [row["measures"] for row in rows] == [
        ["聘请营养师，每周公布食谱"],
        ["在征期把支部建在专案组上"],
        ["每周五集中培训，不合格的下窗口"],
    ]


def test_words_alone_in_a_sentence_are_listed_when_no_question_takes_them() -> None:
    fitted = fit("“自律”。没有人随随便便成功。", "会议到此结束。散会。")
    assert fitted.unplaced == ("“自律”。没有人随随便便成功。", "会议到此结束。散会。")


def test_what_stands_before_the_meeting_is_named_is_its_background() -> None:
    outline = """
    questions:
      background: {ask: 会前的背景, type: long}
      meeting: 会议名称
      call: 结尾的落点
    parts:
      - {move: opening, text: "{{ background }}。今天召开{{ meeting }}，研究今年的工作。"}
      - {move: closing, text: "同志们，让我们鼓足干劲、一步不停，{{ call }}！"}
    """
    lines = (("同志们，让我们鼓足干劲、一步不停，修好每一处渠道，让全县的田都浇上水！", "", 0, "closing"),)
    fit_to = fitting(outline)
    told = fit_to(
        ("上月底，市里通报了考核结果，我县排在第六。今天召开水利会议，研究今年的工作。", "", 0, "opening"), *lines
    ).answers
    assert told["background"] == "上月底，市里通报了考核结果，我县排在第六"
    assert told["call"] == "修好每一处渠道，让全县的田都浇上水"
    untold = fit_to(("今天召开水利会议，研究今年的工作。", "", 0, "opening"), *lines).answers
    assert "background" not in untold


def test_what_joins_a_reason_to_the_sentence_before_is_no_part_of_it() -> None:
    rows = tasks(
        "改造水厂。应当看到，城东水厂已经用了三十年，滤池三处渗漏。要更换滤池，由县水务局牵头，9月底前完成。",
        "清洗水池。应当说，小区水池三年没有洗过。要逐个清洗，由县卫健局牵头，10月底前完成。",
    )
    assert [row["why"] for row in rows] == ["城东水厂已经用了三十年，滤池三处渗漏。", "小区水池三年没有洗过。"]


def test_with_whom_something_was_done_is_not_who_did_it() -> None:
    fitted = fit(("刚才，县水务局作了工作报告，与各乡镇签订了责任书，李庄镇作了发言。", "", 0, "opening"))
    assert fitted.answers["agenda"] == [
        {"who": "县水务局", "did": "作了工作报告，与各乡镇签订了责任书"},
        {"who": "李庄镇", "did": "作了发言"},
    ]


def test_a_task_of_one_sentence_that_tells_no_reason_is_what_is_to_be_done() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("二、主要任务", "二、", 1, "tasks"),
        ("（一）坑塘治理。每村至少治理坑塘1处。", "（一）", 2, "tasks"),
        ("（二）道路整修。整修生产路16条、23.5公里。", "（二）", 2, "tasks"),
        ("（三）机井配套。全镇还有57眼机井没有电表。", "（三）", 2, "tasks"),
    )
    ponds, roads, wells = fitted.answers["tasks"]
    assert (ponds["measures"], roads["measures"]) == (["每村至少治理坑塘1处"], ["整修生产路16条、23.5公里"])
    assert (wells["why"], "measures" in wells) == ("全镇还有57眼机井没有电表。", False)


def test_how_people_are_to_behave_is_no_task_and_answers_the_question_about_it() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("一、任务依然艰巨", "一、", 1, "tasks"),
        ("（一）抓产业。新建大棚320个。", "（一）", 2, "tasks"),
        ("（二）抓就业。转移就业600人。", "（二）", 2, "tasks"),
        ("二、作风必须过硬", "二、", 1, "tasks"),
        ("（一）要勤，多下村。", "（一）", 2, "tasks"),
        ("（二）要实，不作秀。", "（二）", 2, "tasks"),
    )
    assert [row["heading"] for row in fitted.answers["tasks"]] == ["抓产业", "抓就业"]
    assert fitted.answers["conduct"] == "要勤，多下村。要实，不作秀"


def test_a_greeting_and_the_season_are_not_what_went_before_the_meeting() -> None:
    opening = "今天，我们召开秋季开学大会。"
    for before in ("大家早上好！金秋送爽，丹桂飘香。", "大家好！", "春暖花开，万象更新。"):
        assert "background" not in fit_shipped("work_conference", (before + opening, "", 0, "opening")).answers
    fitted = fit_shipped("work_conference", ("同志们好！上个月省里开了现场会。" + opening, "", 0, "opening"))
    assert fitted.answers["background"] == "上个月省里开了现场会"


def test_who_leads_where_the_money_comes_from_and_who_checks_are_found_by_other_words_for_them() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("三、强化措施", "三、", 1, "guarantee"),
        ("一要加强领导。镇里成立指挥部，由镇长任指挥长。", "一要", 2, "guarantee"),
        ("二要筹足资金。采取镇补一点、村筹一点的办法。", "二要", 2, "guarantee"),
        ("三要严格督查。镇督查组每周通报一次。", "三要", 2, "guarantee"),
    )
    told = {key: str(fitted.answers.get(key, "")).rstrip("。") for key in ("command", "funds", "checks")}
    assert told == {
        "command": "镇里成立指挥部，由镇长任指挥长",
        "funds": "采取镇补一点、村筹一点的办法",
        "checks": "镇督查组每周通报一次",
    }


def test_what_is_lacking_seen_from_several_sides_is_a_list() -> None:
    fitted = fit_shipped(
        "work_conference",
        (
            "也要认识到存在的不足。从规模看，各院之间发展不平衡，最少的只有9件。从质量上讲，重数量轻质量。从队伍看，专业人才匮乏。",
            "",
            0,
            "shortcomings",
        ),
    )
    expected = ["各院之间发展不平衡，最少的只有9件", "重数量轻质量", "专业人才匮乏"]
    assert fitted.answers["shortcomings"] == expected


def test_principles_and_targets_stand_in_the_items_that_are_headed_so() -> None:
    lines = [
        ("一、总体要求", "一、", 1, "goals"),
        ("（一）指导思想。坚持市场导向、科技支撑。", "（一）", 2, "goals"),
        ("（二）基本原则。坚持因地制宜、分类指导；坚持质量优先、绿色发展。", "（二）", 2, "goals"),
        ("（三）发展目标。到2027年，蔬菜面积达到5万亩，年产量35万吨，初步建成基地。", "（三）", 2, "goals"),
        ("二、重点任务", "二、", 1, "tasks"),
    ]
    fitted = fit_shipped("opinion", *lines)
    assert fitted.answers["principles"] == ["坚持因地制宜、分类指导", "坚持质量优先、绿色发展"]
    assert fitted.answers["targets"] == ["到2027年，蔬菜面积达到5万亩", "年产量35万吨，初步建成基地"]
    assert any("坚持市场导向" in text for text in fitted.unplaced)


def test_a_fault_in_a_paragraph_keeps_what_tells_of_it_but_no_remark_behind() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("同时，问题也不容忽视。", "", 0, "shortcomings"),
        ("一是水质不稳定。去年有3个断面出现超标。", "一是", 1, "shortcomings", "", True),
        ("二是责任落实不到位。有的河长没有巡过一次河。", "二是", 1, "shortcomings", "", True),
        ("三是管网滞后。对此，我们必须高度重视。", "三是", 1, "shortcomings", "", True),
    )
    expected = ["水质不稳定，去年有3个断面出现超标", "责任落实不到位，有的河长没有巡过一次河", "管网滞后"]
    assert fitted.answers["shortcomings"] == expected


def test_targets_stand_behind_the_sentence_that_they_must_be_reached_without_those_of_others() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("一、去年的成绩不小。", "一、", 1, "achievements"),
        (
            "二、今年的目标必须完成。新签约项目100个以上，其中亿元项目不少于30个；到位资金300亿元，增长15%以上。"
            "任务分解：武陵县60亿元，鼎城区55亿元。",
            "二、",
            1,
            "goals",
        ),
        ("三、具体的举措要实。", "三、", 1, "tasks"),
    )
    expected = ["新签约项目100个以上，其中亿元项目不少于30个", "到位资金300亿元，增长15%以上"]
    assert fitted.answers["targets"] == expected
    assert any("鼎城区55亿元" in text for text in fitted.unplaced)


def test_a_ratio_is_not_parted_at_its_colon() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("成绩面前，也要清醒。护患比还达不到1:0.6的标准，夜班人力紧张；个别病区服务生硬。", "", 0, "shortcomings"),
    )
    assert fitted.answers["shortcomings"] == ["护患比还达不到1:0.6的标准，夜班人力紧张", "个别病区服务生硬"]


def test_good_wishes_are_no_thanks() -> None:
    fitted = fit_shipped("work_conference", ("向全院867名护理人员致以节日的问候！", "", 0, "opening"))
    assert "thanks_to" not in fitted.answers


def test_a_target_keeps_the_day_before_it_and_what_is_to_cover_all_is_one() -> None:
    fitted = fit_shipped(
        "on_site",
        ("三、干什么", "三、", 1, "tasks"),
        ("今年的目标是：到年底，80%以上的村开展分类，明年实现全覆盖；处理率达到98%以上。", "", 1, "goals"),
    )
    assert fitted.answers["targets"] == ["到年底，80%以上的村开展分类", "明年实现全覆盖", "处理率达到98%以上"]


def test_places_that_were_seen_stand_side_by_side_with_what_was_seen_there() -> None:
    fitted = fit_shipped(
        "on_site",
        (
            "现场会在云溪县召开。我们实地察看了云溪县枫林镇中转站、石桥村积分超市、桃源村阳光堆肥房，很受启发。",
            "",
            0,
            "opening",
        ),
    )
    assert fitted.answers["visited"] == [
        {"place": "云溪县枫林镇", "saw": "中转站"},
        {"place": "石桥村", "saw": "积分超市"},
        {"place": "桃源村", "saw": "阳光堆肥房"},
    ]
