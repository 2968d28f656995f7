#!/usr/bin/env bash
# Licences, sources and duplicates of the dependencies. Advisories are not asked for: their list lives online.
source "$(dirname "$0")/common.sh"
if ! command -v cargo-deny >/dev/null; then
  say "cargo-deny does not come built for this machine; skipped. 'cargo install cargo-deny --locked' brings it."
  exit 0
fi
cargo deny --locked --log-level error check licenses bans sources
