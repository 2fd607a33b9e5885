# Needs python3 (3.11 or later), git and make. All else is put into .venv by the target that first
# needs it, so every target works from a clean clone.

PYTHON ?= python3
VENV := .venv
CLUSTER := .venv-cluster
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# How many processes run the tests: one a core, of half a GB each; with 0, pytest itself runs them.
WORKERS ?= logical

# The editable install links every file by itself: it is made again when the list of files changes,
# of which the name of this stamp keeps the checksum.
FILES := $(sort $(shell find core cli -name "*.py" -o -path "core/data/*" -o -path "cli/templates/*" -not -path "*/__pycache__*"))
CHECKSUM := $(shell echo $(FILES) | cksum | cut -d ' ' -f 1)
READY := $(VENV)/ready-$(CHECKSUM)

.PHONY: help install demo test cluster-test golden reliability fuzz mutation check lint types format build wheel bench scale ablation bench-check lock train clean

help: ## Show this
	@awk -F ' *## *' '/^[a-z-]+:.*##/ { sub(":.*", "", $$1); printf "  make %-11s %s\n", $$1, $$2 }' Makefile

install: $(READY) ## Make .venv, with newsbrief and the tools in it

demo: $(READY) ## Summarize a sample article and list who says what in it
	$(BIN)/newsbrief summarize samples/politics.txt
	@echo
	$(BIN)/newsbrief facts samples/politics.txt

test: $(READY) ## Run the tests, those of the documentation too, on all cores; in one process with WORKERS=0
	$(BIN)/python -m pytest --quiet --numprocesses $(WORKERS) --dist worksteal

cluster-test: $(CLUSTER)/ready-$(CHECKSUM) ## Run the tests of Spark, in an environment of their own; they need Java
	CLUSTER_TESTS=spark $(CLUSTER)/bin/python -m pytest --quiet tests/archive/test_engines.py -k spark

golden: $(READY) ## Write what newsbrief now prints into tests/golden/, README.md, docs/ and man/; read what changes
	$(BIN)/python tests/test_parameters.py
	$(BIN)/python tests/test_samples.py
	$(BIN)/python tests/test_outputs.py
	$(BIN)/python bench/how_good.py
	$(BIN)/python tests/manual.py
	$(BIN)/python tests/reference.py
	$(BIN)/python tests/console.py
	$(BIN)/python tests/schema_page.py
	@git --no-pager diff --stat -- tests/golden README.md docs man || true

reliability: $(READY) ## Run the tests and write docs/reliability.md of what they tried
	PYTHONPATH=. $(BIN)/python tests/reliability.py

fuzz: $(VENV)/fuzz ## Look for inputs that break newsbrief, for MINUTES; or RUNS of them, always the same
	PYTHONHASHSEED=0 OMP_NUM_THREADS=1 $(BIN)/python -m fuzz.run \
		$(if $(RUNS),--runs $(RUNS),--minutes $(or $(MINUTES),10))

mutation: $(VENV)/mutation ## Put faults into each room, SIZE of them, and count those that its tests see
	$(BIN)/python tests/mutation.py $(or $(SIZE),32)

check: ## Do most of what CI does; .ci/run does all of it
	@$(MAKE) --no-print-directory --jobs 2 lint types wheel
	@$(MAKE) --no-print-directory test

lint: $(READY) ## Check the style, and the order of the rooms
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/lint-imports --no-cache

types: $(READY) ## Check the types
	$(BIN)/mypy

format: $(READY) ## Format the code
	$(BIN)/ruff check --quiet --fix-only
	$(BIN)/ruff format --quiet

build: $(READY) ## Build the sdist, and from it the wheel, into dist/; always the same bytes
	rm -rf dist
	$(BIN)/python .ci/build.py dist

wheel: build ## Run newsbrief from the wheel, in an environment of its own
	.ci/wheel $(PYTHON) dist/*.whl

bench: $(READY) ## Measure how good and how fast it is, with the sets in DATA; beside others with RIVALS=PYTHONS; into OUTPUT=FILE
	$(if $(DATA),,$(error DATA is the folder of labelled sets: see bench/README.md))
	$(BIN)/python bench/figures.py $(DATA) \
		$(if $(RIVALS),--rivals $(RIVALS)) $(if $(OUTPUT),--output $(OUTPUT))

scale: $(READY) ## Write docs/scale.md: speed and memory, beside RIVALS=PYTHONS, and Spark of SPARK=PYTHON; QUICK=1
	$(if $(DATA),NLTK_DATA=$(abspath $(DATA))/nltk_data) $(BIN)/python bench/scale.py $(if $(QUICK),--quick) $(if $(RIVALS),--rivals $(RIVALS)) \
		$(if $(SPARK),--spark $(SPARK)) $(OPTIONS)

bench-check: $(READY) ## Fail where a figure of quality, with the sets in DATA, is below its floor
	$(if $(DATA),,$(error DATA is the folder of labelled sets: see bench/README.md))
	$(BIN)/python bench/floors.py $(DATA)

ablation: $(READY) ## Write what each layer of the facts earns, on the sets in DATA, to bench/ablation.md
	$(if $(DATA),,$(error DATA is the folder of labelled sets: see bench/README.md))
	PYTHONPATH=. $(BIN)/python bench/ablation.py $(DATA) --output bench/ablation.md

ifeq ($(MAKECMDGOALS)$(DATA),train)
$(error Name the folder of the data sets: make train DATA=...)
endif
train: $(VENV)/train ## Learn the parameters in core/data from DATA, a folder of data sets; QUICK=1 tries it out
	@$(MAKE) --no-print-directory -f train/Makefile -j 2 PYTHON=$(abspath $(BIN)/python)

clean: ## Remove all that was made here
	rm -rf $(VENV) $(CLUSTER) build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

lock: $(READY) ## Renew requirements-dev.txt, the versions and hashes that install uses
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --group dev --extra all pyproject.toml --output-file requirements-dev.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --group cluster --extra spark pyproject.toml --output-file requirements-cluster.txt

$(VENV)/tools: requirements-dev.txt
	@echo "Setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

$(READY): $(VENV)/tools
	@echo "Installing newsbrief into $(VENV)"
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/ready-* && touch $@

$(VENV)/fuzz: pyproject.toml | $(READY)
	@echo "Installing what fuzzing needs into $(VENV)"
	@$(PIP) install --only-binary :all: --group fuzz 2>/dev/null || true # its absence is told later
	@touch $@

$(VENV)/mutation: pyproject.toml | $(READY)
	@echo "Installing what mutation testing needs into $(VENV)"
	@$(PIP) install --group mutation
	@touch $@

$(CLUSTER)/tools: requirements-cluster.txt
	@echo "Setting up $(CLUSTER)"
	@$(PYTHON) -m venv $(CLUSTER)
	@$(CLUSTER)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement $<
	@touch $@

# Like the other one: both link to the same tree of links.
$(CLUSTER)/ready-$(CHECKSUM): $(CLUSTER)/tools | $(READY)
	@$(CLUSTER)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	@rm -f $(CLUSTER)/ready-* && touch $@

$(VENV)/train: pyproject.toml | $(READY)
	@echo "Installing what the training needs into $(VENV)"
	@$(PIP) install --no-build-isolation --editable '.[train]'
	@touch $@
