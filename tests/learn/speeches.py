"""Speeches of known structure, made at random, and the noise that document sites put into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from drafting.chinese.enumerators import style
from drafting.chinese.numerals import to_chinese

WORDS = """
村道 河渠 粮仓 桥涵 渡口 集市 校舍 诊所 果园 茶场 渔港 窑厂 库房 堤岸 水闸 林带 电网 车队 账目 图纸 清单 台账 人手
工期 材料 修整 清点 添置 疏通 翻新 归并 核对 登记 搬迁 加固 收购 储备 分发 调换 勘察 测量 补种 轮换 巡护 记录 汇总
公布 交付 验收
""".split()
NESTING = (
    ("一、", "（一）", "1.", "一是"),
    ("一、", "第一，", "一是"),
    ("一、", "1、", "一要"),
    ("（一）", "1.", "（1）", "一是"),
    ("第一，", "一是", "一要"),
    ("一、", "一要", "一是"),
    ("一、", "（一）", "①"),
    ("首先，", "（一）", "一是"),
    ("一、", "（一）", "第一个环节，"),
    ("第一部分，", "一、", "（一）", "一靠"),
    ("一、", "(一)", "1、", "(1)"),
)
INLINE = ("一是", "一要", "一靠")


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerated item: its marker and level, and the first words behind the marker."""

    marker: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Made:
    """A speech with what is known about it. paragraphs: its lines, title and salutation among them."""

    paragraphs: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        return self.paragraphs[0]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


class Maker:
    """Makes one speech."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._items: list[Item] = []
        self._lines: list[str] = []

    def speech(self) -> Made:
        place = self._random.choice(["全县", "全区", "全市", "全镇"])
        topic = "".join(self._random.sample(WORDS, 2))
        self._lines = [f"在{place}{topic}工作会议上的讲话", "同志们："]
        self._lines.append(self.sentences(2) + "下面，我讲几点意见。")
        self._parts(self._random.choice(NESTING), 1)
        self._lines.append("同志们，" + self.sentences(2))
        return Made(tuple(self._lines), tuple(self._items))

    def _parts(self, styles: Sequence[str], level: int) -> None:
        """A list at one level, each item with a heading, its text, and perhaps a list inside."""
        count = self._random.randint(2, 4)
        own_line = level == 1 or self._random.random() < 0.3
        inline = styles[0] in INLINE
        if inline:
            self._inline(styles[0], level, count)
            return
        for number in range(1, count + 1):
            marker = style(styles[0]).marker(number, count)
            heading = self.words(5)
            self._items.append(Item(marker, level, heading))
            deeper = len(styles) > 1 and level < 4 and self._random.random() < 0.6
            if own_line:
                self._lines += [marker + heading, self.sentences(2)]
            else:
                self._lines.append(marker + heading + "。" + self.sentences(3))
            if deeper:
                self._parts(styles[1:], level + 1)

    def _inline(self, sample: str, level: int, count: int) -> None:
        texts = []
        for number in range(1, count + 1):
            marker = style(sample).marker(number, count)
            words = self.words(4)
            self._items.append(Item(marker, level, words))
            texts.append(marker + words + "，" + self.clause() + ("。" if number == count else "；"))
        self._lines[-1] += "具体来说，" + "".join(texts)

    def words(self, count: int) -> str:
        return "".join(self._random.choices(WORDS, k=count))

    def clause(self) -> str:
        return self.words(self._random.randint(3, 6))

    def sentences(self, count: int) -> str:
        return "".join("，".join(self.clause() for _ in range(self._random.randint(2, 5))) + "。" for _ in range(count))


def make(seed: int) -> Made:
    """The speech of a seed."""
    return Maker(Random(seed)).speech()


def chunked(made: Made, random: Random) -> str:
    """All in one, a number before each chunk of much the same length."""
    text = "".join(made.paragraphs)
    if len(text) < 900:
        return made.text  # too little for chunks
    size = random.randint(160, 220)
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return "\n\n".join(f"{number}、{piece}" for number, piece in enumerate(pieces, 1))


def wrapped(made: Made, random: Random) -> str:
    """Broken at a width, paragraphs indented, as old mail and old text files are."""
    width = random.randint(28, 46)
    lines: list[str] = []
    for paragraph in made.paragraphs[2:]:
        whole = "\u3000\u3000" + paragraph
        lines += [whole[at : at + width] for at in range(0, len(whole), width)]
    return "\n".join([*made.paragraphs[:2], *lines])


def framed(made: Made, random: Random) -> str:
    """With words of a site before, behind and inside, the title twice."""
    before = ["首页 > 范文大全 > 讲话稿", made.title, "时间：2021-03-05 10:20:30", "来源：网络 作者：佚名 阅读：1024次"]
    behind = ["版权声明：本文内容由互联网用户上传，如有侵权请联系客服删除。", "相关文章", made.title, "上一篇：没有了"]
    body = list(made.paragraphs)
    at = random.randint(3, len(body) - 1)
    body.insert(at, "[1] [2] 下一页")
    return "\n\n".join([*before, *body, *behind])


def spaced(made: Made, random: Random) -> str:
    """With blanks between characters, as scans have them."""
    lines = list(made.paragraphs)
    for at in range(2, len(lines)):
        if len(lines[at]) < 12:
            continue
        place = random.randint(8, len(lines[at]) - 1)  # behind the marker
        if (
            lines[at][place - 1] not in "，。；：、"
            and lines[at][place] not in "一二三四五六七八九第首其再最（(①②③④123456789"
        ):
            lines[at] = lines[at][:place] + "  " + lines[at][place:]
    return "\n".join(lines)


def broken(made: Made, random: Random) -> str:
    """With lines broken in the middle of a long sentence."""
    lines: list[str] = []
    for line in made.paragraphs:
        if len(line) > 140:
            place = random.randint(70, len(line) - 40)
            lines += (
                [line[:place], line[place:]]
                if line[place - 1] not in "。；：" and line[place] not in "一二三四（"
                else [line]
            )
        else:
            lines.append(line)
    return "\n\n".join(lines)


def plain(made: Made, random: Random) -> str:
    """As it is."""
    return made.text


NOISES: tuple[Callable[[Made, Random], str], ...] = (plain, framed, wrapped, broken, spaced, chunked)


def several(speeches: Sequence[Made]) -> str:
    """Several in one file, each under its number."""
    return "\n\n".join(
        f"第{to_chinese(number)}篇：{made.title}\n\n" + "\n\n".join(made.paragraphs)
        for number, made in enumerate(speeches, 1)
    )
