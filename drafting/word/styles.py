"""A layout as Word's styles: each says everything itself, so that no reader has to follow inheritance."""

from __future__ import annotations

from drafting.word.layout import Align, Layout, Style, points
from drafting.word.names import FACT_STYLE, GAP_STYLE, STYLES
from drafting.word.xml import DECLARATION, attribute, declared

_JUSTIFY = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.BOTH: "both"}
# Digits and letters are English, as in any Chinese file of Word's own: LibreOffice breaks Chinese digits anywhere.
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_HEADINGS = ("heading1", "heading2", "heading3", "heading4")
_NEXT = {"title": "Subtitle", "subtitle": "Byline", "salutation": "BodyText"} | dict.fromkeys(_HEADINGS, "BodyText")


def styles_xml(layout: Layout) -> str:
    """The part word/styles.xml."""
    keys = list(STYLES)
    return (
        f"{DECLARATION}<w:styles{declared('w')}>{_defaults(layout)}{_normal(layout)}"
        + "".join([_paragraph_style(layout, key) for key in keys])
        + "".join([_heading_character_style(layout, key) for key in _HEADINGS])
        + _shaded_style(GAP_STYLE, layout.shading.gap)
        + _shaded_style(FACT_STYLE, layout.shading.fact)
        + _FIXED
        + "</w:styles>"
    )


def style(layout: Layout, key: str) -> Style:
    """The layout's style of that key of STYLES.

    A signature is body text set right; each line that we write is placed by itself (see `signature`).
    """
    if key == "signature":
        return layout.styles.body._replace(align=Align.RIGHT, indent=0)
    found: Style = getattr(layout.styles, key)
    return found


def fonts(layout: Layout, face: str, hint: bool = False) -> str:
    """`face` in all four slots: a font that is named in one slot only is overruled in the others.

    hint: marks that Chinese and Western text share, such as — and “, are Chinese.
    """
    east = attribute(layout.fonts[face][0])
    west = attribute(layout.western) or east
    hinted = ' w:hint="eastAsia"' if hint else ""
    return f'<w:rFonts{hinted} w:ascii="{west}" w:hAnsi="{west}" w:eastAsia="{east}" w:cs="{west}"/>'


def indent_and_alignment(layout: Layout, look: Style) -> str:
    """First-line indent and alignment, which stand in the style and again in each paragraph.

    Programs that check or convert files (gongwen, LibreOffice before an edit) look for them in the paragraph only.
    The indent stands twice: in hundredths of a character for Word, in twips for those that know no characters.
    """
    twips = round(look.indent * layout.advance(look))
    indent = f'<w:ind w:firstLineChars="{round(look.indent * 100)}" w:firstLine="{twips}"/>' if look.indent else ""
    return f'{indent}<w:jc w:val="{_JUSTIFY[look.align]}"/>'


def flush_left(layout: Layout, look: Style) -> str:
    """The same for a single line that stands flush left: two characters out and two in again.

    gongwen takes a salutation below a byline for body text and wants its first line indented (CHK-C012); where it
    mends that, the line still stands flush left.
    """
    twips = 2 * layout.advance(look)
    return f'<w:ind w:left="-{twips}" w:firstLine="{twips}"/><w:jc w:val="both"/>'


def spacing(layout: Layout, look: Style, gap_after: float = 0) -> str:
    """Exact line distance (it beats Word's document grid), space before and after.

    gap_after: lines of body text after the paragraph, besides the style's own.
    """
    pitch = points(look.pitch) or layout.pitch_twips
    before, after = (round(lines * layout.pitch_twips) for lines in (look.before, look.after + gap_after))
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{pitch}" w:lineRule="exact"/>'


def _characters(layout: Layout, look: Style) -> str:
    """The run properties of a style."""
    added = layout.advance(look) - points(look.size)
    return (
        fonts(layout, look.face)
        + ("<w:b/><w:bCs/>" if look.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
        + (f'<w:spacing w:val="{added}"/>' if added else "")
        + f'<w:kern w:val="0"/>{size(look.size)}'
    )


def size(size: float) -> str:
    """A font size in points, as Word's half points."""
    half = round(size * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _defaults(layout: Layout) -> str:
    body = layout.styles.body
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(layout, body.face)}{size(body.size)}{_LANGUAGE}</w:rPr>"
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal(layout: Layout) -> str:
    """The root of all paragraph styles: what holds for Chinese text everywhere.

    kinsoku: no line begins with a closing mark. wordWrap: a number or a word is not broken over a line.
    autoSpaceDE, autoSpaceDN: no gap of Word's own between Chinese and letters or digits.
    """
    hanging = "" if layout.hanging_punctuation else ' w:val="0"'
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        f'<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct{hanging}/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f"{spacing(layout, layout.styles.body)}</w:pPr></w:style>"
    )


def _paragraph_style(layout: Layout, key: str) -> str:
    look = style(layout, key)
    identifier, name = STYLES[key]
    heading = key in _HEADINGS
    following = f'<w:next w:val="{_NEXT[key]}"/>' if key in _NEXT else ""
    link = f'<w:link w:val="{identifier}Char"/>' if heading else ""
    custom = "" if name.isascii() else ' w:customStyle="1"'
    outline = f'<w:outlineLvl w:val="{int(key[-1]) - 1}"/>' if heading else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}{link}<w:qFormat/>'
        f"<w:pPr>{'<w:keepNext/>' if heading else ''}{spacing(layout, look)}{indent_and_alignment(layout, look)}"
        f"{outline}</w:pPr><w:rPr>{_characters(layout, look)}</w:rPr></w:style>"
    )


def _heading_character_style(layout: Layout, key: str) -> str:
    """The face of a heading that is run into its paragraph."""
    identifier, name = STYLES[key]
    look = style(layout, key)
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}Char"><w:name w:val="{name} Char"/>'
        f'<w:link w:val="{identifier}"/><w:rPr>{_characters(layout, look)}</w:rPr></w:style>'
    )


def _shaded_style(identity: tuple[str, str], colour: str) -> str:
    identifier, name = identity
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{colour.upper()}"/></w:rPr></w:style>'
    )


# What Word wants to find besides: the defaults of characters, tables and lists, footer and comments.
_FIXED = (
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
)
