# `make help` lists what can be made.
SHELL := /bin/sh
PREFIX ?= /usr/local
PYTHON ?= python3
# On Linux Swift's libraries go into the program: it starts sooner, and runs where Swift is not.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
RELEASE := swift build -c release --product nn-run $(STATIC)
BINARY := .build/release/nn-run
VENV := .venv

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## install what is missing (libyaml), and check that Swift is recent enough
	@sh Scripts/setup.sh

.PHONY: build
build: setup ## build the program, optimised
	$(RELEASE)

.PHONY: run
run: build ## build, and run experiments/xor.yaml
	$(BINARY) experiments/xor.yaml

.PHONY: test
test: setup ## run the tests
	SWIFT_BACKTRACE=enable=no swift test

.PHONY: lint
lint: build ## check the format of the sources and the symbols of the kernels
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	sh Tests/Checks/kernel_symbols.sh .build/release

.PHONY: install
install: build ## install nn-run under PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/nn-run

.PHONY: docs
docs: setup ## write docs/Spec.md anew from the table of fields
	NN_RUN_RECORD=1 swift test --filter SpecReferenceTests

.PHONY: oracle
oracle: build $(VENV)/installed ## compute in Python what the tests compare with, and store it
	$(VENV)/bin/python Tests/Oracle/tutorial.py $(BINARY)
	$(VENV)/bin/python Tests/Oracle/philox_values.py
	$(VENV)/bin/python Tests/Oracle/elementary_values.py

$(VENV)/installed: Tests/Oracle/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet -r Tests/Oracle/requirements.txt
	touch $@

.PHONY: clean
clean: ## remove everything that was built
	rm -rf .build $(VENV)
