#!/usr/bin/env bash
# Every check and every test, the quick ones first.
source "$(dirname "$0")/common.sh"

ui_build() { npm --prefix ui run --silent build -- --logLevel warn; }

step "what is needed" scripts/install.sh build window papers ui python
step "format" cargo fmt --all -- --check
step "front end: types" npm --prefix ui run --silent check
step "front end: tests" npm --prefix ui run --silent test
step "front end: build" ui_build
step "dependencies" scripts/deny.sh
# Clippy compiles what the tests run: a check apart would go through all dependencies once more, which takes as long as half of
# a cold build. Warnings are errors.
export RUSTC_WORKSPACE_WRAPPER="$(rustc --print sysroot)/bin/clippy-driver" CLIPPY_ARGS='-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__'
# The tests of the window and of `sentei call` start the program itself, so it is built with them.
step "lints and build" cargo build --locked --workspace --all-targets
step "tests" cargo test --locked --workspace --no-fail-fast
printf '\nAll tests passed in %d min %02d s.\n' "$((SECONDS / 60))" "$((SECONDS % 60))"
