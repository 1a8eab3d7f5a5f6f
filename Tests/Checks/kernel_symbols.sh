#!/bin/sh
# Checks the object files of the kernel modules, which are compiled for different processors and
# linked into one program. usage: kernel_symbols.sh BUILD_DIR   (.build/debug or .build/release)
#
# 1. The linker keeps one of several weak definitions of the same name. So a weak function that does
#    not carry the name of its module must be code that any processor runs: nothing of AVX or BMI.
#    Copying of vectors, which only the metadata of kernels' own types refers to, may differ, as
#    long as no other module has copying of the same name.
# 2. What the kernels call is fused multiply-add, memory copies, and each other. A call to anything
#    else means a generic that was not specialised, or code that is not ours. (Debug builds are made
#    for testing and emit the unspecialised form of everything beside, which calls the runtime.)
set -u

build=${1:?usage: kernel_symbols.sh BUILD_DIR}
NM=${NM:-nm}
OBJDUMP=${OBJDUMP:-objdump}

# Calls that are allowed.
functions='fma|fmaf|memcpy|memmove|memset|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_'
# Descriptors and witness tables: data. What makes metadata of them is not called by kernels: part 3.
data='\$s.*(Mn|N|Mp|WP|Mc|WV)|swift_getTypeByMangledNameInContextInMetadataState2'
data="$data|swift_getWitnessTable|swift_deletedMethodError"
metadata='swift_(getGenericMetadata|allocateGenericValueMetadata|initStructMetadata)'
metadata="$metadata|swift_(checkMetadataState|getAssociatedConformanceWitness|retain)"
# Functions that make metadata: accessors (Ma), completion (Mr), instantiation (Mi), witnesses (Wl,
# WT, WI, CP), and what several of them are merged into (Tm).
makers='\$s.*(Ma|Mr|Mi|Wl|WT|WI|CP)(Tm)?|__swift_.*'
# The vocabulary of the table.
table='\$s(15KernelInterface|10Vocabulary).*'
# What unspecialised generics call.
runtime='swift_[A-Za-z_0-9]*|\$s(s|S|yt|[0-9]+SIMD[0-9]+Storages).*'

# Mnemonics and registers of x86-64-v2 and up.
newer='[[:space:]](v[a-z][a-z0-9]*|k(mov|or|and|andn|xor|xnor|not|test|ortest|unpck|shift|add)[a-z]*'
newer="$newer|andn|bextr|bls[a-z]*|bzhi|mulx|pdep|pext|rorx|sarx|shlx|shrx|tzcnt|lzcnt|movbe)"
newer="$newer([[:space:]]|\$)|%[yz]mm"

allowed="$functions|$data|$metadata|$table"
case $(basename "$build") in
debug) allowed="$allowed|$runtime" ;;
esac

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0
objects=0
: > "$work/copying"

for module in Kernels KernelsReference KernelsAVX2 KernelsAVX512; do
  case $module in Kernels | KernelsReference) processors=all ;; *) processors=newer ;; esac
  folder=$build/$module.build
  if [ ! -d "$folder" ]; then
    if [ "$processors" = all ] || [ "$(uname -m)" = x86_64 ]; then
      echo "kernel_symbols: no objects of $module in $build"
      exit 1
    fi
    continue
  fi
  set -- "$folder"/*.o
  objects=$((objects + $#))
  own=${#module}$module

  # name, class and section of every symbol, by object
  for object; do
    $NM -f sysv "$object" | awk -F'|' -v object="$(basename "$object")" 'NF >= 7 {
      gsub(/ /, "", $1); gsub(/ /, "", $3); print object, $3, $1, $7 }'
  done > "$work/symbols"

  # 1. weak functions of others
  awk -v own="$own" '$2 ~ /^[WVu]$/ && $4 ~ /^\.text/ && index($3, own) == 0 { print $1, $3 }' \
    "$work/symbols" > "$work/weak"
  while read -r object symbol; do
    $OBJDUMP -d --no-show-raw-insn "$folder/$object" |
      awk -v name="<$symbol>:" 'index($0, name) { inside = 1; next } /^$/ { inside = 0 } inside' \
      > "$work/code"
    case $symbol in
    __swift_memcpy*)
      [ "$processors" = all ] || echo "$symbol" >> "$work/copying"
      continue
      ;;
    esac
    if [ ! -s "$work/code" ] || { [ "$processors" = newer ] && grep -Eq "$newer" "$work/code"; }; then
      echo "$module: $object defines weakly, and with instructions that not all processors have: $symbol"
      failures=$((failures + 1))
    fi
  done < "$work/weak"

  # 2. calls
  awk '$2 != "U" && $2 != "w" { print $3 }' "$work/symbols" | sort -u > "$work/defined"
  awk '$2 == "U" || $2 == "w" { print $3 }' "$work/symbols" | sort -u > "$work/needed"
  comm -13 "$work/defined" "$work/needed" | grep -Ev "^($allowed)\$" > "$work/foreign"
  while read -r symbol; do
    echo "$module: calls or names what kernels may not: $symbol"
    failures=$((failures + 1))
  done < "$work/foreign"

  # 3. who makes metadata, and who copies by it
  case $(basename "$build") in
  release)
    for object; do
      $OBJDUMP -dr --no-show-raw-insn "$object" | awk -v asked="^($metadata|$makers)\$" \
        -v makers="^($makers)\$" '
        /^[0-9a-f]+ <.*>:$/ { name = substr($2, 2, length($2) - 3); next }
        / R_[A-Z0-9_]*(PLT|PC|CALL|GOT)/ {
          target = $NF; sub(/[-+]0x[0-9a-f]+$/, "", target)
          if (target ~ asked && name !~ makers) print name, target }'
    done | sort -u > "$work/asking"
    while read -r function symbol; do
      echo "$module: a kernel makes metadata or copies by it: $function calls $symbol"
      failures=$((failures + 1))
    done < "$work/asking"
    ;;
  esac
done

# 1, at last: copying of vectors in other modules
sort -u "$work/copying" > "$work/names"
for folder in "$build"/*.build; do
  case $(basename "$folder") in Kernels*.build) continue ;; esac
  for object in "$folder"/*.o; do
    [ -f "$object" ] || continue
    $NM "$object" | awk '{ print $NF }' | sort -u | comm -12 - "$work/names" > "$work/shared"
    while read -r symbol; do
      echo "$(basename "$folder" .build): $(basename "$object") copies by what may need a newer processor: $symbol"
      failures=$((failures + 1))
    done < "$work/shared"
  done
done

if [ "$failures" -ne 0 ]; then
  echo "kernel_symbols: $failures problems in $objects objects"
  exit 1
fi
echo "kernel_symbols: $objects objects, nothing that the linker could mix up"
