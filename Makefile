# Everything that is done with this project, each by one command on a machine with Python 3.11 or later and make.

PORT ?= 8000
BIN := .venv/bin
PY := $(BIN)/python
INSTALLED := .venv/.installed
# One process a core is best; each has a database and a browser of its own, so not too many.
PYTEST := DEBUG=1 $(PY) -m pytest --numprocesses=auto --maxprocesses=4

.PHONY: help run test bench lint format fuzz audit lock sample pictures

help:
	@echo "make run           start the site on 127.0.0.1:$(PORT), with all that it needs; PORT=8001 for another port"
	@echo "make test          check the code and run all tests, on SQLite and on PostgreSQL where a server answers"
	@echo "make bench         what pages cost with 10,000 and 100,000 events, how fast articles are read, what a phone"
	@echo "                   makes of the first page; BENCH='--sizes 1000000' for another number of events,"
	@echo "                   BENCH='--readers --sizes 1000000' for fifty readers at once"
	@echo "make lint          the checks of the code alone"
	@echo "make format        bring code and templates into form"
	@echo "make fuzz          look for input that breaks what reads it; SECONDS=300 for longer on each of its targets"
	@echo "make audit         compare the locked packages with the known defects of packages"
	@echo "make sample        make fixtures/actors.json and fixtures/sample.json anew from the dispatches"
	@echo "make pictures      take the README's pictures anew from the sample"
	@echo "make lock          write requirements.lock anew after a change in requirements*.txt"

run: $(INSTALLED)
	@$(PY) manage.py first_run --port $(PORT)
	@PYTHONUNBUFFERED=1 DJANGO_RUNSERVER_HIDE_WARNING=true $(PY) manage.py runserver 127.0.0.1:$(PORT)

# What is left out for want of a server is said before the tests, so that their result comes last.
test: lint
	@$(PY) scripts/browser.py
	@$(PY) scripts/broker.py >/dev/null
	@$(PY) scripts/servers.py
	@postgres=$$($(PY) scripts/postgres.py) && \
	DATABASE_URL= $(PYTEST) && \
	if [ -n "$$postgres" ]; then \
		echo "Once more on PostgreSQL: the tests that use the database" && \
		DATABASE_URL="$$postgres" $(PYTEST) --database-only; \
	fi

bench: $(INSTALLED)
	@$(PY) -m bench $(BENCH)
	@$(PY) scripts/measure_reading.py
	@$(PY) scripts/browser.py
	@$(PY) scripts/measure_pages.py

lint: $(INSTALLED)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 --check {} +
	$(PY) $(BIN)/lint-imports --no-logo
	DEBUG=1 DATABASE_URL= $(PY) manage.py check --fail-level WARNING
	DEBUG=1 DATABASE_URL= $(PY) manage.py makemigrations --check --dry-run

format: $(INSTALLED)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} +

SECONDS ?= 60
fuzz: $(INSTALLED)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@$(PY) scripts/fuzz.py --seconds $(SECONDS)

# Strict: a package that the known defects could not be asked about is a failure, not a pass.
audit: $(INSTALLED)
	@$(PY) -m uv tool run pip-audit==2.10.1 --strict --require-hashes --disable-pip --requirement requirements.lock

sample: $(INSTALLED)
	@$(PY) scripts/make_sample.py

pictures: $(INSTALLED)
	@$(PY) scripts/browser.py
	@$(PY) scripts/take_pictures.py

# One lock for every Python from 3.11 on and every system: markers say which packages are for which. Versions already
# in the lock stay unless a requirement moves them; `make lock UPGRADE=--upgrade` moves all that may move.
lock: $(INSTALLED)
	$(PY) -m uv pip compile $(UPGRADE) --quiet --no-config --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" --output-file requirements.lock \
		requirements.txt requirements-dev.txt requirements-scale.txt
	$(PY) -m uv pip compile $(UPGRADE) --quiet --no-config --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" --output-file requirements-fuzz.lock requirements-fuzz.txt

$(INSTALLED): requirements.lock $(PY)
	@sh scripts/environment.sh

# Nothing makes it by itself; where it is missing, or leads to a Python that has gone, the rule above makes all anew.
$(PY): ;
