#!/usr/bin/env bash
# The measures: release build, each against its peer in the same run, printed as a table.
source "$(dirname "$0")/common.sh"
scripts/install.sh build window papers bench ui
npm --prefix ui run --silent build -- --logLevel warn
cargo build --locked --release --workspace --bins --examples --benches
exec cargo bench --locked --workspace --bench measures -- "$@"
