"""A county and desks at it, made anew for each test."""

import pytest

from tests.sync.world import Clock, new_county, new_desk


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def county(tmp_path, clock):
    there = new_county(tmp_path, clock)
    yield there
    there.close()


@pytest.fixture
def desk_at(county, tmp_path, clock):
    """Returns a function that sets up and enrols another desk."""
    desks = []

    def make(name="甲[练习]", **how):
        desks.append(new_desk(county, tmp_path / f"desk{len(desks)}", clock, name, **how))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()
