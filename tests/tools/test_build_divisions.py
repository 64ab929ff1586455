"""The tool that cuts the list: same source, same bytes; a source with holes is refused."""

import importlib.util
import lzma
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "code,name\n62,甘肃省\n6207,张掖市\n620702,甘州区\n620702104,乌江镇\n620702104203,敬依村村民委员会\n"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_divisions", ROOT / "tools" / "build_divisions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_same_source_gives_the_same_bytes_packed_or_not_and_in_any_order(
    tool: ModuleType, tmp_path: Path
) -> None:
    plain, packed = tmp_path / "a.csv", tmp_path / "b.csv.xz"
    heading, *lines = SOURCE.splitlines(keepends=True)
    plain.write_text(SOURCE, "utf-8")
    packed.write_bytes(lzma.compress((heading + "".join(reversed(lines))).encode()))
    for source in (plain, packed):
        assert tool.main([str(source), "--target", str(source.with_suffix(".zip"))]) == 0
    assert plain.with_suffix(".zip").read_bytes() == packed.with_suffix(".zip").read_bytes()
    with zipfile.ZipFile(plain.with_suffix(".zip")) as archive:
        assert archive.namelist() == ["00.csv", "62.csv"]
        assert archive.read("62.csv").decode().splitlines() == [
            "620702104,乌江镇",
            "620702104203,敬依村村民委员会",
        ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("620702104203,又一村\n", "stand twice"),
        ("620799104203,无镇村\n", "620799104 is missing"),
        ("62070,短\n", "not a code"),
        ('620703,"甲,乙"\n', "comma"),
    ],
)
def test_a_source_that_is_not_fit_is_refused_and_nothing_is_written(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, says: str
) -> None:
    (tmp_path / "a.csv").write_text(SOURCE + line, "utf-8")
    assert tool.main([str(tmp_path / "a.csv"), "--target", str(tmp_path / "out.zip")]) == 1
    assert says in capsys.readouterr().err
    assert not (tmp_path / "out.zip").exists()
