# Every target works on a fresh machine with python3, python3-venv, git and make.
# The environment .venv is made from requirements.lock; nothing is installed outside it but
# missing Debian packages, and those only as root (otherwise the command to type is printed).

PYTHON ?= python3
VENV   ?= .venv
PY     := $(VENV)/bin/python
STAMP  := $(VENV)/.made-from-lock

.PHONY: help run test tour bench prove fuzz dist lock docs schema texts format clean
.DEFAULT_GOAL := help

help:                ## this list
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: $(STAMP)        ## the desk with a practice county; without a display, the tour
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	@$(PYTHON) tools/system_packages.py run
	$(PY) tools/practice.py run
else
	@echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the tour instead."
	@$(MAKE) --no-print-directory tour
endif

test: $(STAMP)       ## every check and every test, as CI runs them
	@$(PYTHON) tools/system_packages.py test
	$(PY) tools/check.py

tour: $(STAMP)       ## drive the real program through the work of all roles; see build/tour
	@$(PYTHON) tools/system_packages.py tour
	$(PY) tools/tour.py

bench: $(STAMP)      ## measure speed and size against goals; see build/bench
	@$(PYTHON) tools/system_packages.py tour
	$(PY) tools/bench.py

prove: $(STAMP)      ## the long proofs; writes docs/proof.md
	@$(PYTHON) tools/system_packages.py prove
	$(PY) tools/prove.py

fuzz: $(STAMP)       ## generated histories of desks and county until stopped; SEED=n plays one again
	@$(PYTHON) tools/system_packages.py test
	$(PY) tools/fuzz.py $(if $(SEED),--seed $(SEED)) $(if $(MINUTES),--minutes $(MINUTES))

dist: $(STAMP)       ## the frozen program, the .deb, the installer script
	@$(PYTHON) tools/system_packages.py dist
	$(PY) tools/dist.py

lock: $(STAMP)       ## pin the dependencies of pyproject.toml anew in requirements.lock
	$(PY) -m uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
		--group dev pyproject.toml -o requirements.lock

docs: $(STAMP)       ## write the generated pages of docs/
	$(PY) tools/make_docs.py

schema: $(STAMP)     ## write the tables of all kinds into the first migrations of desk and county
	$(PY) tools/make_schema.py

texts: $(STAMP)      ## bring resources/i18n/*.ts up to date with the texts in the code
	$(PY) tools/check_translations.py --write

format: $(STAMP)     ## format the code and mend what ruff can mend
	$(PY) -m ruff check --fix-only --quiet .
	$(PY) -m ruff format --quiet .

clean:               ## remove what was built, keep .venv
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# A new lock gives a new environment: packages that were dropped must not linger.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.11 ..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "Python's venv module is missing. Please type: sudo apt-get install python3-venv"; exit 2; }
	@echo "Making $(VENV) from requirements.lock"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--config-settings editable_mode=compat --editable .
	@touch $@
