# Everything a person needs. Each target installs what is missing first, and says plainly what it cannot install.
.DEFAULT_GOAL := help
.PHONY: help run test screens bench bindings deny format

help:
	@echo 'make run      build Sentei and open its window'
	@echo 'make test     every check and every test, as CI runs them'
	@echo 'make screens  walk the real window through every screen and leave pictures'
	@echo 'make bench    the measures, as ratios taken in one run (release build)'
	@echo 'make bindings write the front end'"'"'s types and functions from the list of commands'
	@echo 'make deny     licences, sources and duplicates of the dependencies'
	@echo 'make format   format the Rust sources'

run:
	@scripts/run.sh

test:
	@scripts/test.sh

screens:
	@scripts/screens.sh

bench:
	@scripts/bench.sh

bindings:
	@SENTEI_WRITE_BINDINGS=1 cargo test --locked --workspace --test bindings

deny:
	@scripts/install.sh python
	@scripts/deny.sh

format:
	@cargo fmt --all
