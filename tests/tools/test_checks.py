"""Each check of our own fails when it should: a violation is planted in a small tree and must be found."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"


def load(name):
    """A check script as a module; it finds `project` beside it, as when it is run."""
    sys.path.insert(0, str(TOOLS))
    try:
        spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # dataclasses look their module up
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(TOOLS))


@pytest.fixture
def plant(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return tmp_path

    return write


# ------------------------------------------------------------------ sizes


def function(lines):
    return "def long():\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("text", "breach"),
    [
        ("x = 1\n" * 401, "401 lines"),
        (function(61), "61 lines"),
        ("class Big:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(16)), "16 public methods"),
        ("try:\n    pass\nexcept Exception:\n    pass\n" * 3, "more than 2 broad excepts"),
        ("try:\n    pass\nexcept (OSError, BaseException):\n    pass\n" * 3, "more than 2 broad excepts"),
        ("try:\n    pass\nexcept:\n    pass\n" * 3, "more than 2 broad excepts"),
        ("\n".join(function(30).replace("long", f"long{n}") for n in range(9)), "one function in ten"),
    ],
)
def test_a_breach_of_a_size_budget_is_found(plant, text, breach):
    root = plant("ui/page.py", text)
    assert any(breach in problem for problem in load("check_sizes").problems(root))


def test_sizes_at_their_limit_are_fine(plant):
    tidy = "try:\n    pass\nexcept BaseException:\n    tidy()\n    raise\n" * 3
    root = plant("ui/page.py", function(60) + "try:\n    pass\nexcept OSError:\n    pass\n" + tidy)
    for name in range(20):
        plant(f"ui/small{name}.py", function(3))
    assert load("check_sizes").problems(root) == []


def test_an_exception_needs_a_reason_and_a_breach(plant):
    sizes = load("check_sizes")
    root = plant("ui/page.py", function(61))
    for name in range(20):
        plant(f"ui/small{name}.py", function(3))
    plant(sizes.EXCEPTIONS, '"ui/page.py::long" = "one table that reads best in one piece"\n')
    assert sizes.problems(root) == []
    plant(sizes.EXCEPTIONS, '"ui/page.py::long" = "because"\n')
    assert [p for p in sizes.problems(root) if "has no reason" in p]
    plant("ui/page.py", function(10))
    assert [p for p in sizes.problems(root) if "within its budget again" in p]


def test_more_tests_than_source_by_far_is_found(plant):
    root = plant("ui/page.py", "x = 1\n" * 100)
    plant("tests/ui/test_page.py", "x = 1\n" * 151)
    assert any("times the source" in problem for problem in load("check_sizes").problems(root))


# ------------------------------------------------------------------ texts


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"{n} not sent")',
        'self.tr("not sent: " + name)',
        'self.tr("%d not sent" % n)',
        'self.tr("{} not sent".format(n))',
        "self.tr(text)",
        'translate("kinds", f"{n} not sent")',
        'translated("kinds", "not sent: " + name)',
        'N_("kinds", label)',
        'N_("kinds", f"{label}")',
        'N_("kinds", "咨询")',
        'self.tr("咨询")',
    ],
)
def test_a_text_that_cannot_be_translated_is_found(plant, call):
    root = plant("ui/page.py", f"x = 1\n{call}\n")
    (problem,) = load("check_texts").problems(root)
    assert problem.startswith("ui/page.py:2: ")


@pytest.mark.parametrize(
    "call",
    [
        'self.tr("{n} not sent").format(n=n)',
        'N_("kinds", "Topic")',
        "translate(context, text)",
        'text("咨询")',
    ],
)
def test_a_text_that_can_be_translated_is_fine(plant, call):
    assert load("check_texts").problems(plant("ui/page.py", call + "\n")) == []


# ------------------------------------------------------------------ translations

WIDGET = 'class Page(QWidget):\n    def fill(self):\n        self.tr("Save")\nTITLE = N_("kinds", "Topic")\n'
EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="zh_CN">\n</TS>\n'


def test_a_new_text_makes_the_translation_drift_and_incomplete(plant):
    check = load("check_translations")
    root = plant("ui/page.py", WIDGET)
    plant("resources/i18n/village_desk_zh_CN.ts", EMPTY)
    assert any("out of step" in problem for problem in check.problems(root))
    file = root / "resources/i18n/village_desk_zh_CN.ts"
    check.extract(root, file)
    untranslated = check.problems(root)
    assert any("[Page] 'Save'" in problem for problem in untranslated)
    assert any("[kinds] 'Topic'" in problem for problem in untranslated)
    assert len(untranslated) == 2
    finished = file.read_text("utf-8").replace(
        '<translation type="unfinished"></translation>', "<translation>好</translation>"
    )
    file.write_text(finished, "utf-8")
    assert check.problems(root) == []


def test_a_missing_chinese_translation_is_found(plant):
    assert load("check_translations").problems(plant("ui/page.py", WIDGET))


# ------------------------------------------------------------------ lock

PROJECT = '[project]\ndependencies = ["Requests>=2.32"]\n[dependency-groups]\ndev = ["pytest>=9"]\n'
GOOD = "requests==2.34.2 \\\n    --hash=sha256:aa\npytest==9.2.0 \\\n    --hash=sha256:bb\n"


@pytest.mark.parametrize(
    ("lock", "problem"),
    [
        (GOOD, None),
        (GOOD.replace("2.34.2", "2.30.0"), "requests 2.30.0"),
        (GOOD.replace("pytest", "pytests"), "pytest is missing"),
        (GOOD.replace("    --hash=sha256:bb\n", ""), "pytest==9.2.0 has no hash"),
    ],
)
def test_a_lock_that_does_not_fit_is_found(plant, lock, problem):
    plant("pyproject.toml", PROJECT)
    found = load("check_lock").problems(plant("requirements.lock", lock))
    assert (problem is None and not found) or any(problem.lower() in each.lower() for each in found)


# ------------------------------------------------------------------ tree


@pytest.mark.parametrize(
    "line",
    [
        "see https://py" + "pi.org/project/x",
        "index-url = https://mirror.example/py" + "pi/simple",
        "registry.npm" + "js.org",
        "open('/t" + "mp/x')",
        "cd /wo" + "rk/main",
        "default = /ho" + "me/ann/desk",
        "# TO" + "DO: later",
        "raise NotImplemented" + "Error",
        "REWRITE_GOLDEN" + " = True",
    ],
)
def test_what_no_file_may_hold_is_found(plant, line):
    (problem,) = load("check_tree").problems(plant("docs/page.md", f"fine\n{line}\n"))
    assert problem.startswith("docs/page.md:2: ")


@pytest.mark.parametrize(
    "line", ["pypinyin", "the work/life of a mediator", "https://example.org/home/x", "~/tmp/x"]
)
def test_ordinary_text_is_fine(plant, line):
    assert load("check_tree").problems(plant("docs/page.md", line + "\n")) == []


# ------------------------------------------------------------------ the runner itself


def test_a_check_that_fails_shows_what_it_has_to_say(capsys):
    check = load("check")
    assert not check.run(check.Check("spelling", (sys.executable, "-c", "print('teh'); raise SystemExit(1)")))
    assert capsys.readouterr().out.startswith("FAILED spelling")
    assert check.run(check.Check("spelling", (sys.executable, "-c", "print('quiet')")))
    assert "quiet" not in capsys.readouterr().out


def test_every_script_that_check_runs_is_there():
    root = TOOLS.parent
    for check in load("check").CHECKS:
        scripts = [part for part in check.command if part.startswith("tools/") and part.endswith(".py")]
        assert all((root / script).exists() for script in scripts), check.name
        assert Path(check.command[0]).exists(), check.name


# ------------------------------------------------------------------ import contracts


@pytest.mark.parametrize(
    ("module", "text", "contract"),
    [
        ("forms/bad.py", "import sync", "outer packages know inner ones"),
        ("village_desk/kinds/bad.py", "import ui", "outer packages know inner ones"),
        ("ui/bad.py", "import county_server", "outer packages know inner ones"),
        ("village_desk/store/bad.py", "import PySide6", "only ui knows Qt"),
        ("village_desk/queries/bad.py", "import peewee", "database libraries"),
        ("sync/bad.py", "import sqlite3", "database libraries"),
        ("county_server/bad.py", "import sqlite_utils", "only the store knows SQLCipher"),
        ("county_server/bad.py", "import village_desk.store", "the county has a store of its own"),
        ("ui/bad.py", "import reportlab", "only forms knows paper"),
        ("sync/bad.py", "import requests", "only sync.exchange knows the network"),
        ("village_desk/kinds/bad.py", "import village_desk.store", "the core is layered"),
        ("village_desk/fields", "import village_desk.kinds", "the core is layered"),
    ],
)
def test_an_import_against_the_grain_breaks_its_contract(tmp_path, module, text, contract):
    settings = TOOLS.parent / "pyproject.toml"
    packages = [
        "village_desk",
        "village_desk/queries",
        "village_desk/kinds",
        "ui",
        "sync",
        "forms",
        "county_server",
    ]
    contracts = tomllib.loads(settings.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    packages += [
        f"village_desk/{name}" for name in re.findall(r"(?<![(\w])\w+", " ".join(contracts[-1]["layers"]))
    ]
    for package in packages:
        (tmp_path / package).mkdir(parents=True, exist_ok=True)
        (tmp_path / package / "__init__.py").touch()
    command = [str(load("check").BIN / "lint-imports"), "--no-cache", "--config", str(settings)]
    bad = tmp_path / (module if module.endswith("bad.py") else f"{module}/__init__.py")
    bad.touch()
    clean = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert clean.returncode == 0, clean.stdout
    bad.write_text(text + "\n")
    broken = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert broken.returncode == 1
    assert any(contract in line and "BROKEN" in line for line in broken.stdout.splitlines())
