"""A template as a package: its parts as Word names them, and the same bytes each time."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.kinds import Master
from prikaz.masters.builder.markup import DECLARATION, OFFICE, part, w
from prikaz.masters.builder.numbering import numbering
from prikaz.masters.builder.page import HEADERS, headers
from prikaz.masters.builder.stylesheet import FONT, stylesheet
from prikaz.opc.packing import pack

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE: Final = "2026-01-01T00:00:00Z"

#: Parts that word/document.xml refers to by themselves: name → kind.
_ASIDE: Final = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "webSettings": "webSettings",
    "fontTable": "fontTable",
}


def package(master: Master, document: str) -> bytes:
    """The .docx of a master with ``document`` as its main part."""
    return pack({name: text.encode() for name, text in _parts(master, document).items()})


def _parts(master: Master, document: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relationships(),
        **{f"word/{name}": text for name, text in headers().items()},
        "word/styles.xml": stylesheet(master),
        "word/numbering.xml": numbering(),
        "word/settings.xml": _settings(),
        "word/webSettings.xml": part("webSettings", w("optimizeForBrowser"), w("allowPNG")),
        "word/fontTable.xml": _fonts(),
        "docProps/core.xml": _core(),
        "docProps/app.xml": _app(),
    }


def _content_types() -> str:
    kinds = {f"/word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _ASIDE.items()}
    kinds |= {f"/word/{name}": f"{_WORD}.header+xml" for name in HEADERS.values()}
    kinds |= {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(kinds.items())
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _package_relationships() -> str:
    return _relationships(
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )


def _document_relationships() -> str:
    aside = (
        (f"rId{number}", f"{OFFICE}/{kind}", f"{name}.xml")
        for number, (name, kind) in enumerate(_ASIDE.items(), 1)
    )
    heads = ((relationship, f"{OFFICE}/header", name) for relationship, name in HEADERS.items())
    return _relationships(*aside, *heads)


def _relationships(*items: tuple[str, str, str]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in items
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _settings() -> str:
    word = "http://schemas.microsoft.com/office/word"
    behaviour = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
        "useWord2013TrackBottomHyphenation": 0,
    }
    return part(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=709),
        w("autoHyphenation", val=0),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            *(w("compatSetting", name=name, uri=word, val=value) for name, value in behaviour.items()),
        ),
        w("themeFontLang", val="ru-RU"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _fonts() -> str:
    return part(
        "fonts",
        w(
            "font",
            w("panose1", val="02020603050405020304"),
            w("charset", val="CC"),
            w("family", val="roman"),
            w("pitch", val="variable"),
            name=FONT,
        ),
    )


def _core() -> str:
    """Title and subject name the order; who made it is not known to a template."""
    spaces = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    shown = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f"{DECLARATION}<cp:coreProperties{shown}><dc:title>{{{{ вид }}}} {{{{ номер }}}}</dc:title>"
        "<dc:subject>{{ заголовок }}</dc:subject><dc:creator></dc:creator><dc:language>ru-RU</dc:language>"
        f"{dates}</cp:coreProperties>"
    )


def _app() -> str:
    properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{DECLARATION}<Properties xmlns="{properties}"><Application>Microsoft Office Word</Application>'
        "<AppVersion>16.0000</AppVersion></Properties>"
    )
