#!/bin/sh
# build.sh OUTPUT: one static program of every operation in this folder. CC is musl-gcc unless the environment says
# otherwise; musl's wrapper leaves out the kernel's own headers, which come last here so that they shadow nothing.
set -eu
output=$1
here=$(dirname "$0")
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT

for file in "$here"/*.c; do
  id=$(basename "$file" .c)
  printf 'OPERATION("%s", try_%s)\n' "$id" "$(printf %s "$id" | tr - _)"
done > "$objects/registry.inc"

${CC:-musl-gcc} -std=c17 -Os -static -Wall -Wextra -Werror -Wno-unused-parameter \
  -I "$here/frame" -I "$objects" -idirafter /usr/include -idirafter "/usr/include/$(uname -m)-linux-gnu" \
  -o "$output" "$here"/frame/*.c "$here"/*.c
