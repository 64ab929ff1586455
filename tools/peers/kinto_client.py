"""Kinto as a peer of the bench, in batches of 200: `python kinto_client.py PORT DOCS FOLDER`."""

import json
import sys
import time
from pathlib import Path

import requests

BATCH, EDITS = 200, 50
RECORDS = "/buckets/vd/collections/r/records"


def told(stage: str, began: float) -> None:
    """Say that a stage is over, and wait for the word to go on."""
    print(json.dumps({"stage": stage, "seconds": time.monotonic() - began}), flush=True)
    sys.stdin.readline()


def main() -> None:
    """Push the records, find nothing to do, push fifty edits."""
    base, docs = f"http://127.0.0.1:{sys.argv[1]}/v1", json.loads(Path(sys.argv[2]).read_text("utf-8"))
    began = time.monotonic()
    http = requests.Session()
    http.put(base + "/accounts/admin", json={"data": {"password": "pw"}}, timeout=60)
    http.auth = ("admin", "pw")
    for path in ("/buckets/vd", "/buckets/vd/collections/r"):
        http.put(base + path, timeout=60).raise_for_status()
    told("setup", began)
    began = time.monotonic()
    for start in range(0, len(docs), BATCH):
        wanted = [
            {"path": f"{RECORDS}/{doc['id']}", "body": {"data": doc}} for doc in docs[start : start + BATCH]
        ]
        usual = {"method": "PUT", "headers": {"If-None-Match": "*"}}
        body = json.dumps({"defaults": usual, "requests": wanted}, ensure_ascii=False).encode()
        said = http.post(
            base + "/batch", data=body, headers={"Content-Type": "application/json"}, timeout=900
        )
        said.raise_for_status()
        if any(one["status"] != 201 for one in said.json()["responses"]):
            raise SystemExit("a record was not made")
    told("push", began)
    since = http.get(f"{base}{RECORDS}?_limit=1", timeout=900).headers["ETag"]
    began = time.monotonic()
    http.get(f"{base}{RECORDS}?_since={since.strip(chr(34))}", headers={"If-None-Match": since}, timeout=60)
    told("nothing", began)
    began = time.monotonic()
    edits = [
        {
            "method": "PATCH",
            "path": f"{RECORDS}/{doc['id']}",
            "body": {"data": {"notes": doc["notes"] + "补"}},
        }
        for doc in docs[:EDITS]
    ]
    http.post(base + "/batch", json={"requests": edits}, timeout=900).raise_for_status()
    told("edits", began)


if __name__ == "__main__":
    main()
