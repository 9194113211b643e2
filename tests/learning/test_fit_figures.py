"""What a clerk finds in the facts of the figures that an old speech gives."""

from __future__ import annotations

from tests.learning.fitting import fit_shipped, fitting

OUTLINE = """
    questions:
      figures:
        ask: 最说明问题的几个总量
        type: table
        columns:
          what: {ask: 指标, required: true}
          now: {ask: 本期, type: number, required: true}
          before: {ask: 上期, type: number}
      rates:
        ask: 最说明问题的几个比率
        type: table
        columns:
          what: {ask: 指标, required: true}
          now: {ask: 本期, type: percent, required: true}
          before: {ask: 上期, type: percent}
    parts:
      - move: goals
        text: >-
          {% for f in figures %}{{ f.what }}{{ f.now }}，上年是{{ f.before }}；{% endfor %}
          {% for r in rates %}{{ r.what }}{{ r.now }}，上年是{{ r.before }}；{% endfor %}
"""
fit = fitting(OUTLINE)


def test_totals_and_rates_are_told_apart_and_what_stood_before_is_found_where_it_is_said() -> None:
    answers = fit(
        (
            "去年新修渠道30公里，比上年同期增加5公里；浇上水的田由2万亩扩大到3万亩；水费收缴率达到92%，与上年相比提高3个百分点。",
            "",
            0,
            "goals",
        ),
    ).answers
    assert answers["figures"] == [
        {"what": "去年新修渠道", "now": "30公里"},
        {"what": "浇上水的田", "now": "3万亩", "before": "2万亩"},
    ]
    assert answers["rates"] == [{"what": "水费收缴率达到", "now": "92%"}]


def test_what_is_aimed_at_is_no_figure_of_what_there_is() -> None:
    assert "figures" not in fit(("今年的目标是：浇上水的田由3万亩扩大到5万亩。", "", 0, "goals")).answers


def test_what_grew_is_listed_with_its_growth_where_no_question_takes_the_growth() -> None:
    fitted = fit(("去年新修渠道30公里，同比增长7.2%，共清淤12处。", "", 0, "goals"))
    assert fitted.answers["figures"] == [{"what": "去年新修渠道", "now": "30公里"}]
    assert "去年新修渠道30公里，同比增长7.2%" in fitted.unplaced


SUMMED_UP = (
    "2023年，全县造林18600亩，占任务的103.5%，抚育幼林4.2万亩，森林覆盖率达到67.8%。平均病程缩短到62天以内。"
    "但火情仍有发生，直接损失12.6万元，两人受伤。"
)


def test_figures_told_one_after_the_other_are_taken_without_their_growth_but_no_losses() -> None:
    answers = fit((SUMMED_UP, "", 0, "achievements")).answers
    assert answers["figures"] == [{"what": "全县造林", "now": "18600亩"}, {"what": "抚育幼林", "now": "4.2万亩"}]
    assert answers["rates"] == [{"what": "森林覆盖率达到", "now": "67.8%"}]


def test_how_far_a_figure_is_from_others_and_how_long_somebody_kept_at_it_are_no_figures_of_the_year() -> None:
    said = "全县造林18600亩，超计划600亩，病虫害发生率控制在0.12%，低于全市0.05个百分点，护林员老杨连续工作32个小时。"
    answers = fit((said, "", 0, "achievements")).answers
    assert answers["figures"] == [{"what": "全县造林", "now": "18600亩"}]
    assert answers["rates"] == [{"what": "病虫害发生率控制在", "now": "0.12%"}]


def test_one_figure_in_what_is_told_makes_no_row() -> None:
    assert "figures" not in fit(("去年全县造林18600亩，群众出了大力。", "", 0, "achievements")).answers


def test_a_target_keeps_what_it_is_a_target_of_and_its_growth() -> None:
    def targets(said: str) -> list[str]:
        fitted = fit_shipped("work_conference", (said, "", 0, "goals"))
        assert "全县茶叶总产量" not in "".join(fitted.unplaced)
        return list(fitted.answers["targets"])

    of_tea = ["全县茶叶总产量预期目标为1.2万吨，增长8%", "综合产值达到30亿元"]
    assert targets("今年全县茶叶总产量预期目标为1.2万吨，增长8%，综合产值达到30亿元。") == of_tea
    assert targets("今年，全县茶叶总产量目标是1.2万吨。") == ["全县茶叶总产量目标是1.2万吨"]
    assert targets("今年的主要预期目标是：茶叶总产量1.2万吨，产值30亿元。") == ["茶叶总产量1.2万吨", "产值30亿元"]
    assert targets("今年的目标是茶叶总产量1.2万吨，产值30亿元。") == ["茶叶总产量1.2万吨", "产值30亿元"]
    assert targets("要抓住机遇，确保茶叶总产量1.2万吨，产值30亿元。") == ["确保茶叶总产量1.2万吨", "产值30亿元"]


def test_what_part_of_a_year_brought_is_not_told_as_the_figures_of_the_year() -> None:
    fitted = fit_shipped(
        "work_conference",
        (
            "前三季度，全行存款余额达到126亿元，较年初增加9亿元；不良率0.91%，比年初下降0.12个百分点。",
            "",
            0,
            "achievements",
        ),
    )
    assert "figures" not in fitted.answers
    assert any("126亿元" in text for text in fitted.unplaced)


def test_by_how_much_something_changed_is_no_figure_of_what_there_is() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("去年，修路30公里，比上年增加5公里；投诉起数同比下降16起；办结诉求1260件。", "", 0, "achievements"),
    )
    assert fitted.answers["figures"] == [{"what": "修路", "now": "30公里"}, {"what": "办结诉求", "now": "1260件"}]
    assert any("投诉起数同比下降16起" in text for text in fitted.unplaced)


def test_what_is_said_of_a_part_of_a_figure_is_not_told_of_the_whole() -> None:
    fitted = fit_shipped(
        "work_conference",
        (
            "去年，全县组织税费收入20.4亿元，同比增长9.7%，其中税收收入13.5亿元，增收1.2亿元，人均纳税8600元；"
            "办理退税1.7亿元，惠及企业4100户。",
            "",
            0,
            "achievements",
        ),
    )
    told = [(row["what"], row["now"]) for row in fitted.answers["figures"]]
    assert told == [("全县组织税费收入", "20.4亿元"), ("办理退税", "1.7亿元"), ("惠及企业", "4100户")]
    assert any("其中税收收入13.5亿元，增收1.2亿元" in text for text in fitted.unplaced)


def test_a_clause_that_says_by_how_much_more_and_not_of_what_is_no_figure() -> None:
    said = "去年，全县组织税费收入20.4亿元，增收1.2亿元；办理退税1.7亿元，惠及企业4100户。"
    fitted = fit_shipped("work_conference", (said, "", 0, "achievements"))
    assert "增收" not in [row["what"] for row in fitted.answers["figures"]]
    assert any("增收1.2亿元" in text for text in fitted.unplaced)


def test_a_figure_behind_a_year_is_not_cut_inside_it_nor_at_its_commas() -> None:
    told = "2031年公司营收12.6亿元，同比增长8.3%，净利润9,860万元，新签合同156份。"
    assert fit((told, "", 0, "achievements")).answers["figures"] == [
        {"what": "公司营收", "now": "12.6亿元"},
        {"what": "净利润", "now": "9,860万元"},
        {"what": "新签合同", "now": "156份"},
    ]


def test_what_was_done_altogether_is_a_figure_without_the_word_that_adds_up() -> None:
    rows = fit_shipped(
        "work_conference",
        ("去年以来，工作开局良好。共选聘普查员1286名，完成登记12.6万户，登记率达到98.5%。", "", 0, "achievements"),
    ).answers["figures"]
    assert {"what": "选聘普查员", "now": "1286名"} in [{key: str(cell) for key, cell in row.items()} for row in rows]


def test_the_figures_of_the_whole_are_not_told_as_those_of_the_host() -> None:
    said = ("去年全市粮食播种面积682.3万亩，新改建公路286公里，建成美丽乡村126个。", "", 0, "achievements")
    assert "site_figures" not in fit_shipped("on_site", said).answers
    assert len(fit_shipped("work_conference", said).answers["figures"]) == 3


def test_a_target_begins_with_what_is_aimed_at() -> None:
    said = "总的目标是，一个目标，就是农民收入增长7%以上。三个确保，就是确保粮食总产61亿斤，确保建成高标准农田20万亩。"
    targets = fit_shipped("work_conference", (said, "", 0, "goals")).answers["targets"]
    assert not any(str(target).startswith("就是") for target in targets)


def test_a_figure_of_so_many_things_is_not_cut_behind_their_number() -> None:
    text = "12个断面优良比例达到83.3%，同比提高8.3个百分点；整治排污口328个，新建泵站6座。"
    said = (f"过去一年，环境持续改善。{text}", "", 0, "achievements")
    rows = fit_shipped("work_conference", said).answers["figures"]
    assert [row["what"] for row in rows] == ["12个断面优良比例达到", "整治排污口", "新建泵站"]
