#!/bin/sh
# Feeds readers of data files what libFuzzer makes of the corpus: fuzz.sh PROGRAM SECONDS READER…
#
# What it finds new goes to .build/fuzz-corpus; a file that does harm is .build/fuzz-READER-crash-…
# It is then kept in Corpus/READER, from where every later run begins.
set -eu

program=$1
seconds=$2
shift 2
here=$(dirname "$0")
data=$here/../Corpus/data
memory=/dev/shm
[ -d "$memory" ] || memory=${TMPDIR:-/tmp}

for reader in "$@"; do
  corpus=.build/fuzz-corpus/$reader
  seeds=.build/fuzz-seeds/$reader
  mkdir -p "$corpus" "$seeds"
  case $reader in
    csv) cp "$data"/*.csv "$seeds" ;;
    npy) cp "$data"/*.npy "$seeds" ;;
    npz) cp "$data"/*.npz "$seeds" ;;
    idx) cp "$data"/*.idx "$data"/*-ubyte "$seeds" ;;
    gzip) cp "$data"/*.gz "$seeds" ;;
    *) echo "fuzz: there is no reader \"$reader\", only csv, npy, npz, idx and gzip" >&2; exit 1 ;;
  esac
  [ ! -d "$here/Corpus/$reader" ] || cp "$here/Corpus/$reader"/* "$seeds"
  file=$memory/nn-run-fuzz-$reader-$$
  trap 'rm -f "$file"' EXIT
  echo "fuzz: $reader for $seconds s"
  SWIFT_BACKTRACE=enable=no "$program" "$reader" "$file" -max_total_time="$seconds" -max_len=8192 \
    -timeout=10 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix=".build/fuzz-$reader-" "$corpus" "$seeds"
  rm -f "$file"
done
