"""What stands beside an answer in dense passages, and is none: faults, stories, helpers, what others are to do."""

from __future__ import annotations

from typing import Any

from tests.learning.fitting import fit_shipped


def _tasks(*lines: tuple[Any, ...]) -> list[dict[str, Any]]:
    return list(fit_shipped("work_conference", ("二、主要任务", "二、", 1, "tasks"), *lines).answers["tasks"])


def test_what_is_due_of_one_thing_goes_on_with_it_where_more_is_to_be_done() -> None:
    tasks = _tasks(
        (
            "（一）抓工程。要加快推进水厂建设，确保6月底前完成主体工程，年底前通水。要改造管网80公里。",
            "（一）",
            2,
            "tasks",
        ),
        ("（二）抓服务。深入开展服务活动。", "（二）", 2, "tasks"),
    )
    assert tasks[0] == {
        "heading": "抓工程",
        "measures": ["加快推进水厂建设，确保6月底前完成主体工程，年底前通水", "改造管网80公里"],
    }


def test_what_is_settled_by_a_day_is_not_what_stands_before() -> None:
    [row, _other] = _tasks(
        ("（一）抓清收。由纪委牵头，主动对接县委组织部，11月底前全部清零。", "（一）", 2, "tasks"),
        ("（二）抓服务。深入开展服务活动。", "（二）", 2, "tasks"),
    )
    assert (row["owner"], row["measures"], "deadline" in row) == (
        "纪委",
        ["主动对接县委组织部，11月底前全部清零"],
        False,
    )


def test_who_helps_is_nothing_to_be_done_where_no_column_asks() -> None:
    fitted = fit_shipped(
        "party_building",
        ("二、抓实重点", "二、", 1, "tasks"),
        ("（一）抓实支部建设。要开展标准化创建，达标率达到95%。由机关党委牵头，人事科配合。", "（一）", 2, "tasks"),
        ("（二）抓实阵地建设。要建成党员活动室。", "（二）", 2, "tasks"),
    )
    assert fitted.answers["tasks"][0]["measures"] == ["开展标准化创建，达标率达到95%"]
    assert any("人事科配合" in text for text in fitted.unplaced)


def test_an_owner_of_one_thing_does_not_lead_what_another_body_does() -> None:
    fitted = fit_shipped(
        "inspection_drive",
        ("三、注意几个细节", "三、", 1, "tasks"),
        (
            "一要补齐短板。专用教室住建局牵头，10月25日前必须完工；还缺器材1260件，财政局本周内拨付资金。",
            "一要",
            2,
            "tasks",
        ),
        ("二要资料真实。要做到表册一致。", "二要", 2, "tasks"),
    )
    assert "owner" not in fitted.answers["heeds"][0]


def test_how_things_are_is_no_measure_though_somebody_is_to_see_to_it() -> None:
    told = "目前还有4所学校的专用教室不达标，住建局牵头，10月25日前必须完工；还缺器材1260件，财政局本周内拨付资金。"
    fitted = fit_shipped(
        "inspection_drive",
        ("三、注意几个细节", "三、", 1, "tasks"),
        (f"一要补齐短板。{told}", "一要", 2, "tasks"),
        ("二要资料真实。要做到表册一致。", "二要", 2, "tasks"),
    )
    first = fitted.answers["heeds"][0]
    assert "measures" not in first
    assert told in first.values()


def test_how_a_mood_shows_and_what_argues_against_it_demand_nothing() -> None:
    fitted = fit_shipped(
        "inspection_drive",
        ("第二层意思，是克服几种情绪", "第二层意思，", 1, "significance"),
        ("一是克服自满情绪。有的同志觉得可以松口气了。要看到，市里只看了5所学校。", "一是", 2, "significance"),
        ("二是克服侥幸心理。有的学校想着抽不到自己。这次由电脑随机抽取。", "二是", 2, "significance"),
    )
    assert fitted.answers["moods"] == [
        {"name": "自满情绪", "seen": "有的同志觉得可以松口气了", "argument": "市里只看了5所学校。"},
        {"name": "侥幸心理", "seen": "有的学校想着抽不到自己", "argument": "这次由电脑随机抽取。"},
    ]


def test_what_is_lacking_in_a_matter_and_why_is_not_what_was_done() -> None:
    fitted = fit_shipped(
        "organisation_work",
        ("一、关于地方志工作", "一、", 1, "tasks"),
        ("市志已经通过审查。存在的主要问题是乡镇志进度慢，主要原因是缺人才。下一步：", "", 1, "achievements"),
        ("（一）确保出版。今年要付印3000套。", "（一）", 2, "tasks"),
        ("（二）用好志书。要编写乡土教材。", "（二）", 2, "tasks"),
        ("二、关于档案工作", "二、", 1, "tasks"),
        ("去年接待查档3.4万人次。但也要看到，还有3个县区没有库房。今年抓好两件事：", "", 1, "achievements"),
        ("（一）抓库房。要建成新馆。", "（一）", 2, "tasks"),
        ("（二）抓移交。要按期进馆。", "（二）", 2, "tasks"),
    )
    history, archives = fitted.answers["topics"]
    assert (history["done"], history["lacking"], history["cause"]) == ("市志已经通过审查。", ["乡镇志进度慢"], "缺人才")
    assert (archives["done"], archives["lacking"]) == ("去年接待查档3.4万人次。", ["还有3个县区没有库房"])


def test_the_story_of_one_man_is_told_whole_and_gives_no_figures_of_the_year() -> None:
    fitted = fit_shipped(
        "campaign",
        (
            "今年以来，收回不良贷款3.27亿元，同比多收8600万元，不良率降至3.85%，较年初下降0.62个百分点。"
            "资产部的老黄同志，为了找到一个借款人，三下广东，行程6800公里，终于收回本息213万元。",
            "",
            0,
            "achievements",
        ),
    )
    assert [row["what"] for row in fitted.answers["figures"]] == ["收回不良贷款", "不良率降至"]
    assert fitted.answers["hard_work"].startswith("资产部的老黄同志，为了找到一个借款人")


def test_a_month_is_no_figure() -> None:
    fitted = fit_shipped(
        "symposium",
        ("去年3月，我们启动行动，累计派出志愿者4368名，筹集资金1260万元。", "", 0, "achievements"),
    )
    assert [row["what"] for row in fitted.answers["figures"]] == ["累计派出志愿者", "筹集资金"]


def test_the_cause_of_all_faults_is_not_of_the_last_alone() -> None:
    fitted = fit_shipped(
        "symposium",
        ("还存在一些不足：", "", 0, "shortcomings"),
        ("一是发展不平衡。有8个县不足20人。", "一是", 1, "shortcomings"),
        ("二是机制不健全，有的地方一阵风。究其原因，主要是思想上重使用轻培养。", "二是", 1, "shortcomings", "", True),
    )
    assert fitted.answers["cause"] == "思想上重使用轻培养"
    assert fitted.answers["shortcomings"][-1] == {"point": "机制不健全，有的地方一阵风"}


def test_a_paragraph_that_secures_all_tasks_is_not_of_the_last() -> None:
    fitted = fit_shipped(
        "campaign",
        ("二、怎么干", "二、", 1, "tasks"),
        ("一抓大户清收。由行领导包户，每周调度。", "一抓", 2, "tasks"),
        ("二抓诉讼清收。年内执结案件400件。", "二抓", 2, "tasks"),
        ("各支行行长是第一责任人，连续三周末位的免职。", "", 2, "guarantee"),
    )
    assert fitted.answers["liable"] == "各支行行长是第一责任人，连续三周末位的免职"
    assert "行长" not in str(fitted.answers["contents"][1])


def test_principles_are_those_that_are_called_so_and_no_figures() -> None:
    fitted = fit_shipped(
        "opinion",
        ("一、总体要求", "一、", 1, "goals"),
        (
            "近年来，累计加装电梯386部，比上年增加142部；受理申请1215件。但还存在意见难统一、管线迁改慢等问题。"
            "要坚持“居民自愿、政府引导、依法监管”的原则，以需求为导向。",
            "",
            1,
            "goals",
        ),
        ("各街道要于每季度末25日前，将进展情况报送区住建局。", "", 0, "guarantee"),
    )
    assert fitted.answers["principles"] == ["居民自愿", "政府引导", "依法监管"]
    assert fitted.answers["problems"] == ["意见难统一", "管线迁改慢"]
    assert fitted.answers["report"] == "各街道要于每季度末25日前，将进展情况报送区住建局"


def test_what_is_said_about_each_matter_answers_its_question() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("三、今年的工作", "三、", 1, "tasks"),
        (
            "关于考核，发生事故的单位负责人就地免职。关于投入，按收入的2%提取费用，预计1.1亿元。关于作风，每周下车间3次。",
            "",
            1,
            "guarantee",
        ),
    )
    assert fitted.answers["checks"] == "发生事故的单位负责人就地免职"
    assert fitted.answers["funds"] == "按收入的2%提取费用，预计1.1亿元"
    assert fitted.answers["conduct"] == "每周下车间3次"


def test_turns_from_one_thing_to_another_are_rows() -> None:
    fitted = fit_shipped(
        "on_site",
        (
            "差距还很大。要实现两个转变：由零散种养向规模经营转变，千亩以上的基地只有19个；由卖原料向卖产品转变，转化率只有21%。",
            "",
            0,
            "shortcomings",
        ),
    )
    assert fitted.answers["turns"] == [
        {"from": "零散种养", "to": "规模经营", "evidence": "千亩以上的基地只有19个"},
        {"from": "卖原料", "to": "卖产品", "evidence": "转化率只有21%"},
    ]


def test_how_the_meeting_came_about_and_who_was_there_are_told_in_set_phrases() -> None:
    opening = (
        "今天，县委、县政府在这里召开全县整治动员大会，各乡镇党委书记和32个村的支部书记参加了会议。"
        "会议传达了市委书记高远同志的批示：“整治必须见效。”我还同各单位签订了责任书。"
    )
    fitted = fit_shipped("mobilisation", (opening, "", 0, "opening"))
    told = {key: fitted.answers.get(key) for key in ("host", "attended", "instruction_from", "instruction")}
    assert told == {
        "host": "县委、县政府",
        "attended": "各乡镇党委书记和32个村的支部书记",
        "instruction_from": "市委书记高远同志",
        "instruction": "整治必须见效",
    }


def test_papers_further_speakers_and_who_studied_it_are_told_in_set_phrases() -> None:
    opening = (
        "市委常委会2月18日专题听取了三项工作汇报。会上印发了《工作要点》和《管理规定》，请大家抓好落实。"
        "副市长景然同志还要作讲话，请认真领会。"
    )
    fitted = fit_shipped("organisation_work", (opening, "", 0, "opening"))
    told = {key: fitted.answers.get(key) for key in ("home", "papers", "leader")}
    assert told == {
        "home": "市委常委会2月18日专题听取了三项工作汇报",
        "papers": "《工作要点》和《管理规定》",
        "leader": "副市长景然同志",
    }


def test_how_it_is_inspected_how_long_it_is_and_for_whom_thanks_are_given() -> None:
    fitted = fit_shipped(
        "inspection_drive",
        ("离评估组进校还有28天。会前，通报表扬了县一小等10个先进单位。", "", 0, "opening"),
        ("省评估组将于11月9日采取随机抽查的办法，一所不合格就一票否决。", "", 0, "significance"),
        ("在这里，我代表县委、县政府，向全县教育工作者表示衷心的感谢！", "", 0, "achievements"),
    )
    told = {key: fitted.answers.get(key) for key in ("time_left", "awards", "inspection", "on_behalf")}
    assert told == {
        "time_left": "离评估组进校还有28天",
        "awards": "通报表扬了县一小等10个先进单位",
        "inspection": "省评估组将于11月9日采取随机抽查的办法，一所不合格就一票否决",
        "on_behalf": "代表县委、县政府",
    }


def test_a_year_that_means_something_and_a_hard_night_are_told_in_set_phrases() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("特别是去年8月12日凌晨，抢修中心36名职工在泥水里连续奋战17个小时。", "", 0, "achievements"),
        ("2025年是规划的收官之年，也是集团成立30周年。总的要求是：稳中求进。", "", 0, "goals"),
    )
    assert fitted.answers["hard_work"] == "去年8月12日凌晨，抢修中心36名职工在泥水里连续奋战17个小时"
    assert fitted.answers["meaning"] == "2025年是规划的收官之年，也是集团成立30周年"


def test_what_the_host_is_wished_and_the_line_of_work_are_told_in_set_phrases() -> None:
    fitted = fit_shipped(
        "on_site",
        ("希望融江县再接再厉，继续当好排头兵。", "", 0, "experience"),
        ("全市发展的总体思路是：生态优先、科技支撑。", "", 0, "goals"),
    )
    assert fitted.answers["site_wish"] == "再接再厉，继续当好排头兵"
    assert fitted.answers["approach"] == "生态优先、科技支撑"


def test_who_sees_to_it_is_no_measure_and_what_is_done_each_week_is_one() -> None:
    villages, cars = _tasks(
        ("（一）农村管控。每个乡镇要设立3个劝导站，由各县区政府负责落实，农机部门配合。", "（一）", 2, "tasks"),
        ("（二）重点车辆。实行“一车一档”，市公安局牵头，每周开展一次检查，带病上路的一律停运。", "（二）", 2, "tasks"),
    )
    assert villages == {
        "heading": "农村管控",
        "measures": ["每个乡镇要设立3个劝导站"],
        "owner": "各县区政府",
        "support": "农机部门",
    }
    assert cars["measures"] == ["实行“一车一档”", "每周开展一次检查，带病上路的一律停运"]
    assert "schedule" not in cars


def test_figures_side_by_side_are_each_told() -> None:
    fitted = fit_shipped("symposium", ("全市查处酒驾1872起、超员超载4316起，报废旧车986辆。", "", 0, "achievements"))
    told = [(row["what"], row["now"]) for row in fitted.answers["figures"]]
    assert told == [("全市查处酒驾", "1872起"), ("超员超载", "4316起"), ("报废旧车", "986辆")]


def test_an_instruction_that_was_given_upon_reading_names_its_giver_whole() -> None:
    told = "县委书记曹卫东同志在百忙之中审阅了会议材料，并作出批示：“望再接再厉，守护平安。”大家要认真领会。"
    fitted = fit_shipped("organisation_work", (told, "", 0, "opening"))
    assert fitted.answers["instruction_from"] == "县委书记曹卫东同志"
    assert fitted.answers["instruction"] == "望再接再厉，守护平安"


def test_where_the_meeting_is_held_is_told_by_what_is_learned_from_it_and_in_the_rain() -> None:
    fitted = fit_shipped(
        "on_site",
        ("大家冒雨看了柳溪村的渠道衬砌、桃树坪村的山塘清淤，桩桩件件实实在在。", "", 0, "opening"),
        ("一、柳溪村为什么能干成", "一、", 1, "experience"),
        ("二、下一步怎么干", "二、", 1, "tasks"),
        ("目标就是一条：62公里渠道全部完工，迎接验收。", "", 1, "goals"),
    )
    assert fitted.answers["site"] == "柳溪村"
    assert [row["place"] for row in fitted.answers["visited"]] == ["柳溪村", "桃树坪村"]
    assert fitted.answers["aim"] == "62公里渠道全部完工，迎接验收"


def test_a_long_paragraph_is_no_one_answer_though_a_part_of_it_is() -> None:
    told = (
        "各县区长要靠前指挥，每周至少调度一次，国庆假期一线带班，遇到问题当场解决，不能等不能拖，更不能上推下卸。"
        "市督查室、市安委办要组成4个暗访组，每周暗访、每周通报。"
        "各新闻媒体要曝光一批典型违法案例，形成震慑，让每一个驾驶人都知道怕、每一个家庭都懂得劝，"
        "把平安的道理讲进学校、讲进工厂、讲进村组，讲到千家万户的饭桌上去，做到家喻户晓、人人皆知，不留一处死角。"
    )
    fitted = fit_shipped(
        "inspection_drive",
        ("三、强化责任", "三、", 1, "guarantee"),
        (told, "", 1, "guarantee"),
    )
    assert fitted.answers["checks"] == "市督查室、市安委办要组成4个暗访组，每周暗访、每周通报"


def test_what_is_stressed_at_the_end_is_a_heading_and_what_it_means_though_it_secures_the_tasks() -> None:
    fitted = fit_shipped(
        "organisation_work",
        ("最后，再强调两点：", "", 0, "guarantee"),
        ("一是加强领导，把三项工作列入目标考核；", "一是", 1, "guarantee", "", True),
        ("二是保障经费，每年不低于600万元。", "二是", 1, "guarantee", "", True),
    )
    assert fitted.answers["stresses"] == [
        {"heading": "加强领导", "detail": "把三项工作列入目标考核"},
        {"heading": "保障经费", "detail": "每年不低于600万元"},
    ]


def test_demands_in_one_paragraph_of_a_matter_are_its_steps() -> None:
    fitted = fit_shipped(
        "organisation_work",
        ("一、关于平安建设", "一、", 1, "tasks"),
        ("（一）严打犯罪。开展专项行动，案件下降20%。", "（一）", 2, "tasks"),
        ("（二）织密网络。新建智能小区58个。", "（二）", 2, "tasks"),
        ("二、关于队伍建设", "二、", 1, "tasks"),
        (
            "去年查处案件7件，教训深刻。要深化能力提升，全年轮训干警1200人次；要关爱基层干警，落实年休假政策。",
            "",
            1,
            "tasks",
        ),
    )
    steps = [row for row in fitted.answers["steps"] if row["topic"] == "队伍建设"]
    assert steps == [
        {"heading": "深化能力提升", "topic": "队伍建设", "how": "全年轮训干警1200人次"},
        {"heading": "关爱基层干警", "topic": "队伍建设", "how": "落实年休假政策"},
    ]
