#!/usr/bin/env bash
# Sessions, from a pipe and on a terminal; the pager; links.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/index
ESC=$'\e'
cd "$WORK"
{
    make_lines 25 alpha
    printf '%s\n' '{"id":"n-1","title":"The letter n","text":"Of the letter n and the year 2023.","url":"https://example.org/n"}' \
        '{"id":"long","title":"कच्चा तेल","text":"पहला अनुच्छेद कच्चे तेल पर।\nदूसरा अनुच्छेद भी तेल पर।\n\nएक चित्र\n© छायाकार"}'
} | index -

# session LINE...: types the lines into a session without a terminal.
session() { printf '%s\n' "$@" | "$BIN_SEARCH" -i; }

pages() {
    expect_status 0 session alpha n p p n n n n n n n n n
    expect_contains "$OUT" "Results 1–3 of 25"
    expect_contains "$OUT" "Results 4–6 of 25"
    expect_contains "$OUT" "Results 25–25 of 25"
    expect_contains "$OUT" "This is the first page."
    expect_contains "$OUT" "This is the last page."
    expect_lacks "$OUT" "vigyapti>"
    # An empty line shows the page once more; -n says how long it is.
    expect_equal "$(printf 'alpha\n\n' | search -i -n 25 | grep -c '^Results 1–25 of 25$')" 2
    # A query may stand on the command line.
    expect_equal "$(printf 'n\n' | search -i -n 20 alpha | grep '^Results')" $'Results 1–20 of 25\nResults 21–25 of 25'
    expect_status 0 session "" n p 1
    expect_contains "$OUT" "This is the first page."
    expect_contains "$OUT" "No release on this page has the number 1"
}

commands() {
    expect_status 0 session '"n"' q alpha
    expect_contains "$OUT" "The letter n"
    expect_lacks "$OUT" "alpha1"
    expect_equal "$(session /n | grep -c 'The letter n')" 1
    expect_equal "$(session /2023 | grep -c 'The letter n')" 1
    expect_status 0 session '?'
    expect_contains "$OUT" "Ctrl-D"
    # Nothing found by any query; nothing asked.
    expect_status 1 session nowhereword
    expect_status 0 session nowhereword alpha
    expect_status 0 search -i </dev/null
    expect_equal "$OUT" ""
    expect_status 0 session '"letter'
    expect_contains "$ERR" "warning: "
}

# A whole release, with every word lit and pictures told from the text.
reading() {
    printf 'तेल\n1\n' | search -i --color always -n 1 >out
    expect_contains "$(cat out)" "पहला अनुच्छेद कच्चे ${ESC}[1;31mतेल"
    expect_contains "$(cat out)" "    दूसरा अनुच्छेद भी ${ESC}[1;31mतेल"
    expect_contains "$(cat out)" "[photo caption] ${ESC}[0m"
    expect_status 0 session 'letter' 1
    expect_contains "$OUT" $'\n    https://example.org/n\n'
    expect_status 0 session alpha 99
    expect_contains "$OUT" "write /99 to search for it"
}

# A release that is gone when it is to be read is told, and the session goes on.
release_that_is_gone() {
    mkfifo lines
    "$BIN_SEARCH" -i <lines >out 2>err &
    local session=$!
    exec 8>lines
    printf 'letter\n' >&8
    until_true grep -q '^Results' out
    index --delete n-1
    printf '1\nalpha\n' >&8
    exec 8>&-
    wait "$session" || fail "status $?"
    grep -q 'Results 1–3 of 25' out || fail "the session ended: $(cat out err)"
}

# typed KEYS COMMAND...: its output on a terminal of 24 lines while the keys are typed, each line when
# a prompt is there.
typed() {
    python3 - "$@" <<'END'
import fcntl, os, pty, select, struct, sys, termios
keys, command = sys.argv[1].encode(), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.execvp(command[0], command)
lines = keys.splitlines(keepends=True)
output, answered = b"", 0
try:
    while part := os.read(terminal, 65536):
        output += part
        while lines and output.count(b"vigyapti> ") > answered:
            answered += 1
            os.write(terminal, lines.pop(0))
except OSError:
    pass
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.stdout.buffer.write(output.replace(b"\r\n", b"\n"))
sys.exit(status)
END
}

on_a_terminal() {
    export TERM=xterm PAGER='tr a-z A-Z'
    expect_status 0 typed $'letter\n1\nq\n' "$BIN_SEARCH" -i --color never
    expect_contains "$OUT" "Type a query"
    expect_contains "$OUT" "The letter n"
    # The release went through the pager, the list did not.
    expect_contains "$OUT" "OF THE LETTER N AND THE YEAR 2023."
    # Ctrl-D ends too.
    expect_status 0 typed $'तेल\n\x04' "$BIN_SEARCH" -i --color never
    # What was typed is kept for the next time, for its user only.
    expect_equal "$(cat "$XDG_STATE_HOME/vigyapti/history")" $'letter\n1\nq\nतेल'
    expect_equal "$(stat -c %a "$XDG_STATE_HOME/vigyapti/history")" 600
    # And found again by going up.
    expect_status 0 typed $'\e[A\e[A\e[A\e[A\nq\n' "$BIN_SEARCH" -i --color never
    expect_contains "$OUT" "The letter n"
    # Without a folder for it there is no history, and no harm.
    expect_status 0 typed $'letter\nq\n' env XDG_STATE_HOME=/dev/null/x "$BIN_SEARCH" -i
}

pager() {
    export TERM=xterm
    # shellcheck disable=SC2016  # for the pager's shell
    PAGER='tr a-z A-Z; echo "$LESS"' expect_status 0 typed "" "$BIN_SEARCH" --color never letter
    expect_contains "$OUT" "THE LETTER N"
    expect_contains "$OUT" "FRX"
    for PAGER in "" cat; do
        export PAGER
        expect_status 0 typed "" "$BIN_SEARCH" --color never letter
        expect_contains "$OUT" "The letter n"
    done
    # A pager that is not there is done without; one that is left early is no error.
    PAGER=no-such-pager expect_status 0 typed "" "$BIN_SEARCH" --color never letter
    expect_contains "$OUT" "The letter n"
    PAGER=true expect_status 0 typed "" "$BIN_SEARCH" -n 25 alpha
    PAGER=true expect_status 0 typed "" "$BIN_SEARCH" --pager never --color never letter
    expect_contains "$OUT" "The letter n"
    # Not for a pipe, a dumb terminal, or help.
    PAGER=true expect_status 0 search letter
    expect_contains "$OUT" "The letter n"
    PAGER=true expect_status 0 typed "" env TERM=dumb "$BIN_SEARCH" letter
    expect_contains "$OUT" "The letter n"
    has_program less || return 0
    unset PAGER
    expect_status 0 typed "" "$BIN_SEARCH" letter
    expect_contains "$OUT" "Results 1–1 of 1"
}

links() {
    local link="${ESC}]8;;https://example.org/n${ESC}\\"
    export TERM=xterm PAGER=cat
    expect_status 0 typed "" "$BIN_SEARCH" letter
    expect_contains "$OUT" "$link"
    expect_contains "$OUT" "${ESC}]8;;${ESC}\\"
    for command in "env TERM=linux $BIN_SEARCH" "env NO_COLOR=1 $BIN_SEARCH" "$BIN_SEARCH --color never" \
        "env PAGER=more-or-less\ -x $BIN_SEARCH"; do
        eval "expect_status 0 typed '' $command letter"
        expect_lacks "$OUT" "]8;;"
    done
    # Into a pipe go colours when asked for, but no links.
    expect_status 0 search --color always letter
    expect_lacks "$OUT" "]8;;"
}

section "pages" pages
section "commands" commands
section "reading" reading
section "on a terminal" on_a_terminal
section "pager" pager
section "links" links
section "a release that is gone" release_that_is_gone
finish
