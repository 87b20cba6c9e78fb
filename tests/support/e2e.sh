# Helpers of the end-to-end scripts; sourced by each. BIN_INDEX and BIN_SEARCH are the programs,
# SOURCE_DIR is the project. Every script gets a folder of its own, $WORK, and leaves nothing behind.
# shellcheck shell=bash
set -Eeuo pipefail

: "${BIN_INDEX:?}" "${BIN_SEARCH:?}" "${BIN_DUMP:?}" "${SOURCE_DIR:?}"
export LC_ALL=C.UTF-8
WORK=$(mktemp -d)
export HOME=$WORK XDG_CONFIG_HOME=$WORK/config XDG_DATA_HOME=$WORK/data XDG_STATE_HOME=$WORK/state
unset VIGYAPTI_INDEX VIGYAPTI_NOW NO_COLOR PAGER LESS || true
trap 'chmod -R u+rwX "$WORK" 2>/dev/null || true; rm -rf "$WORK"' EXIT
report_command() { printf 'FAILED: %s, line %s: %s\n' "${0##*/}" "$1" "$2" >&2; }
trap 'report_command "$LINENO" "$BASH_COMMAND"' ERR
SHARED_DATA=${VIGYAPTI_SHARED_DATA:-$SOURCE_DIR/../shared/data}
FAILURES=0

index() { "$BIN_INDEX" "$@"; }
# A script may set options of all its searches.
SEARCH_OPTIONS=()
search() { "$BIN_SEARCH" "${SEARCH_OPTIONS[@]}" "$@"; }

fail() {
    trap - ERR
    printf 'FAILED: %s, line %s: %s\n' "${0##*/}" "$(caller_line)" "$*" >&2
    exit 1
}

# The line of the script from which a helper was called.
caller_line() {
    local i
    for ((i = 1; i < ${#BASH_SOURCE[@]}; i++)); do
        if [ "${BASH_SOURCE[i]}" != "${BASH_SOURCE[0]}" ]; then
            printf '%s' "${BASH_LINENO[i - 1]}"
            return
        fi
    done
}

skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

# section NAME FUNCTION: runs the function by itself, so that one failure does not hide the next.
# A script of sections ends with `finish`.
section() {
    local name=$1 status=0
    set +eE
    trap - ERR
    (
        set -eE
        trap 'report_command "$LINENO" "$BASH_COMMAND"' ERR
        "$2"
    )
    status=$?
    set -eE
    trap 'report_command "$LINENO" "$BASH_COMMAND"' ERR
    if [ "$status" -ne 0 ]; then
        printf 'FAILED: %s: %s\n' "${0##*/}" "$name" >&2
        FAILURES=$((FAILURES + 1))
    fi
}

finish() {
    [ "$FAILURES" -eq 0 ] || {
        printf '%s: %s parts failed\n' "${0##*/}" "$FAILURES" >&2
        exit 1
    }
}

need_shared_data() {
    [ -e "$SHARED_DATA/$1" ] || skip "no $1 in the shared data; set VIGYAPTI_SHARED_DATA to it"
}

has_program() { command -v "$1" >/dev/null; }

need_program() { has_program "$1" || skip "no $1 on this machine"; }

# expect_status STATUS COMMAND...: runs it, output in $OUT and $ERR.
expect_status() {
    local wanted=$1 status=0
    shift
    "$@" >"$WORK/out" 2>"$WORK/err" || status=$?
    # shellcheck disable=SC2034  # for the scripts
    OUT=$(tr -d '\0' <"$WORK/out")
    ERR=$(tr -d '\0' <"$WORK/err")
    [ "$status" -eq "$wanted" ] || fail "status $status, not $wanted: $* ($ERR)"
}

# expect_contains TEXT PART and its opposite.
expect_contains() {
    case $1 in *"$2"*) ;; *) fail "\"$2\" is not in: $1" ;; esac
}

expect_lacks() {
    case $1 in *"$2"*) fail "\"$2\" is in: $1" ;; *) ;; esac
}

expect_equal() { [ "$1" = "$2" ] || fail "\"$1\" is not \"$2\""; }

# ids QUERY...: the ids that a search finds, one a line, best first; nothing when it finds nothing.
ids() {
    local status=0
    search --format trec "$@" >"$WORK/ids" 2>"$WORK/ids.err" || status=$?
    [ "$status" -le 1 ] || fail "status $status: vigyapti-search $* ($(cat "$WORK/ids.err"))"
    awk '{print $3}' "$WORK/ids"
}

# expect_ids "ID ID…" QUERY...: the search finds these releases and no others, in any order.
expect_ids() {
    local wanted=$1 found
    shift
    found=$(ids --limit 1000 "$@" | sort | tr '\n' ' ')
    # shellcheck disable=SC2086  # the ids are words
    wanted=$(printf '%s\n' $wanted | sed '/^$/d' | sort | tr '\n' ' ')
    [ "$found" = "$wanted" ] || fail "found \"$found\", not \"$wanted\": $*"
}

# expect_order "ID ID…" QUERY...: the same with the order.
expect_order() {
    local wanted=$1 found
    shift
    found=$(ids --limit 1000 "$@" | tr '\n' ' ')
    [ "$found" = "$wanted " ] || fail "found \"$found\", not \"$wanted \": $*"
}

# expect_notice PART QUERY...: the search succeeds, with or without hits, and says PART on stderr.
expect_notice() {
    local part=$1 status=0
    shift
    search "$@" >"$WORK/out" 2>"$WORK/err" || status=$?
    [ "$status" -le 1 ] || fail "status $status: $*"
    expect_contains "$(cat "$WORK/err")" "$part"
}

# check_json EXPRESSION ARGUMENT...: runs a search with --format json; its answer is `r` in a Python
# expression that must be true.
check_json() {
    local expression=$1 status=0
    shift
    has_program python3 || return 0
    search --format json "$@" >"$WORK/json" 2>"$WORK/err" || status=$?
    [ "$status" -le 1 ] || fail "status $status: $* ($(cat "$WORK/err"))"
    python3 - "$expression" "$WORK/json" <<'END' || fail "$expression does not hold: $*"
import json, sys
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    lines = file.read().split("\n")
assert len(lines) == 2 and lines[1] == "", "not one line"
r = json.loads(lines[0])
def lit(part):
    """The highlighted parts of a snippet, by code points."""
    return [part["text"][begin:end] for begin, end in part["highlights"]]
if not eval("(" + sys.argv[1] + ")"):
    print(json.dumps(r, ensure_ascii=False)[:2000], file=sys.stderr)
    sys.exit(1)
END
}

# summary_of NAME: the number behind NAME= in the summary line that the last expect_status saw.
summary_of() { sed -n "s/^indexed=.*/ &/;s/.* $1=\([0-9.]*\).*/\1/p" "$WORK/err"; }

# expect_summary NAME NUMBER...
expect_summary() {
    while [ $# -gt 0 ]; do
        [ "$(summary_of "$1")" = "$2" ] || fail "$1=$(summary_of "$1"), not $2: $(cat "$WORK/err")"
        shift 2
    done
}

# as_nobody COMMAND...: runs it without root's right to read everything. Status 125 when this cannot
# be arranged.
as_nobody() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif has_program setpriv && setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null
    then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        return 125
    fi
}

# new_folder: goes into an empty folder, which is left at the end of the section.
new_folder() { cd "$(mktemp -d -p "$WORK")"; }

# make_lines COUNT NAME: JSON Lines with the ids NAME1, NAME2 and so on, each with the word NAME and
# one of its own.
make_lines() {
    local i
    for ((i = 1; i <= $1; i++)); do
        printf '{"id":"%s%s","text":"%s release word%s"}\n' "$2" "$i" "$2" "$i"
    done
}

# age FILE...: as if they had not been touched of late: what was modified within the last seconds is
# looked at once more by the next run.
age() { touch -h -d '2 days ago' "$@"; }

# dump DIR: everything that an index holds, in the order of the ids.
dump() { "$BIN_DUMP" "$1"; }

# expect_same DIR DIR: two indexes hold the same.
expect_same() {
    dump "$1" >"$WORK/one.dump"
    dump "$2" >"$WORK/other.dump"
    diff "$WORK/one.dump" "$WORK/other.dump" >"$WORK/dump.diff" ||
        fail "$1 and $2 differ: $(head -c 1000 "$WORK/dump.diff")"
}

# state_of DIR: all that belongs to an index but the note on who wrote it last.
state_of() {
    find "$1" -type f ! -name lock -exec md5sum {} + | sort -k 2
}

# expect_untouched STATUS COMMAND...: as expect_status, and no file of ./index changes.
expect_untouched() {
    local before
    before=$(state_of index)
    expect_status "$@"
    [ "$(state_of index)" = "$before" ] || fail "the index has changed: $*"
}

# until_true COMMAND...: waits until it succeeds, for half a minute at most.
until_true() {
    local i
    for ((i = 0; i < 300; i++)); do
        if "$@" 2>/dev/null; then return; fi
        sleep 0.1
    done
    fail "in vain: $*"
}

# hold ARGUMENT...: starts an indexer that holds ./index and reads ./input, a named pipe, which file
# descriptor 7 writes to. Its process is $HOLDER.
hold() {
    rm -f input
    mkfifo input
    "$BIN_INDEX" -v --index index "$@" - <input >held.out 2>held.err &
    HOLDER=$!
    exec 7>input
    # Also when the part fails.
    trap 'exec 7>&-; wait "$HOLDER" || true' EXIT
    until_true grep -q "^process $HOLDER " index/lock
}

# stop_holder: asks the holder to stop and waits for it, with its input open: at the end of that it may
# be done before it hears the signal. Its status is in $HELD.
# shellcheck disable=SC2034  # for the scripts
stop_holder() {
    HELD=0
    kill -TERM "$HOLDER"
    wait "$HOLDER" || HELD=$?
    exec 7>&-
}

# let_go: ends the input of the holder and waits for it; its status is in $HELD.
# shellcheck disable=SC2034  # for the scripts
let_go() {
    HELD=0
    exec 7>&-
    wait "$HOLDER" || HELD=$?
}
