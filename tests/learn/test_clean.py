"""What is taken out of an old speech, and what is not: each rule by an example, each with its reason."""

from __future__ import annotations

import pytest

from drafting.learn import Speech, recognise
from tests.learn.one import BODY, TITLE, only, page


def removed(speech: Speech) -> list[str]:
    return [one.text for one in speech.removed]


@pytest.mark.parametrize(
    "line",
    [
        "时间：2021-03-05 10:20:30",
        "来源：网络 作者：佚名",
        "导语：本文来源于网友上传，不代表本站观点，如需原创请咨询客服。",
        "版权声明：本文内容由互联网用户自发贡献，本站不拥有所有权。",
        "上一篇：年终总结",
        "[1] [2] [3] 下一页",
        "请点击下载本文Word版，下载后可修改",
        "免费下载 加入VIP会员",
        "http://www.example.com/doc/1.html",
        "- 3 -",
        "第 2 页 共 8 页",
        "Copyright © 2008-2022 All Rights Reserved 备案号：京ICP备1号",
        "以上就是动员讲话稿的全部内容，希望对您有帮助！",
        "以上是收购工作会发言稿（精选）的完整内容。",
        "网友评论：写得真好，收藏了！",
        "文档评分：4.5分",
        "共5页,当前第1页1 2 3 4 5",
        "[page]",
        "[NextPage]",
        "[NextPage下一部分]",
        "#p#分页标题#e#",
        "更多讲话稿，请点击：",
        "扫码关注公众号，获取更多材料",
        "会议纪要下载",
        "（完）",
    ],
)
def test_words_of_a_site_are_taken_out_wherever_they_stand(line: str) -> None:
    for text in (page(line, BODY, BODY), page(BODY, line, BODY), page(BODY, BODY, line)):
        speech = only(text)
        assert line not in speech.draft.text
        assert line in removed(speech)
        assert speech.draft.text.count(BODY) == 2


@pytest.mark.parametrize(
    "line",
    [
        "要用好政务网站和微信公众号，把收购价格、站点位置及时上传，让群众在手机上就能查到、下载到。",
        "一、加强网站建设",
        "（二）严守版权保护底线，营造清朗网络空间。",
        "会员单位要带头，用户有投诉的，三天之内要有答复。",
        "最近，网友在市长信箱里反映了三个问题，逐条都要有回音。",
        "20**年，XX县××镇的张×同志（来源村支书）交售了一万斤。",
        "要加强版权保护，打击盗版，维护版权所有者权益。",
        "请各单位登录http://www.example.gov.cn/下载填报，三月底前完成。",
        "（三）抓好网站建设。群众可登录www.example.gov.cn免费下载表格。",
        "侵权必究，这是底线。",
        "以上就是我今天讲的全部内容，希望对大家有所帮助！",
        "以上就是今年工作的主要内容，大家要记牢。",
        "更多群众，要请到点上来看一看。",
        "网友评论说，粮站的服务变好了。",
        "综合评分：4.5分",
        "扫码关注公众号，就能预约卖粮，不用排队。",
        "欢迎大家到各收购点走一走，多提意见。",
        "相关新闻单位要搞好宣传。",
        "附件：",
        "主办：某县粮食局",
        "图为粮好，要为民收粮，图的是一个实在。",
        "更多信息要及时报送，请各镇继续关注粮价。",
        "一、方便群众扫码查价",
        "（完成四万吨）",
        "材料共5页，各镇在第1页。",
        "第一篇：做好收购文章。今年要新设站点二十个。",
        "附送：",
        "附送：奖品一份。",
        "篇1：写得好。",
        "要读《牢记初心使命 争做合格党员》，王 芳同志带头。",
    ],
)
def test_a_speech_that_speaks_of_such_things_keeps_its_words(line: str) -> None:
    speech = only(page(BODY, line, BODY))
    assert line in speech.draft.text
    assert not speech.removed


def test_a_list_of_other_texts_ends_the_speech() -> None:
    speech = only(page(BODY, BODY, "相关文章", "在全区粮食工作会议上的讲话", "同志们：" + BODY))
    assert speech.draft.text.count(BODY) == 2
    assert len(speech.removed) == 3


@pytest.mark.parametrize(
    "tail",
    [
        ["你可能关注的文档", "最近下载", "评论(0)", "发表评论"],
        ["看过本文的还看了：", "在全区粮食工作会议上的讲话"],
        ["网友评论：写得真好，收藏了！", "文档评分：4.5分", "共5页,当前第1页1 2 3 4 5"],
        ["您可能感兴趣的：", "在全区粮食工作会议上的讲话"],
        ["评论（3）", "李四：求全文"],
        ["相关标签：粮食 收购", "上一条：关于会议的通知", "【打印】【关闭】"],
        ["点赞 收藏 分享", "暂无评论"],
        ["-END-", "供稿：县粮食局", "往期推荐", "全县召开安全生产会议", "阅读 1203"],
        ["相关新闻", "县粮食局召开会议", "县粮食局开展培训"],
        ["【拓展阅读】", "粮食收购工作总结范文", "一、基本情况"],
        ["热点新闻"],
        ["图为会议现场", "更多精彩内容请关注微信公众号“公文写作”"],
        ["文章来源：某某网，转载请注明出处", "Tags：粮食收购 讲话", "------分隔线----------------"],
        ["顶一下", "(0)", "0%", "踩一下", "(0)", "0%", "赞(12) 收藏(3) 评论(0)", "收藏本文", "打赏"],
        ["欢迎关注公众号：公文写作", "网站标识码：1307000001 冀公网安备13070002000123号"],
        ["附件：", "1.会议日程.doc", "2.名单.xls", "3.粮价表.pdf"],
        ["附件：1.会议日程.docx", "主办：某县人民政府办公室 承办：某县大数据局"],
        ["上传者：abc 2024-05-01", "（本文系作者原创）"],
        ["▲收购现场", "阅读 1203", "赞 30 在看 5", "喜欢就点个“在看”吧"],
    ],
)
def test_what_a_site_shows_behind_a_speech_goes(tail: list[str]) -> None:
    speech = only(page(BODY, BODY, "谢谢大家！", *tail))
    assert speech.draft.text.endswith("\n谢谢大家！")
    assert set(tail) <= set(removed(speech))


@pytest.mark.parametrize(
    "foot",
    [
        ["集团公司办公室印发"],
        ["某某县人民政府办公室　　2024年3月5日印发"],
        ["县政府办公室", "2024年3月5日印发"],
        [
            "主题词：粮食　收购　讲话",
            "抄送：各镇党委，县粮食局。",
            "中共某县县委办公室 二〇二四年三月五日印",
            "（共印80份）",
        ],
        ["（此件公开发布）"],
        ["报：县委办、县政府办。", "送：各镇，县直各单位。"],
    ],
)
def test_the_foot_of_a_printed_paper_goes(foot: list[str]) -> None:
    speech = only(page(BODY, BODY, "谢谢大家！", *foot))
    assert speech.draft.text.endswith("\n谢谢大家！")
    assert removed(speech) == foot


@pytest.mark.parametrize(
    "line", ["方案由县政府办公室印发", "上一条路走到底。", "评论要公道", "会后，材料由县委办公室印发。"]
)
def test_last_words_that_are_like_a_foot_stay(line: str) -> None:
    assert only(page(BODY, BODY, line)).draft.text.endswith(f"\n{line}")


def test_who_noted_a_speech_down_stands_behind_it_and_is_no_part_of_it() -> None:
    blocks = only(page(BODY, BODY, "谢谢大家！", "（根据录音整理，未经本人审阅）")).draft.blocks
    assert [block.move.value for block in blocks[-2:]] == ["closing", "byline"]


def test_the_owner_behind_a_full_stop_goes_and_the_sentence_stays() -> None:
    speech = only(page(BODY, BODY + "某某文秘网版权所有"))
    assert speech.draft.text.endswith(BODY)
    assert removed(speech) == ["某某文秘网版权所有"]


def test_a_title_that_stands_twice_is_kept_once() -> None:
    for head in (f"{TITLE}\n{TITLE}", f"{TITLE}（精选范文）\n\n{TITLE}", f"2021年{TITLE}[大全3篇]\n{TITLE}"):
        speech = only(f"{head}\n同志们：\n{BODY}")
        assert speech.title == TITLE
        assert speech.draft.text == f"{TITLE}\n同志们：\n{BODY}"


def test_debris_of_a_conversion_is_made_simplified_again() -> None:
    text = "機關(guān)作風(fēng)要轉(zhuǎn)變(biàn)，著力抓好著名品牌，發(fā)展經(jīng)濟。"
    speech = only(f"關(guān)于機關(guān)作風(fēng)建設(shè)的意見\n\n市直機關(guān)各單位：\n\n{text}")
    assert speech.draft.text.split("\n") == [
        "关于机关作风建设的意见",
        "市直机关各单位：",
        "机关作风要转变，着力抓好著名品牌，发展经济。",
    ]
    assert "(guān)" in "".join(removed(speech))


def test_honest_traditional_text_and_honest_parentheses_are_left_alone() -> None:
    text = "在全縣工作會議上的講話\n同志們：\n機關作風要轉變，加入世貿組織(wto)之後，著力發展經濟。"
    assert only(text).draft.text == text


def test_numbers_of_a_real_list_are_no_chunk_numbers() -> None:
    text = page(*[f"{number}、{BODY}" for number in range(1, 6)])
    assert only(text).draft.text == text.replace("\n\n", "\n")


@pytest.mark.parametrize("end", [".", ""])
@pytest.mark.parametrize("mark", ["、", "."])
def test_numbers_of_a_list_without_chinese_stops_are_no_chunk_numbers(end: str, mark: str) -> None:
    long = (BODY * 4).rstrip("。").replace("。", ".")
    lines = [TITLE, "同志们：", "我讲四点意见" + end, *[f"{n}{mark}{long}{end}" for n in range(1, 5)]]
    speech = only("\n".join(lines))
    assert [block.marker for block in speech.draft.blocks if block.marker] == [f"{n}{mark}" for n in range(1, 5)]
    assert speech.draft.text == "\n".join(lines)


def test_lines_broken_in_the_middle_are_joined_and_headings_are_not() -> None:
    first, second = BODY[:40] + BODY[:30], BODY[30:]
    speech = only(page("一、备足仓容", "（一）清仓", first, second, "二、备足资金", BODY))
    assert speech.draft.text.split("\n")[2:] == ["一、备足仓容", "（一）清仓", first + second, "二、备足资金", BODY]


def test_masks_slips_and_half_width_marks_stay() -> None:
    text = page("XX县、××镇和**村,20**年要抓好三件事:", "一是收,二是储;", "三是销(含线上),做到应收尽收。。")
    assert only(text).draft.text == text.replace("\n\n", "\n").replace(";\n三是", ";\n三是")


def test_an_empty_text_holds_no_speech() -> None:
    assert recognise("") == []
    assert recognise("\n \u3000\n\ufeff") == []


def test_an_editor_s_words_and_tags_before_the_speech_go() -> None:
    preface = "编者按：本文从三个方面谈了收购工作，一是备仓，二是备款，供大家参考。"
    speech = only(f"{TITLE}{preface}同志们：{BODY * 2}")
    assert speech.draft.text == f"{TITLE}\n同志们：\n{BODY * 2}"
    assert removed(speech) == [preface]
    assert only(f"[县长在收购会]{TITLE}\n同志们：\n{BODY}").title == TITLE


def test_wide_blanks_behind_sentences_were_paragraphs() -> None:
    text = f"同志们：   {BODY}   一、备足仓容   {BODY}   二、备足资金   {BODY}"
    speech = only(f"{TITLE}\n{text}")
    assert speech.draft.text.split("\n")[1:] == ["同志们：", BODY, "一、备足仓容", BODY, "二、备足资金", BODY]


def test_a_file_wrapped_at_a_width_without_indents_is_joined() -> None:
    lines = [TITLE, "同志们："]
    for paragraph in (BODY * 2, "一、备足仓容", BODY * 3, "二、备足资金", BODY * 2):
        lines += [paragraph[at : at + 30] for at in range(0, len(paragraph), 30)]
    speech = only("\n".join(lines))
    assert speech.draft.text.split("\n")[2:] == [BODY * 2, "一、备足仓容", BODY * 3, "二、备足资金", BODY * 2]


def test_run_together_headings_are_parted_from_their_text() -> None:
    parts = [
        f"一、提高对收购工作的认识收购工作连着千家万户。{BODY * 4}",
        f"二、落实收购资金今年以来，资金一直偏紧。{BODY * 4}",
    ]
    speech = only(f"{TITLE}\n同志们：\n我讲两点。{''.join(parts)}")
    headings = [block.text for block in speech.draft.blocks if block.is_heading]
    assert headings[0] == "一、提高对收购工作的认识"
    assert "".join(speech.draft.text.split()) == f"{TITLE}同志们：我讲两点。{''.join(parts)}"


@pytest.mark.parametrize("line", ["推荐阅读", "延伸阅读", "相关推荐："])
def test_a_speech_that_goes_on_behind_a_pointer_is_kept(line: str) -> None:
    speech = only(page("一、备足仓容", BODY * 2, line, "二、备足资金", BODY, "谢谢大家！"))
    assert speech.draft.text == page("一、备足仓容", BODY * 2, "二、备足资金", BODY, "谢谢大家！").replace("\n\n", "\n")


def test_how_a_word_is_pronounced_is_no_debris() -> None:
    line = "要读准“确(què)定”“着(zhuó)力”“参(cān)与”。"
    assert line in only(page(BODY, line)).draft.text


def test_a_blank_behind_the_number_of_a_chapter_is_no_break() -> None:
    body = BODY * 3
    speech = only(f"{TITLE}\n同志们：  我讲两点。  第一部分　备足仓容  {body}  第二部分　备足资金  {body}")
    assert speech.draft.text.split("\n")[3:] == ["第一部分　备足仓容", body, "第二部分　备足资金", body]


def test_traditional_text_is_read_as_well_as_simplified_and_stays_traditional() -> None:
    from opencc import OpenCC

    lines = [
        TITLE, "縣長　李明", "同志們：", "經縣委研究，今天召開這次會議。",
        "一、充分認識收購工作的重大意義", BODY,
        "二、切實加強組織領導", BODY,
        "同志們，讓我們共同努力。",
    ]  # fmt: skip
    text = OpenCC("s2t").convert("\n".join(lines))
    speech = only(text)
    simple = only(OpenCC("t2s").convert(text))
    assert speech.draft.text == text
    assert speech.title == text.split("\n")[0]
    assert [(b.role, b.level, b.marker, b.move) for b in speech.draft.blocks] == [
        (b.role, b.level, b.marker, b.move) for b in simple.draft.blocks
    ]


def test_a_note_number_is_no_page_link() -> None:
    text = "在全县卫生工作会议上的讲话[1]\n同志们：\n就诊率达到91.2%[2]，费用下降3.6%。\n散会。"
    [speech] = recognise(text)
    assert speech.draft.text == text
    assert not speech.removed
    [speech] = recognise(f"{text}\n[1] [2] [3] 下一页")
    assert speech.draft.text == text


def test_what_a_site_says_before_behind_and_inside_a_speech_goes() -> None:
    says = "小编寄语：下面是小编为大家整理的讲话稿，欢迎阅读！"
    points = "更多精彩讲话稿推荐：在全县经济工作会议上的讲话"
    glued = "下载本站文档请认准范文大全网www.example123.cn。"
    lines = [
        f"范文之家版权所有 {TITLE}",
        says,
        "同志们：",
        f"一、备足仓容。{BODY}",
        points,
        f"二、备足资金。{BODY}{glued}",
    ]
    speech = only("\n\n".join(lines))
    kept = [TITLE, "同志们：", f"一、备足仓容。{BODY}", f"二、备足资金。{BODY}"]
    assert speech.draft.text == "\n".join(kept)
    assert {says, points, glued} <= set(removed(speech))


def test_an_address_that_the_speaker_names_stays() -> None:
    told = "申报请登录县政府网站www.example.gov.cn。"
    assert told in only(page(f"{BODY}{told}", BODY)).draft.text


def test_question_marks_that_are_left_of_wide_blanks_are_no_part_of_the_lines() -> None:
    lines = [TITLE, "?同志们：", "?" + BODY, "?一、修好粮仓", "? " + BODY, "？二、备好资金", "?" + BODY]
    speech = only("\n".join(lines))
    assert speech.draft.text == "\n".join([line.lstrip("?？ ") for line in lines])
    assert [block.marker for block in speech.draft.blocks if block.marker] == ["一、", "二、"]
    assert removed(speech).count("?") == 5


def test_a_line_that_begins_with_a_question_mark_by_a_slip_keeps_it() -> None:
    assert "?" + BODY in only(page(BODY, "?" + BODY, BODY)).draft.text


@pytest.mark.parametrize(
    "line", ["发表时间：2022-02-09", "上传日期:2022/2/9", "时间：2021-08-31", "秋水123 分享 时间："]
)
def test_when_a_site_took_a_text_in_is_neither_title_nor_byline(line: str) -> None:
    for head in ([line, TITLE], [TITLE, line]):
        speech = only("\n\n".join([*head, "同志们：", BODY, BODY]))
        assert speech.title == TITLE
        assert line not in speech.draft.text


def test_what_a_site_offers_behind_a_title_is_no_part_of_it() -> None:
    speech = only("\n".join([TITLE + " 领导讲话稿推荐", "同志们：", BODY, BODY]))
    assert speech.title == TITLE
    assert "领导讲话稿推荐" in removed(speech)


APART = [
    TITLE, "县长　李 明", "（2023年10月17日）", "同志们：", "今年2.1万吨的任务，10月底以前完成，大家要用 OpenData。",
    "一、备足仓容", BODY, "二、备足资金", BODY, "散会",
]  # fmt: skip


def test_blanks_between_all_characters_are_taken_out_of_head_and_body() -> None:
    text = "\n".join([" ".join(line) for line in APART])
    speech = only(text)
    assert speech.draft.text == "\n".join(APART)
    assert speech.title == TITLE
    assert [(b.role.value, b.marker) for b in speech.draft.blocks][3:6] == [
        ("salutation", ""), ("paragraph", ""), ("item", "一、"),
    ]  # fmt: skip
    assert {one.text.strip() for one in speech.removed} == {""}


def test_a_title_set_wide_keeps_its_blanks() -> None:
    wide = "讲 话 提 纲"
    assert only("\n".join([wide, "同 志 们：", BODY, BODY])).draft.text.split("\n")[:2] == [wide, "同 志 们："]


def test_a_salutation_set_wide_is_one() -> None:
    blocks = only("\n".join([TITLE, "同 志 们：", BODY, BODY])).draft.blocks
    assert blocks[1].role.value == "salutation"


def test_blanks_strewn_into_numbers_of_points_are_noise_too() -> None:
    body = "今年的粮 食收购从八 月开始，全县设点二 十六个，各点都要把 仓容、资金和人 手备齐，不打白 条。" * 4
    speech = only(f"{TITLE}\n同志们：\n{body}我讲 三 点意见。\n一 、备足仓容\n{body}")
    kept = body.replace(" ", "")
    assert speech.draft.text.split("\n")[2:] == [f"{kept}我讲三点意见。", "一、备足仓容", kept]


def test_the_first_line_of_an_indented_paragraph_goes_on_in_a_line_without_indent() -> None:
    first = "今天召开全县粮食收购工作会议，主要任务是总结去年工作，安排部署今秋"
    rest = "今冬的收购任务，动员各镇各站迅速行动起来。下面，我讲两点意见。"
    heading, other = "备足仓容，备足资金", "去年差了三天，今年一天也不能差。"
    lines = [TITLE, "同志们：", f"　　{first}", rest, f"　　{heading}", f"　　{other}", f"　　{BODY}"]
    speech = only("\n".join(lines))
    assert speech.draft.text.split("\n")[2:] == [first + rest, heading, other, BODY]


def test_the_thanks_without_an_indent_behind_a_line_that_ends_early_are_a_paragraph_in_a_wrapped_file() -> None:
    paragraphs = [
        BODY * 3,
        BODY * 2,
        "同志们，粮食收购是全县的大事。让我们共同努力，一粒不少地收上来、管得好，不让种粮人吃亏！",
    ]
    lines = [TITLE, "同志们："]
    for paragraph in paragraphs:
        whole = "　　" + paragraph
        lines += [whole[at : at + 36] for at in range(0, len(whole), 36)]
    assert len(lines[-1]) < 20
    speech = only("\n".join([*lines, "谢谢大家！"]))
    assert speech.draft.text.split("\n")[2:] == [*paragraphs, "谢谢大家！"]


def test_a_heading_of_two_clauses_is_not_joined_with_the_text_below_it() -> None:
    lines = [TITLE, "同志们：", f"　　{BODY}", "　　提高认识，统一思想，形成收购的合力", f"　　{BODY}", f"　　{BODY}"]
    assert only("\n".join(lines)).draft.text.split("\n")[3] == "提高认识，统一思想，形成收购的合力"


@pytest.mark.parametrize(
    "stamps", [("发言人1  00:00", "发言人1  02:15"), ("周敏 00:00:03", "周敏 00:02:15"), ("00:01", "03:20")]
)
def test_stamps_of_a_program_that_writes_down_a_speech_go(stamps: tuple[str, str]) -> None:
    speech = only("\n".join([TITLE, stamps[0], "同志们：", BODY, stamps[1], "一、备足仓容", BODY, BODY]))
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY, "一、备足仓容", BODY, BODY])
    assert removed(speech) == [*stamps]


def test_times_of_an_agenda_stay() -> None:
    lines = [BODY, "集合 8:30", "看点 9:00", "散会 11:30", BODY]
    assert only(page(*lines)).draft.text.split("\n")[2:] == lines


def test_a_mail_that_quotes_a_speech_gives_it_without_its_signs() -> None:
    lines = [TITLE, "同志们：", BODY, "一、备足仓容", BODY, "二、备足资金", BODY]
    assert only("\n".join([f"> {line}" for line in lines])).draft.text == "\n".join(lines)
