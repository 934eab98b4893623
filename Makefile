.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help handbook serve check test fuzz mutants lint format pictures messages bench clean

help:  ## Show these commands
	@grep -hE "^[a-z-]+:.*##" $(MAKEFILE_LIST) | sed -E "s/:.*## /\t/" | expand -t 20

$(VENV)/.handbook: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and \"journeybook needs Python 3.11 or newer\")"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.handbook
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group test
	@touch $@

$(VENV)/.lint: $(VENV)/.handbook
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group lint
	@touch $@

handbook: $(VENV)/.handbook  ## Build the reference handbook into site/
	$(BIN)/journeybook build --strict

serve: $(VENV)/.handbook  ## Show the handbook at http://127.0.0.1:8000/, and again after every change
	$(BIN)/journeybook serve

check: $(VENV)/.handbook  ## Say what is wrong with the handbook
	$(BIN)/journeybook check

test: $(VENV)/.test  ## Run all tests; installs Chromium and Pango where they are missing
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/paper.py
	$(BIN)/python -m pytest -n auto --dist loadfile

fuzz: $(VENV)/.test  ## Try the reader, the models and the links with a hundred times as many bad inputs as the tests
	JB_FUZZ=100 $(BIN)/python -m pytest -n auto tests/source/test_reader_never_fails.py \
	  tests/model/test_models_never_fail.py tests/markdown/test_references_property.py tests/markdown/test_fields.py

mutants: $(VENV)/.test  ## Take guards away, one at a time, and see whether tests notice; ONLY=lock,cache for some
	PYTHONPATH=tests $(BIN)/python -m mutants.run $(if $(ONLY),--only "$(ONLY)")

lint: $(VENV)/.lint  ## Check the code
	$(BIN)/ruff check generator tests benchmarks .github
	$(BIN)/ruff format --check generator tests benchmarks .github
	$(BIN)/mypy

pictures: $(VENV)/.test  ## Take the README's pictures again
	$(BIN)/python tests/browser.py
	$(BIN)/python .github/pictures/take.py

$(VENV)-bench/.bench: pyproject.toml
	test -x $(VENV)-bench/bin/python || $(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

bench: $(VENV)/.test $(VENV)-bench/.bench  ## Measure; ONLY=edit,reading for some of it, SIZE=100 ROUNDS=2 to try it
	$(BIN)/python tests/browser.py
	$(BIN)/python benchmarks/bench.py --peers $(VENV)-bench/bin/python \
	  $(if $(ONLY),--only $(ONLY)) $(if $(SIZE),--size $(SIZE)) $(if $(ROUNDS),--rounds $(ROUNDS))

messages: $(VENV)/.lint  ## Collect the texts that users read into the catalogue
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --output-file generator/journeybook/locale/journeybook.pot \
	  --no-default-keywords -k _ -k N_ -k words -k say -k many:1,2 -k ngettext:1,2 --sort-by-file --no-location \
	  --omit-header --no-wrap generator/journeybook theme

format: $(VENV)/.lint  ## Put the code in form
	$(BIN)/ruff check --fix generator tests benchmarks .github
	$(BIN)/ruff format generator tests benchmarks .github

clean:  ## Remove what was built
	rm -rf site dist
	test ! -x $(BIN)/python || $(BIN)/python -c "import pathlib, shutil; from journeybook.cache_dir import cache_dir; \
	  shutil.rmtree(cache_dir(pathlib.Path()))"
