# `make help` lists what can be made.
SHELL := /bin/sh
PREFIX ?= /usr/local
PYTHON ?= python3
# On Linux Swift's libraries go into the program: it starts sooner, and runs where Swift is not. So
# does the C++ library that they need: the linker takes the archive where it finds it first, in a
# folder without the shared one.
ARCHIVES := $(CURDIR)/.build/archives
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xlinker -L$(ARCHIVES))
RELEASE := swift build -c release $(STATIC) --product
BINARY := .build/release/nn-run
VENV := .venv
# The peers of the benchmarks, which some of the oracles need too.
PEERS_VENV := .venv-bench
# The readers of data files that are fuzzed, and for how many seconds each.
READER ?= csv npy npz idx gzip
SECONDS ?= 60
FUZZ_BUILD := .build/fuzz
# How often experiments are killed, and stopped by each signal.
KILLS ?= 200
TRIES ?= 50
ROUNDS ?= 20
WORKLOADS ?= xor1 xor1000 digits digits_sweep wide wide1024

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## install what is missing (libyaml, zlib, libcrypto), and check that Swift is recent enough
	@sh Scripts/setup.sh $(ARCHIVES)

.PHONY: build
build: setup ## build the program, optimised
	$(RELEASE) nn-run

.PHONY: run
run: build ## build, and run experiments/xor.yaml
	$(BINARY) experiments/xor.yaml

.PHONY: test
test: setup ## run the tests
	SWIFT_BACKTRACE=enable=no swift test

.PHONY: exhaustive
exhaustive: setup ## measure the errors of exp, log, … over all 2³² numbers of float32
	NN_RUN_EXHAUSTIVE=1 SWIFT_BACKTRACE=enable=no swift test --filter ElementaryErrorTests

.PHONY: fuzz
fuzz: setup ## feed the readers of data files random bytes: READER="npz …" SECONDS=60
	NN_RUN_FUZZ=1 swift build -c release --scratch-path $(FUZZ_BUILD) --product nn-run-fuzz \
	  -Xswiftc -sanitize=fuzzer,address
	sh Tests/Fuzzing/fuzz.sh $(FUZZ_BUILD)/release/nn-run-fuzz $(SECONDS) $(READER)

.PHONY: faults
faults: build ## kill, stop and starve experiments in every way (Linux, strace): KILLS=200 TRIES=50
	$(PYTHON) Tests/Faults/kills.py $(BINARY) --kills $(KILLS)
	$(PYTHON) Tests/Faults/signals.py $(BINARY) --tries $(TRIES)
	$(PYTHON) Tests/Faults/syscalls.py $(BINARY)
	$(PYTHON) Tests/Faults/places.py $(BINARY)
	$(PYTHON) Tests/Faults/irregular.py $(BINARY)

.PHONY: same-bytes
same-bytes: build ## compare every byte of results with those of a commit: BASE=6201def TEXTS=1
	$(PYTHON) Tests/SameBytes/same_bytes.py --after $(BINARY) $(if $(BASE),--base $(BASE)) \
	  $(if $(TEXTS),--texts)

.PHONY: lint
lint: build ## check the format of the sources and the symbols of the kernels
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	sh Tests/Checks/kernel_symbols.sh .build/release

.PHONY: install
install: build ## install nn-run, completions and the JSON Schema under PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/nn-run
	sh Scripts/install_shared.sh $(BINARY) $(DESTDIR)$(PREFIX)/share

.PHONY: docs
docs: setup ## write docs/Spec.md, the JSON Schema and the picture of the modules anew
	NN_RUN_RECORD=1 swift test --filter 'SpecReferenceTests|SpecSchemaTests|ArchitectureTests'

.PHONY: oracle
oracle: build $(VENV)/installed ## compute in Python what the tests compare with, and store it
	$(VENV)/bin/python Tests/Oracle/tutorial.py $(BINARY)
	$(VENV)/bin/python Tests/Oracle/philox_values.py
	$(VENV)/bin/python Tests/Oracle/elementary_values.py
	$(VENV)/bin/python Tests/Oracle/trigonometry_values.py
	$(VENV)/bin/python Tests/Oracle/dataset_values.py
	$(VENV)/bin/python Tests/Oracle/data_files.py
	$(VENV)/bin/python Tests/Oracle/encoding.py
	$(VENV)/bin/python Tests/Oracle/schema.py $(BINARY)
	$(VENV)/bin/python Tests/Oracle/summary.py
	$(VENV)/bin/python Tests/Oracle/junit.py $(BINARY)
	$(RELEASE) nn-run-bench
	$(VENV)/bin/python Tests/Oracle/csv_numbers.py $(BINARY)-bench
	@sh Benchmarks/setup.sh $(PEERS_VENV) $(PYTHON)
	$(PEERS_VENV)/bin/python Tests/Oracle/schedule_values.py
	$(PEERS_VENV)/bin/python Tests/Oracle/training.py
	$(PEERS_VENV)/bin/python Tests/Oracle/losses.py
	$(PEERS_VENV)/bin/python Tests/Oracle/metrics.py
	$(PEERS_VENV)/bin/python Tests/Oracle/splits.py

$(VENV)/installed: Tests/Oracle/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet -r Tests/Oracle/requirements.txt
	touch $@

.PHONY: bench
bench: build ## measure against the peers: ROUNDS=20 WORKLOADS="xor1 …" PEERS="JAX …" RECORD=1
	$(RELEASE) nn-run-bench
	@if command -v $(PYTHON) >/dev/null 2>&1; then \
	  sh Benchmarks/setup.sh $(PEERS_VENV) $(PYTHON) || echo "bench: going on without them" >&2; \
	  $(PYTHON) Benchmarks/bench.py --programs $(dir $(BINARY)) --environment $(PEERS_VENV) \
	    --rounds $(ROUNDS) --workloads "$(WORKLOADS)" $(if $(PEERS),--peers "$(PEERS)") \
	    $(if $(RECORD),--record docs/Performance.md); \
	else \
	  sh Benchmarks/alone.sh $(dir $(BINARY)) $(ROUNDS) "$(WORKLOADS)"; \
	fi

.PHONY: bench-cost
bench-cost: build ## measure what memory and time grow with: ROUNDS=20
	$(PYTHON) Benchmarks/cost.py --programs $(dir $(BINARY)) --environment $(PEERS_VENV) \
	  --rounds $(ROUNDS)

.PHONY: bench-runs
bench-runs: build ## measure experiments of many small runs: files, memory, planning: ROUNDS=20
	$(PYTHON) Benchmarks/many_runs.py --programs $(dir $(BINARY)) --rounds $(ROUNDS)

.PHONY: bench-kernels
bench-kernels: setup ## verify and measure the kernels: CSV=FILE writes all figures
	$(RELEASE) nn-run-bench
	.build/release/nn-run-bench kernels $(if $(CSV),--csv "$(CSV)")

.PHONY: clean
clean: ## remove everything that was built
	rm -rf .build $(VENV) $(PEERS_VENV) Benchmarks/data
