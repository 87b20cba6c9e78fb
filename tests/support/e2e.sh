# Helpers of the end-to-end scripts; sourced by each. BIN_INDEX and BIN_SEARCH are the programs,
# SOURCE_DIR is the project. Every script gets a folder of its own, $WORK, and leaves nothing behind.
# shellcheck shell=bash
set -euo pipefail

: "${BIN_INDEX:?}" "${BIN_SEARCH:?}" "${SOURCE_DIR:?}"
export LC_ALL=C.UTF-8
WORK=$(mktemp -d)
export HOME=$WORK XDG_CONFIG_HOME=$WORK/config XDG_DATA_HOME=$WORK/data
unset VIGYAPTI_INDEX NO_COLOR || true
trap 'chmod -R u+rwX "$WORK" 2>/dev/null; rm -rf "$WORK"' EXIT
SHARED_DATA=${VIGYAPTI_SHARED_DATA:-$SOURCE_DIR/../shared/data}

index() { "$BIN_INDEX" "$@"; }
search() { "$BIN_SEARCH" "$@"; }

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

need_shared_data() {
    [ -e "$SHARED_DATA/$1" ] || skip "no $1 in the shared data; set VIGYAPTI_SHARED_DATA to it"
}

# expect_status STATUS COMMAND...: runs it, output in $OUT and $ERR.
expect_status() {
    local wanted=$1 status=0
    shift
    "$@" >"$WORK/out" 2>"$WORK/err" || status=$?
    OUT=$(cat "$WORK/out")
    ERR=$(cat "$WORK/err")
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

# ids QUERY...: the ids that a search finds, one a line, best first.
ids() { search --format trec "$@" | awk '{print $3}'; }
