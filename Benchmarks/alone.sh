#!/bin/sh
# Measures nn-run alone where there is no Python: alone.sh FOLDER ROUNDS "WORKLOADS"
#
# FOLDER holds nn-run and nn-run-bench. Prints the least and the median of the trainings and of the
# whole processes. Workloads whose data need Python are left out, unless they were made before.
set -u

programs=$1
rounds=$2
workloads=$3
here=$(dirname "$0")
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
trap 'exit 130' INT TERM

now() { # in seconds; some systems have no fractions
  date +%s.%N | sed 's/N$/0/'
}

# PIN and its arguments go before a program that may use so many cores.
pin() {
  if command -v taskset >/dev/null 2>&1; then
    case $1 in
      1) echo "taskset -c 0" ;;
      2) echo "taskset -c 0,1" ;;
    esac
  fi
}

spread() { # of the numbers on the standard input
  sort -n | awk '{ v[NR] = $1 }
    END { if (NR) printf "%.6f  %.6f", v[1], (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2
          else printf "       –         –" }'
}

has_data() {
  case $1 in
    xor*) ;;
    digits*) [ -f "$here/data/digits-inputs.npy" ] ;;
    *) [ -f "$here/data/wide-inputs.npy" ] ;;
  esac
}

cores_of() {
  case $1 in
    xor1 | digits) echo 1 ;;
    digits_sweep) echo 2 ;;
    *) echo 1 2 ;;
  esac
}

echo "nn-run alone, in seconds; there is no Python for its peers"
printf '%-13s %5s  %-18s  %s\n' workload cores "training (median)" "process (median)"
for workload in $workloads; do
  if ! has_data "$workload"; then
    echo "$workload is left out: its data are made by Python"
    continue
  fi
  spec=$here/specs/$workload.yaml
  for cores in $(cores_of "$workload"); do
    pin=$(pin "$cores")
    round=0
    : >"$results/training"
    : >"$results/process"
    while [ "$round" -lt "$rounds" ]; do
      round=$((round + 1))
      if [ -x "$programs/nn-run-bench" ]; then
        $pin "$programs/nn-run-bench" train "$spec" --jobs "$cores" |
          sed -n 's/.*"seconds": \[\([^]]*\)].*/\1/p' | tr ',' '\n' >>"$results/training"
      fi
      begin=$(now)
      $pin "$programs/nn-run" "$spec" --jobs "$cores" --output "$results/runs" --quiet || {
        echo "$workload failed"
        break
      }
      end=$(now)
      echo "$begin $end" | awk '{ printf "%.6f\n", $2 - $1 }' >>"$results/process"
      rm -rf "$results/runs"
    done
    printf '%-13s %5s  %s  %s\n' "$workload" "$cores" \
      "$(spread <"$results/training")" "$(spread <"$results/process")"
  done
done
