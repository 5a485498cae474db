# `make demo` shows what prikaz does, `make test` shows that it holds. Both set up what they need.
# Another interpreter: make test PYTHON=/path/to/python3.12

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
PYTHON ?=

.PHONY: demo test docs setup bench clean
.DELETE_ON_ERROR:

demo: $(VENV)/installed
	@$(BIN)/python -m scripts.demo

test: setup
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > $(VENV)/layers.log || { cat $(VENV)/layers.log; exit 1; }
	@$(BIN)/python -m pytest -n 2 --dist loadfile

setup: $(VENV)/ready

docs: setup
	@$(BIN)/python -m scripts.build_docs

bench: setup
	@$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) out

$(BIN)/python:
	@sh scripts/make_venv.sh $(VENV) $(PYTHON)

$(VENV)/installed: $(BIN)/python pyproject.toml
	@$(PIP) install --upgrade pip
	@$(PIP) install --editable .
	@touch $@

$(VENV)/ready: $(VENV)/installed
	@$(PIP) install --editable '.[dev,calendar,dask]'
	@touch $@
