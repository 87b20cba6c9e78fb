# Completion of vigyapti-index and vigyapti-search for bash: flags, their values and file names, and
# the sources and countries of the index, which vigyapti-search is asked for. Nothing else runs a
# program, and what fails says nothing.
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

# _vigyapti_list WORD...: the same for the last of several values with commas between them.
_vigyapti_list() {
    local before="" word words=()
    [[ $cur != *,* ]] || before=${cur%,*},
    for word in "$@"; do words+=("$before$word"); done
    _vigyapti_choose "${words[@]}"
}

# _vigyapti_values FIELD HEAD: the values that the field has in the index, behind HEAD. They come from
# releases, so each is quoted for the shell; one with spaces is a phrase of the query.
_vigyapti_values() {
    local i index=() value typed=${cur//[\\\"\']/}
    for ((i = 1; i + 1 < COMP_CWORD; i++)); do
        [[ ${COMP_WORDS[i]} != --index ]] || index=(--index "${COMP_WORDS[i + 1]}")
    done
    command -v "${COMP_WORDS[0]}" >/dev/null || return 0
    while IFS= read -r value; do
        value=${value//\"/}
        [[ $value == "$typed"* ]] || continue
        [[ $value != *[[:space:]]* ]] || value="\"$value\""
        printf -v value %q "$value"
        COMPREPLY+=("$2$value")
    done < <("${COMP_WORDS[0]}" "${index[@]}" --list-values "$1" 2>/dev/null)
}

# _vigyapti_field: completes what stands behind the colon of a field; fails where there is none. Bash
# takes words apart at colons, unless it has been told not to.
_vigyapti_field() {
    local field head=""
    if [[ $cur == ":" ]]; then
        field=$prev cur=""
    elif [[ $prev == ":" && $COMP_CWORD -ge 2 ]]; then
        field=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $cur == *:* ]]; then
        field=${cur%%:*} head=${cur%%:*}: cur=${cur#*:}
    else
        return 1
    fi
    case $field in
        source | country) _vigyapti_values "$field" "$head" ;;
        lang) _vigyapti_choose "${head}hi" "${head}en" ;;
    esac
}

# _vigyapti_saved: the names of saved searches.
_vigyapti_saved() {
    local path
    for path in "${XDG_STATE_HOME:-$HOME/.local/state}"/vigyapti/new/*; do
        [[ ! -f $path || ${path##*/} != "$cur"* ]] || COMPREPLY+=("${path##*/}")
    done
}

_vigyapti_index() {
    local cur prev
    _vigyapti_split
    COMPREPLY=()
    if ! _vigyapti_flags_ended; then
        case $prev in
            --index) _vigyapti_names -d; return ;;
            --config | --report | --log | --glossary) _vigyapti_names -f; return ;;
            --format)
                _vigyapti_choose auto archive csv docx feed html json jsonl mail markdown \
                    odt pdf text warc xml
                return
                ;;
            --legacy-font) _vigyapti_choose auto off; return ;;
            --source | --threads | --shards | --memory | --max-release-size | --max-file-size) return ;;
            --max-delete-percent | --wait) return ;;
        esac
        if [[ $cur == -* ]]; then
            _vigyapti_choose --index --config --format --source --legacy-font --threads --shards \
                --memory --max-release-size --max-file-size --max-delete-percent \
                --allow-mass-delete --wait --glossary --retry-failed --rebuild --dry-run --report \
                --log --explain-file --check --compact --stats --list-failed --delete --verbose \
                --help --version
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
        --format) _vigyapti_choose terminal json jsonl csv atom html trec; return ;;
        --facet) _vigyapti_list country source lang year month; return ;;
        --list-values) _vigyapti_choose source lang country; return ;;
        --new) _vigyapti_saved; return ;;
        --pager) _vigyapti_choose auto never; return ;;
        --cross) _vigyapti_choose auto only off; return ;;
        --sort) _vigyapti_choose relevance date date-asc; return ;;
        --color) _vigyapti_choose auto always never; return ;;
        --limit | -n | --offset | --recency | --like | --pair | --explain-document) return ;;
    esac
    if [[ $cur == -* ]]; then
        _vigyapti_choose --index --config --limit --offset --cross --sort --recency --all --all-versions \
            --facet --timeline --like --pair --new --interactive --format --color --pager --batch --timing \
            --explain --explain-document --analyse --list-values --help --version
    elif ! _vigyapti_field; then
        # Names of fields; what is looked for in most of them is the user's own.
        _vigyapti_choose title: caption: credit: source: lang: country: date: id: url:
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _vigyapti_index vigyapti-index
complete -F _vigyapti_search vigyapti-search
