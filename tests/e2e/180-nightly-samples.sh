#!/usr/bin/env bash
# The samples for the nightly run: what they call are flags of the program, and the programs that
# read them take them. And the copy of an index that the man page describes.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

NIGHTLY=$SOURCE_DIR/scripts/nightly

flags_are_known() {
    local flag count=0
    "$BIN_INDEX" --help >"$WORK/help"
    while read -r flag; do
        grep -qe " $flag\b" "$WORK/help" || fail "$flag is no flag of vigyapti-index"
        count=$((count + 1))
    done < <(sed '/^#/d' "$NIGHTLY"/vigyapti.cron "$NIGHTLY"/*.service |
        sed -n 's/.*vigyapti-index \(--.*\)/\1/p' | grep -oe '--[a-z-]*')
    [ "$count" -ge 3 ] || fail "only $count flags in the samples"
}

# In a file of /etc/cron.d each line is a comment, a variable or five times, a user and a command,
# in which a percent sign would end the line.
cron_table() {
    local line count=0
    while IFS= read -r line; do
        case $line in
            '#'* | '') continue ;;
            [A-Z]*=*) continue ;;
        esac
        [[ $line =~ ^([0-9*]+\ +){5}vigyapti\ +vigyapti-index\ [^%]+$ ]] || fail "not understood: $line"
        count=$((count + 1))
    done <"$NIGHTLY/vigyapti.cron"
    expect_equal "$count" 2
    [ -z "$(tail -c 1 "$NIGHTLY/vigyapti.cron")" ] || fail "cron ignores a last line without its end"
}

# The commands of the cron table with its environment and no other.
runs_under_cron() {
    mkdir -p "$WORK/releases" "$WORK/bin"
    printf 'ऊर्जा सहयोग\n\nरूस और पाकिस्तान।\n' >"$WORK/releases/सहयोग.txt"
    ln -s "$BIN_INDEX" "$WORK/bin/vigyapti-index"
    printf '[source विदेश मंत्रालय]\npath = %s\n[index]\nindex = %s\n' "$WORK/releases" \
        "$WORK/by-cron" >"$WORK/cron.conf"
    expect_status 0 env -i PATH="$WORK/bin:/usr/bin:/bin" LC_ALL=C SHELL=/bin/sh \
        /bin/sh -c "vigyapti-index --config $WORK/cron.conf"
    expect_equal "$OUT$ERR" ""
    expect_equal "$(ids --index "$WORK/by-cron" ऊर्जा)" "सहयोग.txt"
}

units() {
    has_program systemd-analyze || {
        printf 'not tried: systemd-analyze\n'
        return
    }
    mkdir "$WORK/units"
    cp "$NIGHTLY"/vigyapti-index.{service,timer} "$WORK/units"
    sed -i "s|^ExecStart=vigyapti-index|ExecStart=$BIN_INDEX|" "$WORK/units/vigyapti-index.service"
    expect_status 0 systemd-analyze verify --man=no "$WORK"/units/vigyapti-index.{service,timer}
    expect_equal "$OUT$ERR" ""
}

log_rotation() {
    has_program logrotate || {
        printf 'not tried: logrotate\n'
        return
    }
    mkdir "$WORK/log"
    sed "s|/var/log/vigyapti|$WORK/log|; s|su vigyapti vigyapti|su $(id -un) $(id -gn)|" \
        "$NIGHTLY/vigyapti.logrotate" >"$WORK/rotate"
    chmod 644 "$WORK/rotate"
    printf 'one\n' >"$WORK/log/index.log"
    expect_status 0 logrotate -f -s "$WORK/rotated" "$WORK/rotate"
    expect_equal "$(cat "$WORK/log/index.log.1")" one
}

copy_of_an_index() {
    has_program flock || {
        printf 'not tried: flock\n'
        return
    }
    printf '{"id":"a","text":"energy"}\n' >"$WORK/a.jsonl"
    index --index "$WORK/index" "$WORK/a.jsonl"
    # While the copy is made no run writes.
    flock "$WORK/index/lock" "$BIN_INDEX" --index "$WORK/index" "$WORK/a.jsonl" 2>"$WORK/err" && fail "no lock"
    expect_contains "$(cat "$WORK/err")" locked
    expect_status 0 flock "$WORK/index/lock" cp -a "$WORK/index" "$WORK/copy"
    printf '{"id":"b","text":"energy"}\n' >>"$WORK/a.jsonl"
    index --index "$WORK/index" "$WORK/a.jsonl"
    expect_ids "a b" --index "$WORK/index" energy
    # The copy is an index, wherever it stands, and is brought up to date like any other.
    mv "$WORK/index" "$WORK/damaged"
    cp -a "$WORK/copy" "$WORK/index"
    expect_ids "a" --index "$WORK/index" energy
    expect_status 0 index --index "$WORK/index" "$WORK/a.jsonl"
    expect_ids "a b" --index "$WORK/index" energy
}

cd "$WORK"
section "flags" flags_are_known
section "cron table" cron_table
section "a run under cron" runs_under_cron
section "systemd units" units
section "log rotation" log_rotation
section "copy of an index" copy_of_an_index
finish
