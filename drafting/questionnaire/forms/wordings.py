"""What stands in a form beside the questions. It belongs to the form and is Chinese, whatever the interface speaks."""

from __future__ import annotations

from drafting.outline.model import Question, Type

TITLE = "讲话素材填报表"
ANSWERS_SHEET = "填报事项"
UNIT, PERSON, PHONE = "@unit", "@person", "@phone"
ABOUT = {UNIT: "填报单位", PERSON: "填报人", PHONE: "联系电话"}
ABOUT_HELP = {UNIT: "写全称；材料按单位归集", PERSON: "有疑问时找谁", PHONE: ""}
ABOUT_GROUP = "填报信息"
HEADER = ("序号", "填报事项", "填写说明", "示例", "填写")
REQUIRED = "＊"
OWN = "新填的行空着，即为本单位"
YES, NO = "是", "否"

_SHORT = 24  # characters of choices that are named beside the list that offers them
_TYPES = {
    Type.LONG: "可写几句话或几段话",
    Type.NUMBER: "填数字，可带“万”“亿”",
    Type.PERCENT: "填百分数，如 12.3%",
    Type.DATE: "填日期，如 2026-6-30、6月底",
    Type.TIME: "填时刻，如 9:30、下午3点",
    Type.YESNO: "选“是”或“否”",
    Type.LIST: "一行写一条，换行按 Alt+Enter",
}


def kind_hint(question: Question, *, drop_down: bool = True) -> str:
    """What is to be filled in: the type in words, the unit, how many entries. drop_down: a list offers the choices."""
    hint = _TYPES.get(question.type, "")
    if question.unit:
        hint += f"，单位：{question.unit}"
    if question.type is Type.CHOICE:
        words = "、".join(question.choices)
        choose = "从下拉列表中选" if drop_down else "从中选一个，照写"
        hint = f"{choose}：{words}" if len(words) <= _SHORT or not drop_down else choose
    return "，".join(filter(None, (hint, how_many(question))))


def how_many(question: Question) -> str:
    """How many entries a list or table takes; "" if any number does."""
    least, most = question.at_least, question.at_most
    if least and most:
        return f"{least}条" if least == most else f"{least}至{most}条"
    if most:
        return f"最多{most}条"
    return f"至少{least}条" if least else ""


def none_hint(question: Question) -> str:
    """How to say that there are none."""
    may_be_none = question.type in (Type.LIST, Type.TABLE) and not question.required
    return "确实没有的，填“无”" if may_be_none else ""


def default_hint(question: Question) -> str:
    """What holds if nothing is filled in."""
    return f"不填即为“{question.default}”" if question.default else ""


def sentences(*parts: str) -> str:
    """Remarks one behind the other, parted as sentences; empty ones left out."""
    return "；".join(part.strip().rstrip("。；") for part in parts if part.strip())


def how_to_fill(due: str, back_to: str, *, tables: bool) -> str:
    """How a spreadsheet is filled in and returned.

    due: as people read it, or "". back_to: who gets it, or "". tables: there are sheets for tables.
    """
    others = "后面各工作表是表格，每行填一条，行数不够可以插入行。" if tables else ""
    return (
        f"填写方法：只填浅黄色单元格，带{REQUIRED}的必填；一时答不上来的先空着，不要编。{others}"
        f"请不要删改灰色部分。{how_to_return(due, back_to)}"
    )


def how_to_return(due: str, back_to: str) -> str:
    """By when the form goes back, and to whom."""
    return f"{f'请于{due}前' if due else '填好后请'}原样保存，发回{back_to}。"
