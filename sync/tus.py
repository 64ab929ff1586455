"""What desk and county say about attachments in pieces; `docs/sync.md` shows it at work."""

from msgspec import Struct

TUS_VERSION = "1.0.0"
TUS_CHUNK = "application/offset+octet-stream"
"""Of the protocol attachments are sent by, and of the pieces of them."""
CHUNK_LIMIT = 4 * 1_048_576
"""Most bytes of an attachment in one request or answer; the whole of it is limited by the county."""


class Upload(Struct, kw_only=True, forbid_unknown_fields=False):
    """An upload begun, or found again: the same device asking for the same digest gets the same one.

    Attributes:
        id: Its place is `/v1/uploads/{id}`.
        offset: Bytes the county has safely; the length of the attachment when it has all.
    """

    id: str
    offset: int
