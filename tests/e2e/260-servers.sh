#!/usr/bin/env bash
# The page behind lighttpd, nginx with fcgiwrap, and Apache, each on loopback with the sample that
# administrators get.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
: "${BIN_CGI:=${BIN_SEARCH%/*}/vigyapti.cgi}"
need_program python3
PATH=$PATH:/usr/sbin
# The servers run as somebody else, who must get at their files.
chmod 755 "$WORK"

on_server() {
    mkdir "$WORK/$1"
    python3 -B "$SOURCE_DIR/tests/support/page_checks.py" "$1" "$BIN_CGI" "$WORK/$1"
}
on_lighttpd() { on_server lighttpd; }
on_nginx() { on_server nginx; }
on_apache() { on_server apache; }

# What the page has to say for the log gets lost; the visitor has the answer.
log_that_cannot_be_written() {
    printf '{"id":"a","text":"energy"}\n' >"$WORK/a.jsonl"
    index --index "$WORK/index" "$WORK/a.jsonl"
    local page=(env VIGYAPTI_INDEX="$WORK/index" REQUEST_METHOD=GET QUERY_STRING=q=energy "$BIN_CGI")
    "${page[@]}" >"$WORK/page" 2>/dev/null
    grep -q "<mark>energy</mark>" "$WORK/page"
    "${page[@]}" 2>&- | cmp - "$WORK/page"
    [ ! -e /dev/full ] || "${page[@]}" 2>/dev/full | cmp - "$WORK/page"
}

# try NAME PROGRAM...: unless one of the programs is not there.
TRIED=0
try() {
    local program
    for program in "${@:2}"; do
        if ! has_program "$program"; then
            printf 'not tried: %s, for want of %s\n' "$1" "$program"
            return
        fi
    done
    section "$1" "on_$1"
    TRIED=$((TRIED + 1))
}

try lighttpd lighttpd
try nginx nginx fcgiwrap
try apache apache2
section "a log that cannot be written" log_that_cannot_be_written
finish
[ "$TRIED" -gt 0 ] || skip "no web server on this machine; scripts/deps --servers installs them"
