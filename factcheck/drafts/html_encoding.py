"""The text of an HTML file: a byte order mark, then what it declares, then UTF-8, then windows-1252, as browsers do."""

from __future__ import annotations

import re2

from factcheck.drafts.draft import Unreadable

_PRESCAN = 4096  # bytes in which a declaration is looked for
_META = re2.compile(rb"(?i)<meta\s[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)")
_XML = re2.compile(rb"(?i)^\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_COMMENT = re2.compile(rb"(?s)<!--.*?-->")
# Labels that mean another encoding than Python takes them for (the WHATWG's Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "windows-1252": "cp1252",
    "x-cp1252": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "windows-874": "cp874",
    # A declaration that can be read as ASCII is not in UTF-16.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}
_TAKEN = frozenset(
    [f"windows-125{n}" for n in range(9)]
    + [f"cp125{n}" for n in range(9)]
    + [f"iso-8859-{n}" for n in range(2, 17) if n not in (9, 11, 12)]
    + ["koi8-r", "koi8-u", "ibm866", "cp866", "macintosh", "x-mac-cyrillic"]
    + ["big5", "euc-jp", "iso-2022-jp", "gb18030"]
)
_PYTHON = {"macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "ibm866": "cp866"}


def decode(data: bytes, path: str) -> str:
    """The text of a page's bytes, without a byte order mark, line ends as they are. Raises Unreadable."""
    from factcheck.drafts.reading import decode as decode_unicode

    name = declared(data)
    if name in (None, "utf-8") or b"\0" in data or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode_unicode(data, path)
        except Unreadable:
            if name is not None or b"\0" in data or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
                raise
            return _western(data, path)
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"not {name}, which it declares: byte 0x{data[error.start]:02X} ({error.reason}); save it as UTF-8"
        raise Unreadable(path, reason, line) from None


def declared(data: bytes) -> str | None:
    """Python's name of the encoding that a page declares; None where it declares none, or none that is known."""
    head = data[:_PRESCAN]
    found = _XML.search(head) or _META.search(_COMMENT.sub(b"", head))
    if found is None:
        return None
    label = found.group(1).decode().lower()
    return _MEANT.get(label) or (_PYTHON.get(label, label) if label in _TAKEN else None)


def _western(data: bytes, path: str) -> str:
    from factcheck.drafts.reading import BINARY, CONTROL

    if len(data[:_PRESCAN].translate(None, CONTROL)) != len(data[:_PRESCAN]):
        raise Unreadable(path, BINARY)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"neither UTF-8 nor windows-1252 (byte 0x{data[error.start]:02X}); save the file as UTF-8"
        raise Unreadable(path, reason, line) from None
