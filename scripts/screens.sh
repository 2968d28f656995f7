#!/usr/bin/env bash
# Walks the real window through every screen of the sample procurement and leaves pictures.
source "$(dirname "$0")/common.sh"
scripts/install.sh build window ui
npm --prefix ui run --silent build -- --logLevel warn
cargo build --locked --workspace --all-targets
# The same day on every picture: a few after the last letters of the sample.
export SENTEI_NOW="${SENTEI_NOW:-2027-05-10T01:00:00Z}"
exec "$(target_dir)/debug/examples/screens" "$@"
