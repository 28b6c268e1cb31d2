PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
PIP = $(BIN)/python -m pip install --quiet --constraint constraints.txt

.PHONY: serve ask eval bench test lint gate train train-tiny screenshots

# --- use ---

serve: $(READY)
	$(BIN)/qa serve

ask: $(READY)
	@$(BIN)/qa ask "$(Q)"

eval: $(READY)
	$(BIN)/qa eval

bench: $(READY)
	$(BIN)/python -m eval.bench

# --- development ---

test: $(READY_DEV)
	sh tests/install_chromium.sh
	$(BIN)/python -m pytest

lint: $(READY_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

gate: $(READY)
	$(BIN)/qa eval article --gate eval/gate.toml

# Under half an hour on a GPU, days on two CPU cores (there, --dropout 0 --workers 2 halves them).
train: $(READY_DEV)
	$(BIN)/python -m train.base build/base
	$(BIN)/python -m train.vocabulary build/base build/cut --pieces 42000
	for n in 1 2 3; do \
		$(BIN)/python -m train.reader build/cut build/teacher-$$n --passes 5 --seed $$n || exit 1; \
	done
	$(BIN)/python -m train.reader build/teacher-1/average build/student --passes 2.5 --rate 1.5e-4 --decay 0.8 --seed 11 \
		--teacher build/teacher-1/average --teacher build/teacher-2/average --teacher build/teacher-3/average
	$(BIN)/python -m train.retriever build/cut build/retriever --steps 500
	$(BIN)/python -m train.verifier build/student/average build/verifier
	$(BIN)/python -m train.export reader build/student/average qa/models
	$(BIN)/python -m train.export retriever build/retriever qa/models
	$(BIN)/python -m train.export verifier build/verifier/average qa/models
	$(BIN)/python -m train.calibrate

train-tiny: $(READY_DEV)
	$(BIN)/python -m pytest tests/train

screenshots: $(READY_DEV)
	$(BIN)/python -m tests.page.screenshots

# --- set-up ---

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(READY): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable .
	@touch $@

$(READY_DEV): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable ".[dev,train]"
	@touch $@ $(READY)
