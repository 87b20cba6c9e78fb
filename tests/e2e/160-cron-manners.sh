#!/usr/bin/env bash
# Manners of a program that nobody watches: silence when all is well, exit statuses, report and log,
# the lock, signals, and readers that are not hindered.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

# under_cron COMMAND...: with the environment of a cron job.
under_cron() { env -i PATH=/usr/bin:/bin LC_ALL=C "$@"; }

# new_releases: a folder with a Hindi name, of Hindi names and text.
new_releases() {
    new_folder
    mkdir -p विज्ञप्तियाँ/अक्टूबर
    printf 'Title: रूस और पाकिस्तान ने ऊर्जा सहयोग पर चर्चा की\nDate: १७ अक्टूबर २०२३\n\nद्विपक्षीय सहयोग।\n' \
        >विज्ञप्तियाँ/अक्टूबर/सहयोग.txt
    make_lines 20 line >विज्ञप्तियाँ/feed.jsonl
    age विज्ञप्तियाँ/feed.jsonl विज्ञप्तियाँ/अक्टूबर/*
}

silent() {
    new_releases
    expect_status 0 under_cron "$BIN_INDEX" --index सूचकांक विज्ञप्तियाँ
    expect_equal "$OUT$ERR" ""
    expect_status 0 under_cron "$BIN_INDEX" --index सूचकांक विज्ञप्तियाँ
    expect_equal "$OUT$ERR" ""
    sed -i 's/word3"/changed3"/; /"line4"/d' विज्ञप्तियाँ/feed.jsonl
    printf 'नई बात\n' >विज्ञप्तियाँ/नया.txt
    expect_status 0 under_cron "$BIN_INDEX" --index सूचकांक --log log --report report विज्ञप्तियाँ
    expect_equal "$OUT$ERR" ""
    local mode
    for mode in --compact --list-failed; do
        expect_status 0 under_cron "$BIN_INDEX" $mode --index सूचकांक
        expect_equal "$OUT$ERR" ""
    done
    expect_status 0 under_cron "$BIN_INDEX" --rebuild --index सूचकांक विज्ञप्तियाँ
    expect_equal "$OUT$ERR" ""
    expect_ids "अक्टूबर/सहयोग.txt" --index सूचकांक द्विपक्षीय
    # Trouble is named as it is, in letters that people read.
    printf 'not \0 text\n' >विज्ञप्तियाँ/ख़राब.txt
    expect_status 65 under_cron "$BIN_INDEX" --index सूचकांक विज्ञप्तियाँ
    expect_equal "$OUT" ""
    expect_equal "$ERR" "vigyapti-index: warning: विज्ञप्तियाँ/ख़राब.txt: line 1: a NUL byte, so not a text file; save it as text, or move it out of the folder"
    # The locale changes nothing in the index.
    rm विज्ञप्तियाँ/ख़राब.txt
    index --index सूचकांक विज्ञप्तियाँ
    LC_ALL=C.UTF-8 "$BIN_INDEX" --index other विज्ञप्तियाँ
    expect_same सूचकांक other
}

statuses() {
    new_releases
    expect_status 0 under_cron "$BIN_INDEX" --index index विज्ञप्तियाँ
    expect_status 64 under_cron "$BIN_INDEX" --index index --no-such-flag विज्ञप्तियाँ
    expect_status 64 under_cron "$BIN_INDEX" --index index
    expect_status 65 under_cron "$BIN_INDEX" --index index missing
    expect_status 65 under_cron "$BIN_INDEX" --index index - <<<broken
    expect_status 74 under_cron "$BIN_INDEX" --index विज्ञप्तियाँ/feed.jsonl/index विज्ञप्तियाँ
    expect_status 74 under_cron "$BIN_INDEX" --index index --report never/report विज्ञप्तियाँ
    expect_contains "$ERR" "never/report"
    expect_status 74 under_cron "$BIN_INDEX" --index index --log never/log विज्ञप्तियाँ
    expect_contains "$ERR" "never/log"
    if has_program flock; then
        expect_status 75 under_cron flock index/lock "$BIN_INDEX" --index index विज्ञप्तियाँ
    fi
    expect_status 78 under_cron "$BIN_INDEX" --index index --config never.conf विज्ञप्तियाँ
    expect_status 78 under_cron "$BIN_INDEX" विज्ञप्तियाँ
}

# check_report EXPRESSION: true of the report `r`.
check_report() {
    python3 - "$1" <<'END' || fail "$1 does not hold: $(cat report)"
import datetime, json, sys
r = json.load(open("report", encoding="utf-8"))
started = datetime.datetime.fromisoformat(r["started"])
assert abs((datetime.datetime.now(datetime.timezone.utc) - started).total_seconds()) < 3600
sys.exit(0 if eval("(" + sys.argv[1] + ")") else 1)
END
}

reported() {
    has_program python3 || {
        printf 'not tried: the report, for want of python3\n'
        return
    }
    new_releases
    printf 'not \0 text\n' >विज्ञप्तियाँ/ख़राब.txt
    printf 'broken\n{"id":"whole","text":"whole"}\n[]\n' >$'विज्ञप्तियाँ/new\nline\xff.jsonl'
    printf 'x\n' >विज्ञप्तियाँ/picture.png
    expect_status 65 index -v --report report --index index विज्ञप्तियाँ
    check_report 'r["version"] == 1 and r["status"] == 65 and r["error"] == "" and r["index"] == "index"
        and [r[n] for n in ("indexed", "updated", "unchanged", "deleted", "failed", "skipped", "files")]
            == [22, 0, 0, 0, 3, 1, 4]
        and r["bytes"] == '"$(cat विज्ञप्तियाँ/*.jsonl विज्ञप्तियाँ/*.txt विज्ञप्तियाँ/*/*.txt | wc -c)"'
        and sorted((f["path"], f["line"]) for f in r["failures"]) == [
            ("विज्ञप्तियाँ/new\nline\ufffd.jsonl", 1), ("विज्ञप्तियाँ/new\nline\ufffd.jsonl", 3),
            ("विज्ञप्तियाँ/ख़राब.txt", 0)]
        and all(f["reason"] for f in r["failures"])
        and r["timings"].keys() >= {"scan", "read", "merge", "state"}
        and all(0 <= t <= r["seconds"] for t in r["timings"].values())'
    # Replaced as a whole by the next, in which they are not news.
    expect_status 0 index --report report --index index विज्ञप्तियाँ
    check_report 'r["status"] == 0 and r["unchanged"] == 22 and r["failures"] == []
        and r["failed"] == 0 and r["failed_before"] == 3 and r["bytes"] == 0 and r["files"] == 0'
    # And by that of a run which was stopped.
    expect_status 65 index --report report --index index missing
    check_report 'r["status"] == 65 and "missing" in r["error"] and r["indexed"] == 0'
    expect_equal "$(find . -maxdepth 1 -name 'report?*')" ""
}

logged() {
    new_releases
    printf 'kept\n' >log
    printf 'not \0 text\n' >विज्ञप्तियाँ/ख़राब.txt
    expect_status 65 index --log log --index index विज्ञप्तियाँ
    expect_status 65 index --log log --index index missing
    expect_status 0 index --log log --index index विज्ञप्तियाँ
    expect_equal "$(sed 's/^[-0-9]*T[:0-9]*[+-][0-9]*:[0-9]* /TIME /; s/seconds=[0-9.]*/S/' log)" "kept
TIME warning विज्ञप्तियाँ/ख़राब.txt: line 1: a NUL byte, so not a text file; save it as text, or move it out of the folder
TIME info indexed=21 updated=0 unchanged=0 deleted=0 failed=1 bytes=$(cat विज्ञप्तियाँ/*.jsonl विज्ञप्तियाँ/*.txt विज्ञप्तियाँ/*/*.txt | wc -c) S skipped=0
TIME error missing: No such file or directory; nothing was changed in the index
TIME info indexed=0 updated=0 unchanged=21 deleted=0 failed=0 bytes=0 S skipped=0"
}

locked() {
    new_releases
    index --index index विज्ञप्तियाँ
    hold --threads 1
    expect_status 75 timeout 30 "$BIN_INDEX" --index index विज्ञप्तियाँ
    expect_contains "$ERR" "error: index: locked: process $HOLDER since $(date +%Y-%m-%d) "
    expect_status 75 timeout 30 "$BIN_INDEX" --wait 1 --index index विज्ञप्तियाँ
    expect_contains "$ERR" "process $HOLDER since"
    local mode
    for mode in --check --compact "--delete line1"; do
        # shellcheck disable=SC2086  # two words
        expect_status 75 timeout 30 "$BIN_INDEX" $mode --index index
        expect_contains "$ERR" "process $HOLDER since"
    done
    # What only reads does not wait.
    for mode in --stats --list-failed; do
        expect_status 0 timeout 30 "$BIN_INDEX" $mode --index index
    done
    expect_status 0 timeout 30 "$BIN_INDEX" --dry-run --index index विज्ञप्तियाँ
    expect_ids line1 --index index id:line1
    # One that waits gets its turn.
    printf 'एक और\n' >विज्ञप्तियाँ/और.txt
    "$BIN_INDEX" -v --wait 60 --index index विज्ञप्तियाँ 7>&- 2>waiting.err &
    local waiting=$! status=0
    printf '{"id":"held","text":"held words"}\n' >&7
    let_go
    expect_equal "$HELD" 0
    wait "$waiting" || status=$?
    expect_equal "$status" 0
    expect_contains "$(cat waiting.err)" "indexed=1 updated=0 unchanged=21 deleted=0"
    expect_ids held --index index held
}

# One that had to wait looks at the files when it is its turn: what another run has indexed by then
# is not gone for it.
waited_long() {
    has_program flock || {
        printf 'not tried: a long wait, for want of flock\n'
        return
    }
    new_releases
    index --index index विज्ञप्तियाँ
    mkfifo until
    flock index/lock cat until &
    local holder=$! waiting status=0
    exec 8>until
    "$BIN_INDEX" -v --wait 60 --index index विज्ञप्तियाँ 8>&- 2>waiting.err &
    waiting=$!
    sleep 0.5
    printf 'एक और\n' >विज्ञप्तियाँ/और.txt
    exec 8>&-
    wait "$holder"
    wait "$waiting" || status=$?
    expect_equal "$status" 0
    expect_contains "$(cat waiting.err)" "indexed=1 updated=0 unchanged=21 deleted=0"
}

# A run that is stopped while there is much to do, by each signal.
stopped_on_the_way() {
    local signal status i
    for signal in TERM INT; do
        new_folder
        mkdir news
        for i in {1..40}; do make_lines 500 "part$i-" >"news/part$i.jsonl"; done
        index --index whole news
        status=0
        # Not in the background, where bash lets programs ignore SIGINT.
        for ((i = 0; i < 20; i++)); do
            rm -rf index
            status=0
            timeout --foreground --preserve-status --signal "$signal" "0.$((i % 10))5" \
                "$BIN_INDEX" --threads 1 --index index news 2>err || status=$?
            if [ "$status" -eq 75 ]; then break; fi
        done
        expect_equal "$status" 75
        [[ $(cat err) =~ stopped\ by\ a\ signal\ after\ ([0-9]+)\ of\ 40\ files\;\ ([0-9]+)\ releases\ were\ committed ]] ||
            fail "not told how far it got: $(cat err)"
        expect_contains "$(cat err)" "hint: run the same command again"
        expect_equal "$(dump index | wc -l)" "${BASH_REMATCH[2]}"
        expect_status 0 index --check --index index
        expect_status 0 index -v --index index news
        expect_summary failed 0
        expect_same index whole
        expect_status 0 index --check --index index
    done
}

# What a run that was stopped had not done yet is not forgotten.
stopped_before_the_end() {
    new_releases
    index --index index विज्ञप्तियाँ
    # A line that is gone: the run ends before it knows that no other file has it.
    sed -i '/"line4"/d' विज्ञप्तियाँ/feed.jsonl
    age विज्ञप्तियाँ/feed.jsonl
    hold --threads 1 विज्ञप्तियाँ
    stop_holder
    expect_equal "$HELD" 75
    expect_status 0 index --check --index index
    expect_status 0 index -v --index index विज्ञप्तियाँ
    expect_summary deleted 1 unchanged 20
    expect_ids "" --index index id:line4
}

# A file of which a part was read, and which then goes away, leaves no releases behind.
gone_after_a_stop() {
    new_releases
    index --index index विज्ञप्तियाँ
    cp -a index before
    local i status=0
    for i in {1..20}; do
        make_lines 4000 new >विज्ञप्तियाँ/new.jsonl
        status=0
        timeout --foreground --preserve-status --signal TERM "0.$((i % 10))3" \
            "$BIN_INDEX" --threads 1 --memory 64 --index index विज्ञप्तियाँ 2>err || status=$?
        if [ "$status" -eq 75 ] && [ "$(dump index | wc -l)" -gt 21 ]; then break; fi
        rm -r index
        cp -a before index
    done
    expect_equal "$status" 75
    rm विज्ञप्तियाँ/new.jsonl
    expect_status 0 index --allow-mass-delete --index index विज्ञप्तियाँ
    expect_same index before
    expect_status 0 index --check --index index
}

# One that waits for input ends at once, and does not take the half of a line for a bad one.
stopped_while_waiting() {
    new_releases
    index --index index विज्ञप्तियाँ
    local signal i
    for signal in TERM INT; do
        # Job control, without which INT would be ignored by what runs in the background.
        set -m
        hold
        set +m
        printf '{"id":"whole%s","text":"whole"}\n{"id":"half","text":"ha' "$signal" >&7
        # With time to take what there is, though it need not.
        sleep 0.5
        kill -"$signal" "$HOLDER"
        for ((i = 0; i < 100; i++)); do
            kill -0 "$HOLDER" 2>/dev/null || break
            sleep 0.1
        done
        [ "$i" -lt 100 ] || fail "$signal is not heard while there is no input"
        let_go
        expect_equal "$HELD" 75
        [[ $(head -n 1 held.err) =~ error:\ stopped\ by\ a\ signal\ after\ 0\ of\ 1\ files\;\ ([01])\ releases ]] ||
            fail "not told how far it got: $(cat held.err)"
        expect_equal "$(ids --index index "id:whole$signal" | wc -l)" "${BASH_REMATCH[1]}"
    done
    expect_status 0 index --check --index index
}

# A rebuild that is stopped leaves the old index in use.
stopped_rebuild() {
    new_releases
    index --index index विज्ञप्तियाँ
    cp -a index before
    hold --rebuild --allow-mass-delete
    stop_holder
    expect_equal "$HELD" 75
    expect_contains "$(cat held.err)" "the old index is in use as before"
    expect_same index before
    expect_status 0 index --index index विज्ञप्तियाँ
    expect_equal "$(find index -maxdepth 1 -name 'gen*' | wc -l)" 1
    expect_same index before
}

configured() {
    new_releases
    mkdir "दूसरा फ़ोल्डर"
    printf 'Another release\n' >"दूसरा फ़ोल्डर/another.txt"
    cat >nightly.conf <<END
# everything for the nightly run
[index]
index = $PWD/सूचकांक
threads = 2
report = $PWD/report
log = $PWD/log
path = $PWD/दूसरा फ़ोल्डर
[source विदेश मंत्रालय]
path = $PWD/विज्ञप्तियाँ
END
    expect_status 0 under_cron "$BIN_INDEX" --config nightly.conf
    expect_equal "$OUT$ERR" ""
    expect_ids "अक्टूबर/सहयोग.txt" --index सूचकांक --all 'source:"विदेश मंत्रालय" ऊर्जा'
    expect_ids "another.txt" --index सूचकांक Another
    expect_status 0 under_cron "$BIN_INDEX" --config nightly.conf --stats
    expect_contains "$OUT" "विदेश मंत्रालय         21"
    expect_status 0 under_cron "$BIN_INDEX" -v --config nightly.conf
    expect_summary unchanged 22 bytes 0
    # By hand, one of its paths keeps its source.
    expect_status 0 under_cron "$BIN_INDEX" -v --config nightly.conf "$PWD/विज्ञप्तियाँ/"
    expect_summary unchanged 21 updated 0
    # Another source is a change of all its releases.
    sed -i 's/^\[source .*/[source PIB]/' nightly.conf
    expect_status 0 under_cron "$BIN_INDEX" -v --config nightly.conf
    expect_summary updated 21 unchanged 1
    mv "दूसरा फ़ोल्डर" away
    expect_status 65 under_cron "$BIN_INDEX" --config nightly.conf
    expect_contains "$ERR" "$PWD/दूसरा फ़ोल्डर: No such file or directory"
    expect_equal "$(grep -c ' error ' log)" 1
}

section "silent" silent
section "exit statuses" statuses
section "report" reported
section "log" logged
section "locked" locked
section "waited long" waited_long
section "stopped on the way" stopped_on_the_way
section "stopped before the end" stopped_before_the_end
section "gone after a stop" gone_after_a_stop
section "stopped while waiting" stopped_while_waiting
section "stopped rebuild" stopped_rebuild
section "configured" configured
finish
