
# Specs may stand where subcommands do: `nn-run FILE` is `nn-run run FILE`.
_nn-run_or_spec() {
    local -a subcommands=()
    if ((COMP_CWORD > 1)) && declare -F "_nn-run_${COMP_WORDS[1]}" >/dev/null; then
        _nn-run "$@"
        return
    fi
    if ((COMP_CWORD == 1)); then
        _nn-run "$@"
        subcommands=("${COMPREPLY[@]}")
        COMPREPLY=()
    fi
    COMP_WORDS=("${COMP_WORDS[0]}" run "${COMP_WORDS[@]:1}")
    ((COMP_CWORD += 1))
    _nn-run "$@"
    COMPREPLY=("${subcommands[@]}" "${COMPREPLY[@]}")
}

complete -o filenames -F _nn-run_or_spec nn-run
