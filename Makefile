PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: serve ask test lint bench eval gate install train train-tiny

serve: $(READY)
	$(BIN)/qa serve

ask: $(READY)
	@$(BIN)/qa ask "$(Q)"

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m eval.bench

eval: $(READY)
	$(BIN)/qa eval

gate: $(READY)
	$(BIN)/qa eval article --gate eval/gate.toml

install: $(READY)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@
