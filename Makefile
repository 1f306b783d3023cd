# Two commands matter: `make run` and `make test`. Everything else is a part of them.
PYTHON ?= python3
BIN := .venv/bin
STORE ?= data/store

.PHONY: run test test-slow bench bench-ui screens check format unit browser-tools requirements ledger-page glossary-page clean

run: .venv/.run $(STORE)/CURRENT.json
	FINANCE_MONITOR_STORE=$(STORE) $(BIN)/streamlit run app.py

$(STORE)/CURRENT.json: | .venv/.run
	$(BIN)/python -m finance_monitor demo --store $(STORE)

# Hashed and pinned; the cache of pip keeps a second environment quick.
.venv/.run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/.test: .venv/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

test: .venv/.test browser-tools check
	$(BIN)/pytest -m "not slow" -n 2 --dist loadfile

test-slow: .venv/.test browser-tools
	$(BIN)/pytest -m slow
	MANY_EXAMPLES=1 $(BIN)/pytest tests/property/test_worlds.py tests/property/test_statements.py

check: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --disable-progress-bar -p 2 queries

format: .venv/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix --disable-progress-bar queries

# A browser and a Chinese font from Debian: installed where that is allowed, otherwise named.
browser-tools:
	@sh tools/need_browser.sh

bench: .venv/.test
	$(BIN)/python -m tests.benchmarks.bench

# The map in a real browser and under many sessions, beside a plain pydeck and a plain plotly page.
bench-ui: .venv/.test browser-tools
	$(BIN)/python -m tests.benchmarks.ui.bench

# docs/screens/: every page in both languages, light and dark, desktop and telephone.
screens: .venv/.test browser-tools
	$(BIN)/python -m tools.make_screens

# Dependencies are written by name in *.in and pinned with hashes; no registry's address is kept.
requirements:
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --upgrade -q requirements.in -o requirements.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --upgrade -q requirements-dev.in -o requirements-dev.txt

# docs/ledgers.md is written from the definitions of the ledgers.
ledger-page: .venv/.run
	$(BIN)/python -m tools.write_ledger_page

# The words of the screen in docs/glossary.md are written from data/reference/glossary.yaml.
glossary-page: .venv/.run
	$(BIN)/python -m tools.write_glossary

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
