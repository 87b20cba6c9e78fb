# Completion of vigyapti-index and vigyapti-search for bash: flags, their values and file names.
# It runs no program, reads no index and asks no network.
# shellcheck shell=bash

# _vigyapti_split: sets `cur`, the word to complete, and `prev`, the flag or word before it, also for
# --flag=value, which bash takes apart at the equals sign.
_vigyapti_split() {
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD - 1]}
    if [[ $cur == "=" ]]; then
        cur=""
    elif [[ $prev == "=" && $COMP_CWORD -ge 2 ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
}

# _vigyapti_flags_ended: whether a -- stands before the word to complete.
_vigyapti_flags_ended() {
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        [[ ${COMP_WORDS[i]} == "--" ]] && return 0
    done
    return 1
}

# _vigyapti_takes_no_path: whether a mode of vigyapti-index is asked for that takes none.
_vigyapti_takes_no_path() {
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --check | --compact | --stats | --list-failed | --delete) return 0 ;;
            --) return 1 ;;
        esac
    done
    return 1
}

# _vigyapti_choose WORD...: those of the words that begin like `cur`.
_vigyapti_choose() { mapfile -t COMPREPLY < <(compgen -W "$*" -- "$cur"); }

# _vigyapti_names -f|-d: files or folders.
_vigyapti_names() {
    mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
    compopt -o filenames 2>/dev/null
}

_vigyapti_index() {
    local cur prev
    _vigyapti_split
    COMPREPLY=()
    if ! _vigyapti_flags_ended; then
        case $prev in
            --index) _vigyapti_names -d; return ;;
            --config | --report | --log) _vigyapti_names -f; return ;;
            --format) _vigyapti_choose auto text jsonl; return ;;
            --source | --threads | --shards | --memory | --max-release-size) return ;;
            --max-delete-percent | --wait) return ;;
        esac
        if [[ $cur == -* ]]; then
            _vigyapti_choose --index --config --format --source --threads --shards --memory \
                --max-release-size --max-delete-percent --allow-mass-delete --wait --retry-failed \
                --rebuild --dry-run --report --log --check --compact --stats --list-failed \
                --delete --verbose --help --version
            return
        fi
    fi
    # Ids are the index's own, and modes that look at all of it take no paths.
    _vigyapti_takes_no_path && return
    _vigyapti_names -f
}

_vigyapti_search() {
    local cur prev
    _vigyapti_split
    COMPREPLY=()
    _vigyapti_flags_ended && return
    case $prev in
        --index) _vigyapti_names -d; return ;;
        --config | --batch) _vigyapti_names -f; return ;;
        --format) _vigyapti_choose terminal json trec; return ;;
        --sort) _vigyapti_choose relevance date date-asc; return ;;
        --color) _vigyapti_choose auto always never; return ;;
        --limit | -n | --offset) return ;;
    esac
    if [[ $cur == -* ]]; then
        _vigyapti_choose --index --config --limit --offset --sort --all --format --color --batch \
            --timing --explain --analyse --help --version
    else
        # Names of fields; what is looked for in them is the user's own.
        _vigyapti_choose title: caption: credit: source: lang: country: date: id: url:
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _vigyapti_index vigyapti-index
complete -F _vigyapti_search vigyapti-search
