"""A document packed as a zip of XML parts, opened so that no file can hurt: limits on size, no DTD, no network.

lxml is the extra `docx`; without it such a file is unreadable, with the way to install it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from factcheck.drafts.draft import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Bytes of the largest part that is unpacked (War and Peace with all of Word's mark-up is 30 MB).
LARGEST = 64 << 20
#: From this size on a part that is packed to less than so many times is no text, but a bomb.
_SUSPECT, _RATIO = 8 << 20, 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """The parts of one file. Raises Unreadable for what is no such file, or is encrypted."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        if data.startswith(_OLE):
            raise Unreadable(path, "encrypted, or in the old format of Word; save it without a password in today's")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, OverflowError) as broken:
            raise Unreadable(path, f"broken or cut off: {_said(broken)}") from None

    def xml(self, name: str) -> _Element | None:
        """The root of a part; None where there is no such part."""
        try:
            from lxml import etree
        except ImportError:
            reason = "lxml, which reads it, is not installed; pip install 'factcheck-lint[docx]'"
            raise Unreadable(self._path, reason) from None
        data = self._bytes(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as broken:
            said = "nested too deeply" if "depth" in str(broken) else _said(broken)
            raise Unreadable(self._path, f"the part {name} cannot be read: {said}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(self._path, f"the part {name} declares a document type, which no word processor writes")
        return root

    def _bytes(self, name: str) -> bytes | None:
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        if member.flag_bits & 1:
            raise Unreadable(self._path, "encrypted; save it without a password")
        limit = max(_SUSPECT, min(LARGEST, member.compress_size * _RATIO))
        try:
            with self._zip.open(member) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError,
            MemoryError,
        ) as broken:  # fmt: skip
            raise Unreadable(self._path, f"the part {name} is broken: {_said(broken)}") from None
        if len(data) > limit:
            reason = f"the part {name} unpacks to more than {limit >> 20} MB: too large, or a zip bomb"
            raise Unreadable(self._path, reason)
        return data


def _said(broken: BaseException) -> str:
    return " ".join(str(broken).split())[:200] or type(broken).__name__
