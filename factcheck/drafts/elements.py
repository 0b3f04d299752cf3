"""The elements of HTML by what they do to a text. Names are lower-case bytes."""

from __future__ import annotations

from factcheck.drafts.draft import Role

#: Stand inside of a sentence; every other element ends one piece of text and begins the next.
INLINE = frozenset(
    b"a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark math meter nobr"
    b" output picture progress q rb rp rt ruby s samp small source span strike strong sub sup svg time track tt u var"
    b" wbr".split()
)
#: Hold no prose: programs, code, drawings, formulas, controls, ways about the site, struck-out text.
SILENT = frozenset(
    b"applet audio button canvas code datalist del frameset iframe kbd label legend map math meter nav noembed noframes"
    b" noscript object option output pre progress rp rt s samp script select strike style svg template textarea video"
    b" xmp".split()
)
#: Never have an end tag.
VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
#: Hold no elements: all up to their end tag is text or a program.
RAW = frozenset(b"iframe noembed noframes noscript script style textarea title xmp".split())

ROLES: dict[bytes, Role] = {
    b"blockquote": "quote",
    b"caption": "note",
    b"dd": "list",
    b"dt": "list",
    b"figcaption": "caption",
    b"h1": "headline",
    b"li": "list",
    b"td": "cell",
    b"tfoot": "note",
    b"th": "cell",
}

_TABLE = frozenset((b"table",))
_PARTS = frozenset((b"caption", b"thead", b"tbody", b"tfoot", b"tr", b"td", b"th"))
_LISTS = frozenset((b"ul", b"ol", b"menu", b"dl"))
#: A start tag ends the open elements of the first set, unless one of the second set was opened since.
ENDED_BY: dict[bytes, tuple[frozenset[bytes], frozenset[bytes]]] = {
    b"li": (frozenset((b"li",)), _LISTS | _TABLE),
    b"dt": (frozenset((b"dt", b"dd")), _LISTS | _TABLE),
    b"dd": (frozenset((b"dt", b"dd")), _LISTS | _TABLE),
    b"td": (frozenset((b"td", b"th")), _TABLE),
    b"th": (frozenset((b"td", b"th")), _TABLE),
    b"tr": (frozenset((b"tr", b"caption")), _TABLE),
    b"thead": (_PARTS, _TABLE),
    b"tbody": (_PARTS, _TABLE),
    b"tfoot": (_PARTS, _TABLE),
}
#: A paragraph ends where one of these begins.
ENDS_PARAGRAPH = frozenset(
    b"address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header"
    b" hr main menu nav ol p pre section table ul".split()
)
