# make demo: draft a speech from an example facts file.  make test: run the tests.  Both make .venv themselves.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
EXAMPLE ?= work_conference

.PHONY: demo test lint bench soak catalogue clean

demo: $(BIN)/.installed
	$(BIN)/python -c "import pathlib; pathlib.Path('demo').mkdir(exist_ok=True)"
	$(BIN)/drafting write outlines/examples/$(EXAMPLE).yaml -o demo/$(EXAMPLE).docx --fresh

test: lint
	$(BIN)/python -m pytest -n auto

lint: $(BIN)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(BIN)/.tested
	$(BIN)/python -m bench.drafts
	$(BIN)/python -m bench.cold
	$(BIN)/python -m bench.regenerating
	$(BIN)/python -m bench.forms

# Drafted, edited, changed, drafted again, ten thousand times over: nothing may be lost.
soak: $(BIN)/.tested
	$(BIN)/python -m tests.histories.soak

# After a change of messages: collect them, translate drafting/locale/zh_CN/LC_MESSAGES/drafting.po, run again.
catalogue: $(BIN)/.tested
	$(BIN)/python -m tests.catalogue

$(BIN)/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -c "import pathlib; pathlib.Path('$(BIN)/.installed').touch()"

$(BIN)/.tested: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	$(BIN)/python -c "import pathlib; pathlib.Path('$(BIN)/.tested').touch()"

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(name, True) for name in ('.venv', 'demo', 'build', 'dist')]"
