"""Bytes as they lie in the file → bytes unpacked → text: compression and encodings."""

from __future__ import annotations

import codecs
import gzip
import re
import zlib

__all__ = ["DecodeError", "decode", "unpacked"]

_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_FEW = 0.005
"""Share of control characters up to which bytes are still taken for text."""


class DecodeError(Exception):
    """The bytes are no text that can be read; the message says why."""


def unpacked(data: bytes) -> bytes:
    """The data, out of its gzip where it is in one.

    Raises:
        DecodeError: broken gzip, or nothing in it.
    """
    if data.startswith(b"\x1f\x8b"):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error) as error:
            raise DecodeError(f"is gzip that cannot be opened: {error}") from None
    if not data.strip():
        raise DecodeError("is empty")
    return data


def decode(data: bytes) -> str:
    """The text: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252 (Latin-1).

    Raises:
        DecodeError: binary or broken data.
    """
    kind = next((name for start, name in _BINARY.items() if data.startswith(start)), None)
    if kind:
        raise DecodeError(f"is {kind}, not text")
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16").lstrip("\ufeff")
        except UnicodeDecodeError:
            raise DecodeError("is broken UTF-16") from None
    if b"\0" in data or len(_CONTROL.findall(data)) > max(len(data) * _FEW, 2):
        raise DecodeError("is binary, not text")
    return _eight_bit(data.removeprefix(codecs.BOM_UTF8))


def _eight_bit(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    if sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", loose)) > 2 * broken:
        return loose  # UTF-8 with a few bytes lost, as when a file was cut
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise DecodeError(f"is neither UTF-8 nor Windows-1252 (byte {error.start})") from None
