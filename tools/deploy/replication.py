"""Statements and subscriptions on databases that are given by their address."""

from __future__ import annotations

import psycopg


def run(url: str, *statements: str) -> None:
    """Run statements, each committed by itself."""
    with psycopg.connect(url, autocommit=True) as opened:
        for statement in statements:
            opened.execute(statement.encode())


def follow(below: str, above: str, name: str, more: str = "") -> None:
    """Let the store `above` read what is published `below`; `more` are options of CREATE SUBSCRIPTION."""
    options = f" WITH ({more})" if more else ""
    run(above, f"CREATE SUBSCRIPTION {name} CONNECTION '{below}' PUBLICATION upward{options}")


def reader(url: str) -> str:
    """Make the user `upward`, who may replicate and read what is published; return the address for it."""
    role = (
        "DO $$ BEGIN CREATE ROLE upward LOGIN REPLICATION; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )
    run(url, role, "GRANT upward_reader TO upward")
    return url.replace("//county@", "//upward@")
