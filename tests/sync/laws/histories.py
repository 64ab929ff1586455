"""Histories worth keeping, each as short as it could be made: what once went wrong, and what kills a mutant.

Each step is the name of a rule and what it was given, as the machine prints them.
"""

HISTORIES = {
    "a stopped round goes on": (
        ("edit", {"who": "clerk", "pick": 0, "field": "name"}),
        ("sync_in_small_pieces_and_stop", {"who": "clerk", "requests": 1}),
    ),
}
