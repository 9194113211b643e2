"""The parts of a .docx around its text: settings, fonts, properties, and the lists that tie parts together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from drafting.word.layout import Layout, Position
from drafting.word.names import ID_PROPERTY, STATE_NAMESPACE
from drafting.word.xml import DECLARATION, attribute, declared, default, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE_TYPE = "application/vnd.openxmlformats-package."
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument."

# Part -> (content type, kind of relation from the document).
DOCUMENT_PARTS = {
    "word/styles.xml": (f"{_WORD}styles+xml", f"{_OFFICE}styles"),
    "word/settings.xml": (f"{_WORD}settings+xml", f"{_OFFICE}settings"),
    "word/fontTable.xml": (f"{_WORD}fontTable+xml", f"{_OFFICE}fontTable"),
    "word/theme/theme1.xml": (f"{_OFFICE_TYPE}theme+xml", f"{_OFFICE}theme"),
    "word/footer1.xml": (f"{_WORD}footer+xml", f"{_OFFICE}footer"),
    "word/footer2.xml": (f"{_WORD}footer+xml", f"{_OFFICE}footer"),
    "word/comments.xml": (f"{_WORD}comments+xml", f"{_OFFICE}comments"),
    "customXml/item1.xml": ("application/xml", f"{_OFFICE}customXml"),
}
# Part -> (content type, kind of relation from the package).
PACKAGE_PARTS = {
    "word/document.xml": (f"{_WORD}document.main+xml", f"{_OFFICE}officeDocument"),
    "docProps/core.xml": (f"{_PACKAGE_TYPE}core-properties+xml", f"{_PACKAGE}metadata/core-properties"),
    "docProps/app.xml": (f"{_OFFICE_TYPE}extended-properties+xml", f"{_OFFICE}extended-properties"),
    "docProps/custom.xml": (f"{_OFFICE_TYPE}custom-properties+xml", f"{_OFFICE}custom-properties"),
}
_STATE_PROPERTIES = ("customXml/itemProps1.xml", f"{_OFFICE_TYPE}customXmlProperties+xml", f"{_OFFICE}customXmlProps")
APP = f"{DECLARATION}<Properties{default('ep')}><Application>drafting</Application></Properties>"


class Properties(NamedTuple):
    """What a file browser shows of a document."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""


def core_xml(properties: Properties) -> str:
    """The part docProps/core.xml; it holds no date, so that the same input gives the same file."""
    return (
        f"{DECLARATION}<cp:coreProperties{declared('cp', 'dc')}><dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject><dc:creator>{escape(properties.author)}</dc:creator>"
        f"<cp:keywords>{escape(properties.keywords)}</cp:keywords><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def custom_xml(identifier: str) -> str:
    """The part docProps/custom.xml, which carries the id that ties the file to its state."""
    return (
        f"{DECLARATION}<Properties{default('op')}{declared('vt')}>"
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{ID_PROPERTY}">'
        f"<vt:lpwstr>{identifier}</vt:lpwstr></property></Properties>"
    )


# What Chinese text must not end or begin a line with (as Word has it for zh-CN), and the parts of numbers.
_NOT_LAST = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥" + "－"
_NOT_FIRST = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
_NOT_FIRST += "万亿年月日元"
_WHOLE_NUMBERS = (
    f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{attribute(_NOT_LAST)}"/>'
    f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{attribute(_NOT_FIRST)}"/>'
)


def settings_xml(layout: Layout) -> str:
    """The part word/settings.xml. Word 2013's own way of laying out (mode 15), with what Chinese text needs."""
    outside = "<w:evenAndOddHeaders/>" if layout.page_number.position is Position.OUTSIDE else ""
    compress = "compressPunctuation" if layout.compress_punctuation else "doNotCompress"
    return (
        f'{DECLARATION}<w:settings{declared("w")}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        f'<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>{outside}'
        f'<w:characterSpacingControl w:val="{compress}"/>{_WHOLE_NUMBERS if layout.whole_numbers else ""}'
        "<w:compat><w:spaceForUL/>"
        "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_xml(layout: Layout) -> str:
    """The part word/fontTable.xml: each font with those that may stand in for it (w:altName)."""
    fonts = {names[0]: names[1:] for names in layout.fonts.values()}
    if layout.western:
        fonts.setdefault(layout.western, ())
    return (
        f"{DECLARATION}<w:fonts{declared('w')}>"
        + "".join([_font(name, others) for name, others in fonts.items()])
        + "</w:fonts>"
    )


def _font(name: str, others: Iterable[str]) -> str:
    names = attribute(",".join(others))
    instead = f'<w:altName w:val="{names}"/>' if names else ""
    # 86 is the character set of simplified Chinese, which lets Word choose a Chinese font if all names fail.
    charset = "" if name.isascii() else '<w:charset w:val="86"/>'
    kind = '<w:family w:val="auto"/><w:pitch w:val="variable"/>'
    return f'<w:font w:name="{attribute(name)}">{instead}{charset}{kind}</w:font>'


def state_properties_xml(identifier: str) -> str:
    """The part customXml/itemProps1.xml, with a GUID made of the state's id (16 hexadecimal digits)."""
    digits = (identifier * 2).upper()
    guid = "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]])
    return (
        f'{DECLARATION}<ds:datastoreItem{declared("ds")} ds:itemID="{{{guid}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def content_types_xml(names: Iterable[str]) -> str:
    """The part [Content_Types].xml for a package of these parts."""
    present = set(names)
    types = {name: kind for name, (kind, _relation) in (PACKAGE_PARTS | DOCUMENT_PARTS).items()}
    types[_STATE_PROPERTIES[0]] = _STATE_PROPERTIES[1]
    overrides = [f'<Override PartName="/{name}" ContentType="{types[name]}"/>' for name in types if name in present]
    return (
        f"{DECLARATION}<Types{default('ct')}>"
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>' + "".join(overrides) + "</Types>"
    )


def relationships_xml(kinds: Mapping[str, tuple[str, str]], names: Iterable[str], base: str = "") -> str:
    """The relations to those of `names` that stand in `kinds`; their ids are rId1, rId2, ... in the order of `kinds`.

    base: the folder of the part that the relations start from, such as `word/`.
    """
    present = set(names)
    relations = [
        f'<Relationship Id="rId{number}" Type="{relation}" Target="{_target(name, base)}"/>'
        for number, (name, (_kind, relation)) in enumerate(kinds.items(), 1)
        if name in present
    ]
    return f"{DECLARATION}<Relationships{default('rel')}>{''.join(relations)}</Relationships>"


def _target(name: str, base: str) -> str:
    if name.startswith(base):
        return name.removeprefix(base)
    return "../" + name


STATE_RELATIONSHIPS = (
    f"{DECLARATION}<Relationships{default('rel')}>"
    f'<Relationship Id="rId1" Type="{_STATE_PROPERTIES[2]}" Target="itemProps1.xml"/></Relationships>'
)
