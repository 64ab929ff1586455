"""Attachments: encrypted on disk, whole or not there."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.village_desk.disks import read_only, small_disk
from village_desk import crypto
from village_desk.errors import StoreTrouble
from village_desk.store.attachments import SEGMENT, Attachments

SEALED = SEGMENT + 16
HEADER = 13
KEY = crypto.new_key()
PHOTO = os.urandom(3 * SEGMENT + 500)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "attachments"


@pytest.fixture
def attachments(folder):
    return Attachments(folder, KEY)


@settings(max_examples=60)
@given(
    size=st.integers(0, 200_000) | st.sampled_from([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT]),
    seed=st.binary(max_size=8),
)
def test_any_content_comes_back_as_it_was(tmp_path_factory, size, seed):
    folder = tmp_path_factory.mktemp("attachments")
    content = (crypto.digest(seed) * (size // 32 + 1))[:size]
    attachments = Attachments(folder, KEY)
    digest, told = attachments.put(io.BytesIO(content))
    assert (digest, told) == (crypto.digest(content), size)
    assert attachments.read(digest) == content
    assert attachments.fault(digest) is None


@settings(max_examples=40)
@given(
    size=st.integers(0, 3 * SEGMENT),
    offset=st.integers(0, 3 * SEGMENT + 5),
    length=st.integers(1, 2 * SEGMENT),
)
def test_any_piece_is_that_part_of_the_content(tmp_path_factory, size, offset, length):
    content = (crypto.digest(b"piece") * (size // 32 + 1))[:size]
    attachments = Attachments(tmp_path_factory.mktemp("attachments"), KEY)
    digest, _ = attachments.put(content)
    assert attachments.piece(digest, offset, length) == content[offset : offset + length]


def test_a_piece_of_a_damaged_or_missing_attachment_is_not_read(attachments, folder):
    digest, _ = attachments.put(bytes(3 * SEGMENT))
    (file,) = folder.iterdir()
    raw = bytearray(file.read_bytes())
    raw[-1] ^= 1
    file.write_bytes(raw)
    assert attachments.piece(digest, 0, SEGMENT) == bytes(SEGMENT)
    with pytest.raises(StoreTrouble, match="store.blob_damaged"):
        attachments.piece(digest, 2 * SEGMENT, 10)
    with pytest.raises(StoreTrouble, match="store.blob_missing"):
        attachments.piece(bytes(32), 0, 10)


def test_the_same_content_is_kept_once(attachments, folder):
    assert attachments.put(PHOTO) == attachments.put(io.BytesIO(PHOTO))
    assert len(list(folder.iterdir())) == 1


def test_neither_name_nor_content_is_readable_without_the_key(attachments, folder):
    text = "示例人名[练习]".encode() * 500
    digest, _ = attachments.put(text)
    (file,) = folder.iterdir()
    assert digest.hex() not in file.name
    assert "示例".encode() not in file.read_bytes()
    stranger = Attachments(folder, crypto.new_key())
    assert stranger.fault(digest) == "store.blob_missing"
    (folder / stranger.name(digest)).write_bytes(file.read_bytes())
    assert stranger.fault(digest) == "store.blob_damaged"


def segments_swapped(raw):
    one, other = (raw[HEADER + SEALED * at : HEADER + SEALED * (at + 1)] for at in (0, 1))
    return raw[:HEADER] + other + one + raw[HEADER + SEALED * 2 :]


def cut_to_two_segments(raw):
    return raw[:5] + (2 * SEGMENT).to_bytes(8, "big") + raw[HEADER : HEADER + 2 * SEALED]


DAMAGES = {
    "a bit of content": lambda raw: raw[:1000] + bytes([raw[1000] ^ 4]) + raw[1001:],
    "a bit of the header": lambda raw: raw[:12] + bytes([raw[12] ^ 1]) + raw[13:],
    "another suite": lambda raw: raw[:4] + b"\x02" + raw[5:],
    "not ours": lambda raw: b"JFIF" + raw[4:],
    "cut inside a segment": lambda raw: raw[: HEADER + SEALED + 77],
    "cut after a segment": lambda raw: raw[: HEADER + SEALED],
    "last segment gone and length altered": cut_to_two_segments,
    "segments swapped": segments_swapped,
    "something added": lambda raw: raw + b"\0",
    "emptied": lambda raw: raw[:0],
    "zeroed": lambda raw: bytes(len(raw)),
    "a length beyond all disks": lambda raw: raw[:5] + b"\xff" * 8 + raw[13:],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_every_damage_is_seen_and_putting_it_again_heals(attachments, folder, damage):
    digest, _ = attachments.put(PHOTO)
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(StoreTrouble) as caught:
        attachments.read(digest)
    assert caught.value.code == "store.blob_damaged"
    assert list(attachments.faults([digest])) == [(digest, "store.blob_damaged")]
    attachments.put(PHOTO)
    assert attachments.read(digest) == PHOTO


def test_a_file_under_the_name_of_another_is_seen(attachments, folder):
    one, _ = attachments.put(PHOTO)
    other, _ = attachments.put(PHOTO[::-1])
    (folder / attachments.name(one)).replace(folder / attachments.name(other))
    assert dict(attachments.faults([one, other])) == {one: "store.blob_missing", other: "store.blob_damaged"}


def test_files_no_record_names_are_found_and_removed(attachments, folder):
    assert attachments.orphans([]) == []
    kept, _ = attachments.put(b"kept")
    attachments.put(b"left by a crash")
    (folder / "x.12345678.part").write_bytes(b"half")
    (folder / "desktop.ini").write_bytes(b"not ours")
    orphans = attachments.orphans([kept])
    assert len(orphans) == 2
    attachments.discard([*orphans, "desktop.ini", "../somewhere"])
    assert attachments.orphans([kept]) == []
    assert sorted(path.name for path in folder.iterdir()) == sorted([attachments.name(kept), "desktop.ini"])


class Growing(io.BytesIO):
    """A file somebody writes to between the two readings."""

    def seek(self, *arguments):
        if super().tell():
            self.getbuffer()[0] ^= 1
        return super().seek(*arguments)


def test_a_file_that_changes_while_it_is_read_is_refused(attachments, folder):
    with pytest.raises(StoreTrouble) as caught:
        attachments.put(Growing(b"photo being copied"))
    assert caught.value.code == "store.blob_changed"
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_nothing_half(tmp_path):
    folder = tmp_path / "disk"
    with small_disk(folder) as make_room:
        attachments = Attachments(folder, KEY)
        kept, _ = attachments.put(b"before")
        big = os.urandom(5_000_000)
        with pytest.raises(StoreTrouble) as caught:
            attachments.put(big)
        assert caught.value.code == "store.full"
        assert attachments.orphans([kept]) == []
        make_room()
        digest, _ = attachments.put(big)
        assert list(attachments.faults([kept, digest])) == []


def test_a_read_only_disk_is_named_and_still_read(attachments, folder):
    digest, _ = attachments.put(PHOTO)
    with read_only(folder):
        with pytest.raises(StoreTrouble) as caught:
            attachments.put(b"new")
        assert caught.value.code == "store.readonly"
        assert attachments.read(digest) == PHOTO


@pytest.mark.parametrize(("point", "there"), [("blob.before_rename", False), ("blob.after_rename", True)])
def test_a_crash_leaves_the_whole_file_or_none(attachments, folder, point, there):
    code = (
        "import sys; from pathlib import Path\n"
        "from village_desk.store.attachments import Attachments\n"
        "Attachments(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])).put(b'signed sheet' * 9000)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(folder), KEY.hex()],
        env={**os.environ, "VD_CRASHPOINT": point, "PYTHONPATH": str(Path.cwd())},
        check=False,
    )
    assert ended.returncode == -9
    digest = crypto.digest(b"signed sheet" * 9000)
    assert (attachments.fault(digest) is None) == there
    assert len(attachments.orphans([])) == 1
    attachments.discard(attachments.orphans([]))
    assert list(folder.iterdir()) == []
