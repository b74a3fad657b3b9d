# Golden Thread. `make help` lists what there is.
.DEFAULT_GOAL := help
PYTHON := $(shell for one in python3 python3.13 python3.12 python3.11; do \
	if command -v $$one >/dev/null 2>&1 && $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$one; break; fi; done)

define NEEDS_PYTHON
@if [ -z "$(PYTHON)" ]; then echo "Golden Thread needs Python 3.11 or newer, and this machine has none on its PATH. Install it (on Debian: apt install python3 python3-venv), then try again."; exit 1; fi
endef

.PHONY: help setup run test check bench assure lock clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

setup: ## install everything into this folder, and prepare the database
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/setup.py

run: ## set up if needed, load the demonstration, start the worker and the web server
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/run.py

test: ## set up if needed, then every check and test
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/test.py

check: ## the fast loop: format, imports, and the tests that need no browser
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/check.py

bench: ## ratios of size and cost, measured now
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/bench.py

assure: ## what a council asks before children's data goes in: tried, counted, written down
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/assure.py

lock: ## pin requirements anew (asks the package index; writes no address)
	$(NEEDS_PYTHON)
	@$(PYTHON) scripts/lock.py

clean: ## remove what was installed and built here (not the database)
	rm -rf .venv node_modules build .mypy_cache .pytest_cache .ruff_cache
