#!/usr/bin/env bash
# Walks the real window through every screen of the sample procurement and leaves pictures.
source "$(dirname "$0")/common.sh"
scripts/install.sh build window ui
npm --prefix ui run --silent build -- --logLevel warn
cargo build --locked --workspace --all-targets
# The same day on every picture.
export SENTEI_NOW="${SENTEI_NOW:-2026-12-01T01:00:00Z}"
exec "$(target_dir)/debug/examples/screens" "$@"
