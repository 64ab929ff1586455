"""Histories worth keeping, each as short as it could be made: what once went wrong, and what kills a mutant.

Each step is the name of a rule and what it was given; `tools/mutants.py --find` adds some.
"""

import json
from pathlib import Path

HISTORIES = json.loads(Path(__file__).with_name("histories.json").read_text("utf-8"))
