"""Files as people and other programs leave them: everything that may stand in a paragraph, and around it."""

from __future__ import annotations

import base64
import io
import re
import zipfile

from drafting.word import Writer
from tests.word.samples import QUESTIONS, layout, speech, state

DRAFT = speech()
OURS = Writer(layout()).write(DRAFT, state=state(DRAFT), questions=QUESTIONS)
WITH_FACTS = Writer(layout()).write(DRAFT, state=state(DRAFT), questions=QUESTIONS, markup=True)

_NAMESPACES = (
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = f' {_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"{_NAMESPACES}'
"""The namespaces of everything below."""

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_EXTENT = '<wp:extent cx="360000" cy="360000"/>'
PICTURE = (
    f'<w:r><w:drawing><wp:inline>{_EXTENT}<wp:docPr id="1" name="图1"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="图1"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
BOX = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>{_EXTENT}<wp:docPr id="2" name="框"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>框中的话</w:t>'
    "</w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框中的话</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
EQUATION = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
FOOTNOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="16"/><w:hpsRaise w:val="30"/>'
    '<w:hpsBaseText w:val="32"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>zhāo</w:t></w:r></w:rt>'
    "<w:rubyBase><w:r><w:t>㐂</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_LI = 'w:author="李四" w:date="2026-01-02T03:04:00Z"'
_WANG = 'w:author="王五" w:date="2026-02-03T04:05:00Z"'


def r(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, style: str = "BodyText", mark: str = "", more: str = "") -> str:
    rest = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}<w:jc w:val="both"/>{rest}</w:pPr>{"".join(content)}</w:p>'


def ins(number: int, content: str, who: str = _LI) -> str:
    return f'<w:ins w:id="{number}" {who}>{content}</w:ins>'


def deleted(number: int, text: str, who: str = _LI) -> str:
    return f'<w:del w:id="{number}" {who}>{r(text).replace("w:t", "w:delText")}</w:del>'


def field(code: str, *shown: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{''.join(shown)}{end}"


def moved(number: int, text: str) -> str:
    """A phrase that somebody has moved within a paragraph, from its end to its beginning."""
    start = f'<w:moveToRangeStart w:id="{number}" {_WANG} w:name="move1"/><w:moveTo w:id="{number + 1}" {_WANG}>'
    there = f'{start}{r(text)}</w:moveTo><w:moveToRangeEnd w:id="{number}"/>'
    start = (
        f'<w:moveFromRangeStart w:id="{number + 2}" {_WANG} w:name="move1"/><w:moveFrom w:id="{number + 3}" {_WANG}>'
    )
    return f'{there}{r("中间的话")}{start}{r(text)}</w:moveFrom><w:moveFromRangeEnd w:id="{number + 2}"/>'


def control(number: int, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


COMMENTED = (
    f'{r("前面，")}<w:commentRangeStart w:id="7"/>{r("这句话请核实")}<w:commentRangeEnd w:id="7"/>'
    f'<w:r><w:commentReference w:id="7"/></w:r>{r("，后面。")}'
)
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/>'
    f"</w:tblGrid><w:tr><w:tc><w:tcPr/>{p(r('指标'))}</w:tc><w:tc><w:tcPr/>{p(r('12.5亿元'))}{p()}</w:tc></w:tr></w:tbl>"
)
SECTION = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'

MESSY = [
    p(r("在全市经济工作会议上的讲话"), style="Title"),
    p(r("同志们："), style="Salutation"),
    p(
        r("要把"),
        r("项目建设", "<w:b/><w:bCs/>"),
        r("作为牛鼻子，"),
        r("一项一项", '<w:color w:val="FF0000"/>'),
        r("抓落实。"),
    ),
    p(r("图前"), PICTURE, r("图后")),
    p(BOX, r("有文本框的一段。")),
    p(r("公式"), EQUATION, r("之后，脚注"), FOOTNOTE, r("之后。")),
    TABLE,
    p(r("表格后面的一段。")),
    p(
        ins(101, r("李四加的话，")),
        r("增长"),
        deleted(102, "5.8%"),
        ins(103, r("6.1%"), _WANG),
        r("，达到1,234.56亿元。"),
    ),
    p(
        ins(104, r("加了又") + deleted(105, "删", _WANG) + r("改")),
        r("的话。"),
    ),
    p(moved(110, "移来的话，"), r("。")),
    p(r("这一段的段落标记"), mark=f'<w:del w:id="120" {_LI}/>'),
    p(r("被删掉了。")),
    p(deleted(121, "整段删掉的话。"), mark=f'<w:del w:id="122" {_WANG}/>'),
    p(ins(123, r("李四另起的一段。")), mark=f'<w:ins w:id="124" {_LI}/>'),
    p(r("控件里的"), control(77, r("内容")), r("照改。")),
    control(78, p(r("整段在控件里。")) + p(r("第二段也在。"))),
    p(r("见"), f'<w:hyperlink r:id="rIdLink">{r("市政府网站", "<w:u/>")}</w:hyperlink>', r("上的通知。")),
    p(
        r("第"),
        field(" PAGE ", r("3")),
        r("页，"),
        f'<w:fldSimple w:instr=" DATE ">{r("2026年")}</w:fldSimple>',
        r("为准。"),
    ),
    p(field(" REF a ", r("字段开头")), r("的一段。")),
    p(COMMENTED),
    p(r("前一页。"), PAGE_BREAK, r("后一页。")),
    p(r("张"), RUBY, r("同志。")),
    p(),
    p(r("改过样子", f'<w:i/><w:rPrChange w:id="130" {_LI}><w:rPr/></w:rPrChange>'), r("的字。"), more="<w:keepNext/>"),
    p(r("横排的一节到此为止。")).replace("</w:pPr>", f"{SECTION}</w:pPr>"),
    p(r("一是"), f'<w:smartTag w:uri="u" w:element="e">{r("智能")}</w:smartTag>', r("标记；"), r("二是"), r("好的。")),
    p(r("最后一段话。")),
]


def file(body: list[str], wps: bool = False) -> bytes:
    """A .docx with these blocks, and with the parts that they need; wps: with the ids of styles that WPS gives."""
    with zipfile.ZipFile(io.BytesIO(OURS)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    head, end = text[: text.index("<w:p>")], text[text.rindex("<w:sectPr") :]
    head = head.replace("<w:document", f'<w:document{_NAMESPACES} mc:Ignorable=""', 1).replace(' mc:Ignorable=""', "")
    parts["word/document.xml"] = (head + "".join(body) + end).encode()
    _add(parts, "word/media/image1.png", PNG, "image/png", "image", "rIdPicture")
    _add(parts, "word/footnotes.xml", _FOOTNOTES.encode(), _word("footnotes"), "footnotes", "rIdNotes")
    parts["word/comments.xml"] = _COMMENTS.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    target = 'Target="https://example.org/" TargetMode="External"'
    _tie(parts, f'<Relationship Id="rIdLink" Type="{kind}" {target}/>')
    if wps:
        _number_styles(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


_FOOTNOTES = (
    f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>数据来源：统计局。</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
_COMMENTS = (
    f'<w:comments {_W}><w:comment w:id="7" w:author="王五" w:date="2026-02-03T04:05:00Z" w:initials="王"><w:p><w:r>'
    "<w:t>请核实。</w:t></w:r></w:p></w:comment></w:comments>"
)


def _word(kind: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


def _add(parts: dict[str, bytes], name: str, data: bytes, content_type: str, kind: str, identifier: str) -> None:
    parts[name] = data
    types = parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
    target = name.removeprefix("word/")
    _tie(parts, f'<Relationship Id="{identifier}" Type="{relation}" Target="{target}"/>')


def _tie(parts: dict[str, bytes], relation: str) -> None:
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation + "</Relationships>").encode()


def _number_styles(parts: dict[str, bytes]) -> None:
    """Style ids are numbers, as WPS writes them; the names stay."""
    names = re.findall(r'w:styleId="([^"]+)"', parts["word/styles.xml"].decode())
    for part in [name for name in parts if name.startswith("word/") and name.endswith(".xml")]:
        text = parts[part].decode()
        for number, name in enumerate(names):
            for attribute in (f'w:styleId="{name}"', f'Style w:val="{name}"', f'link w:val="{name}"'):
                text = text.replace(attribute, attribute.replace(name, str(number + 2)))
            for element in ("basedOn", "next"):
                text = text.replace(f'<w:{element} w:val="{name}"/>', f'<w:{element} w:val="{number + 2}"/>')
        parts[part] = text.encode()
