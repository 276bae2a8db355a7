# Everything runs in .venv, which the first target that needs it makes; a stamp says that it is complete.
# Another interpreter: make PYTHON=python3.12 report

PYTHON ?= python3
ROOT := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))
BIN := .venv/bin
STAMP := .venv/.complete

ifneq ($(abspath $(CURDIR)),$(abspath $(ROOT)))
$(error run it as make -C $(patsubst %/,%,$(ROOT)))
endif

.PHONY: report test browser bench sample clean

report: $(STAMP)
	$(BIN)/checker check tests/corpus --fail-on never

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

browser: $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable ".[dev,browser]"
	$(BIN)/pytest -rs tests/test_report_browser.py

bench: $(STAMP)
	@for file in tests/benchmarks/bench_*.py; do \
	  PYTHONPATH=tests $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1; \
	done

sample: $(STAMP)
	$(BIN)/checker check tests/corpus --fail-on never --quiet --format markdown:reports/sample.md

readme: sample
	PYTHONPATH=tests $(BIN)/python -m benchmarks.readme

clean:
	rm -rf .venv build dist reports/report.md reports/report-fact-*.svg .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed, as $(PYTHON) on the PATH or as make PYTHON=..."; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check hatchling
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable ".[dev]"
	@$(BIN)/python -m compileall -q checker
	@touch $@
