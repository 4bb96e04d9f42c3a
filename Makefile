# Everything that is done with this repository, from a machine that has python3 (3.11 or newer), python3-venv, make and git.
# `make` alone lists the commands. What has been set up once is not set up again until its lock file changes.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

# Another Python: make test PYTHON=python3.13 VENV=.venv-3.13
VENV ?= .venv
PYTHON ?= $(shell for found in python3 python3.11 python3.12 python3.13 python3.14; do \
	"$$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$found" && break; done)
UV ?= $(shell command -v uv 2>/dev/null)

# A Matrix client of other people's, for the tests of tests/real_client; without npm they are left out.
NPM ?= $(shell command -v npm 2>/dev/null)
REAL_CLIENT := tests/real_client/node_modules/.ready

# A browser for the tests of the public pages. Where it is missing and can be had, the tests fetch it; else they leave it.
BROWSER := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
INSTALL_BROWSER = [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || { echo "Installing Chromium for the tests of \
	the public pages (once; about a minute)."; apt-get update -qq && \
	apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || true

BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PYTHONUTF8 := 1

# Other people's bots for the bench, each in an environment of its own.
RIVALS := $(patsubst requirements/peers/%.lock,.venv-peer-%/.ready,$(wildcard requirements/peers/*.lock))

# What the tests leave out unless asked for by name.
QUICK := not e2e and not slow and not soak and not postgres
# Each worker has a homeserver of its own, for as long as it needs one.
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest
PARALLEL := -n $(WORKERS) --dist loadgroup

.PHONY: help demo test fast check format bench proof soak cover mutants docs site audit container lock clean

help: ## List the commands.
	@grep -E '^[a-z]+:.*## ' Makefile | while IFS= read -r line; do \
		printf '  make %-9s %s\n' "$${line%%:*}" "$${line##*## }"; done

demo: $(READY)/demo ## Play the council's month on a real homeserver, then stay up to be joined (SPEAK=en, ONCE=1).
	@$(BIN)/python -m rehearsal

test: $(READY)/test $(if $(NPM),$(REAL_CLIENT)) ## Run all tests (ONLY=path for a part).
	@$(if $(BROWSER),,$(INSTALL_BROWSER))
	@$(PYTEST) $(if $(ONLY),$(ONLY),$(PARALLEL)) -m "not soak"

fast: $(READY)/test ## Run the quick tests: no homeserver, SQLite only, under two minutes (ONLY=path for a part).
	@$(PYTEST) $(if $(ONLY),$(ONLY),$(PARALLEL)) -m "$(QUICK)"

check: $(READY)/lint ## Check format, lint, types, import contracts, texts and docs.
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(PYTEST) -q -m "$(QUICK)" tests/locales tests/test_docs.py tests/test_packaging.py

format: $(READY)/lint ## Bring the code into the one format.
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

ifdef FLEET
bench: $(READY)/test
	@$(BIN)/python -m bench.fleet
else
bench: $(READY)/test $(if $(PEERS),$(RIVALS)) ## Measure beside a floor, ten minutes (PEERS=1: and two other bots; FLEET=1: only several processes).
	@PEERS=$(PEERS) $(BIN)/python -m bench
	@$(BIN)/python -m bench.reminders
	@$(BIN)/python -m bench.burden
	@$(BIN)/python -m bench.pages
	@$(BIN)/python -m bench.endurance
	@WEEKS=$(or $(WEEKS),13) $(BIN)/python -m bench.year
endif

proof: $(READY)/test ## Put every promise to the test with faults, for so many MINUTES (30).
	@MINUTES=$(MINUTES) $(BIN)/python -m proof

soak: $(READY)/test ## Kill the bot five hundred times, and run every property at length.
	@$(PYTEST) -m soak --hypothesis-profile=thorough $(ONLY)

cover: $(READY)/test $(if $(NPM),$(REAL_CLIENT)) ## Run all tests and say what of the code they come through (ONLY=path for a part).
	@rm -f .coverage .coverage.*
	@$(BIN)/coverage run -m pytest $(or $(ONLY),$(PARALLEL)) --timeout=600 -m "not soak"; passed=$$?; \
		$(BIN)/coverage combine --quiet && $(BIN)/python -m tests.covered && exit $$passed

mutants: $(READY)/lint ## Make small faults in the rules, SAMPLE of them (600), and count how many their tests notice.
	@SAMPLE=$(SAMPLE) SEED=$(SEED) $(BIN)/python -m tests.mutation

docs: $(READY)/demo ## Make docs/commands.md and docs/config.schema.json anew from the code.
	@$(BIN)/radslag commands > docs/commands.md
	@$(BIN)/radslag schema > docs/config.schema.json

site: $(READY)/test ## Make the documentation as a site, in dist/docs.
	@$(BIN)/zensical build --clean

audit: $(READY)/test ## Ask for known vulnerabilities of all that is pinned, and list the parts (dist/sbom.json, CycloneDX).
	@[ -x .venv-audit/bin/pip-audit ] || { $(PYTHON) -m venv .venv-audit && \
		.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1 cyclonedx-bom==7.5.0; }
	@mkdir -p dist
	@.venv-audit/bin/cyclonedx-py requirements requirements/base.lock --output-reproducible --of JSON -o dist/sbom.json
	@$(BIN)/python -m tests.audit .venv-audit/bin/pip-audit requirements/lint.lock dist/audit.json

container: $(READY)/test ## Run the steps of deploy/Containerfile on a copy of this machine's root (Linux, root).
	@$(BIN)/python -m tests.containerfile

lock: ## Renew the lock files from pyproject.toml (needs uv; UPGRADE=1 takes the newest versions).
	@$(if $(UV),,echo "make lock needs uv on the PATH (or UV=/path/to/uv)."; exit 1)
	@for lock in base demo test lint; do \
		echo "requirements/$$lock.lock"; \
		"$(UV)" pip compile pyproject.toml $(if $(UPGRADE),--upgrade) --quiet --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
			$$([ $$lock = base ] || echo "--extra $$lock $$previous") --output-file requirements/$$lock.lock || exit 1; \
		previous="--constraint requirements/$$lock.lock"; \
	done
	@for peer in requirements/peers/*.in; do \
		"$(UV)" pip compile $$peer $(if $(UPGRADE),--upgrade) --quiet --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
			--output-file $${peer%.in}.lock || exit 1; \
	done

clean: ## Remove what was set up and what the demo and the tests left.
	@rm -rf .venv .venv-* tmp dist mutants tests/real_client/node_modules .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# The environment, and what each command needs in it.
$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Rådslag needs Python 3.11 or newer, and $(or $(PYTHON),what is here) is not (PYTHON=/path/to/one)."; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)."
	@$(if $(UV),"$(UV)" venv --quiet --python "$(PYTHON)" "$(VENV)",$(PYTHON) -m venv "$(VENV)") \
		|| { rm -rf "$(VENV)"; echo "That failed. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(READY)/demo $(READY)/test $(READY)/lint: $(READY)/%: requirements/%.lock pyproject.toml | $(BIN)/python
	@echo "Installing what 'make $*' needs (once; about a minute)."
	@$(INSTALL) --require-hashes -r requirements/$*.lock
	@$(INSTALL) --no-deps --editable .
	@mkdir -p $(READY) && touch $@

$(RIVALS): .venv-peer-%/.ready: requirements/peers/%.lock
	@echo "Installing $* to measure beside (once; some seconds)."
	@rm -rf $(@D) && "$(PYTHON)" -m venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(REAL_CLIENT): tests/real_client/package-lock.json
	@echo "Installing the client that is not ours (once; about a minute)."
	@cd $(<D) && "$(NPM)" ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.ready \
		|| echo "That failed; the tests that need it are left out."

INSTALL := $(if $(UV),"$(UV)" pip install --quiet --python $(BIN)/python,$(BIN)/python -m pip install --quiet --disable-pip-version-check)
