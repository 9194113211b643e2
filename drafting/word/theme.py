"""The theme part. Nothing of ours uses its fonts, but Word and WPS look them up, so they are ours too."""

from __future__ import annotations

from drafting.word.layout import Layout
from drafting.word.xml import DECLARATION, attribute, declared

_COLOURS = (
    '<a:clrScheme name="drafting">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2>'
    '<a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4>'
    '<a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6>'
    '<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>'
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="drafting"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(layout: Layout) -> str:
    """The part word/theme/theme1.xml, with the title's font for headings and the body's for text."""
    return (
        f'{DECLARATION}<a:theme{declared("a")} name="drafting"><a:themeElements>{_COLOURS}'
        '<a:fontScheme name="drafting">'
        f"<a:majorFont>{_font(layout, layout.styles.title.face)}</a:majorFont>"
        f"<a:minorFont>{_font(layout, layout.styles.body.face)}</a:minorFont></a:fontScheme>{_FORMATS}"
        "</a:themeElements></a:theme>"
    )


def _font(layout: Layout, face: str) -> str:
    east = attribute(layout.fonts[face][0])
    west = attribute(layout.western) or east
    return (
        f'<a:latin typeface="{west}"/><a:ea typeface="{east}"/><a:cs typeface="{west}"/>'
        f'<a:font script="Hans" typeface="{east}"/>'
    )
