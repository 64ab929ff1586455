"""Anki as a peer of the bench: `python anki_client.py PORT DOCS FOLDER`, in an environment of its own.

Each stage is named on a line with its seconds when it is over; the next begins with a line on the input.
"""

import json
import sys
import time
from pathlib import Path

from anki.collection import Collection  # type: ignore[import-not-found]  # only in its own environment

EDITS = 50


def told(stage: str, began: float) -> None:
    """Say that a stage is over, and wait for the word to go on."""
    print(json.dumps({"stage": stage, "seconds": time.monotonic() - began}), flush=True)
    sys.stdin.readline()


def main() -> None:
    """Fill a collection, push it, find nothing to do, push fifty edits."""
    port, docs, folder = sys.argv[1], json.loads(Path(sys.argv[2]).read_text("utf-8")), Path(sys.argv[3])
    began = time.monotonic()
    here = Collection(str(folder / "a.anki2"))
    auth = here.sync_login("u", "p", f"http://127.0.0.1:{port}/")
    kind = here.models.by_name("Basic")
    note = here.new_note(kind)
    note["Front"] = "seed"
    here.add_note(note, 1)
    here.sync_collection(auth, False)
    here.close_for_full_sync()
    here.full_upload_or_download(auth=auth, server_usn=None, upload=True)
    here.reopen(after_full_sync=True)
    for doc in docs:
        note = here.new_note(kind)
        note["Front"], note["Back"] = doc["id"], json.dumps(doc, ensure_ascii=False, separators=(",", ":"))
        here.add_note(note, 1)
    told("setup", began)
    for stage in ("push", "nothing"):
        began = time.monotonic()
        here.sync_collection(auth, False)
        told(stage, began)
    for found in here.find_notes("deck:*")[:EDITS]:
        note = here.get_note(found)
        note["Back"] = note["Back"] + "补"
        here.update_note(note)
    began = time.monotonic()
    here.sync_collection(auth, False)
    told("edits", began)


if __name__ == "__main__":
    main()
