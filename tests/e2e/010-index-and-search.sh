#!/usr/bin/env bash
# The way of every day: index a few releases in both languages, search them, index them again.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)

INDEX=$WORK/index
NEWS=$WORK/news
mkdir -p "$NEWS/hi" "$NEWS/.hidden"

cat >"$NEWS/hi/energy.txt" <<'END'
Title: रूस और पाकिस्तान ने ऊर्जा सहयोग पर चर्चा की
Date: 17 अक्टूबर 2023
Source: विदेश मंत्रालय
Id: hi-energy

दोनों देशों ने द्विपक्षीय सहयोग की समीक्षा की। कच्चे तेल की आपूर्ति पर भी बात हुई।
END
cat >"$NEWS/energy.txt" <<'END'
Title: Russia and Pakistan discuss energy
Date: 2023-10-17
Source: Ministry of External Affairs
URL: https://example.org/energy

Both countries reviewed bilateral cooperation and the supply of crude oil.
END
printf 'Summit in Samarkand\nThe members of the organisation met in Samarkand.\n' >"$NEWS/plain.text"
TZ=UTC touch -d '2022-09-16 12:00' "$NEWS/plain.text"
cat >"$NEWS/more.jsonl" <<'END'
{"id": "en-visa", "title": "Visa rules relaxed", "text": "Travellers from Thailand need no visa.", "date": "2023-11-10", "country": "th"}
{"id": 42, "title": "वीज़ा नियमों में ढील", "text": "थाईलैंड के यात्रियों को वीज़ा नहीं चाहिए।", "lang": "hi"}

{"title": "Without an id", "text": "A release that only its line names."}
END
printf 'Hidden words\n' >"$NEWS/.hidden/secret.txt"
printf 'Hidden words\n' >"$NEWS/.secret.txt"
printf '%%PDF\n' >"$NEWS/picture.png"

first_run() {
    expect_status 0 index -v --index "$INDEX" "$NEWS"
    expect_equal "$OUT" ""
    expect_summary indexed 6 updated 0 unchanged 0 deleted 0 failed 0 skipped 1
    local bytes
    bytes=$(cat "$NEWS"/hi/energy.txt "$NEWS"/energy.txt "$NEWS"/plain.text "$NEWS"/more.jsonl | wc -c)
    expect_summary bytes "$bytes"
    [[ $ERR =~ ^indexed=[0-9]+\ updated=[0-9]+\ unchanged=[0-9]+\ deleted=[0-9]+\ failed=[0-9]+\ bytes=[0-9]+\ seconds=[0-9]+\.[0-9]+ ]] ||
        fail "the summary line does not look as promised: $ERR"
    expect_equal "$(wc -l <"$WORK/err")" 1
}

both_languages() {
    expect_ids hi-energy 'ऊर्जा'
    expect_ids https://example.org/energy energy
    expect_ids "42" 'थाईलैंड'
    expect_ids en-visa Thailand
    expect_ids plain.text samarkand
    expect_ids more.jsonl:4 line
    expect_ids "" hidden
    expect_status 1 search hidden
}

facts_of_a_release() {
    check_json 'r["total"] == 1 and r["hits"][0]["id"] == "hi-energy"
        and r["hits"][0]["title"] == "रूस और पाकिस्तान ने ऊर्जा सहयोग पर चर्चा की"
        and r["hits"][0]["date"] == "2023-10-17" and r["hits"][0]["lang"] == "hi"
        and r["hits"][0]["source"] == "विदेश मंत्रालय"' 'ऊर्जा'
    check_json 'r["hits"][0]["url"] == "https://example.org/energy" and r["hits"][0]["lang"] == "en"' energy
    check_json 'r["hits"][0]["countries"] == ["TH"] and r["hits"][0]["date"] == "2023-11-10"' Thailand
    check_json 'r["hits"][0]["title"] == "Summit in Samarkand" and r["hits"][0]["date"] == "2022-09-16"' samarkand
}

nothing_changed() {
    expect_status 0 index -v --index "$INDEX" "$NEWS"
    expect_summary indexed 0 updated 0 unchanged 6 deleted 0 failed 0
    expect_status 0 index --index "$INDEX" "$NEWS"
    expect_equal "$OUT$ERR" ""
}

one_changed() {
    sed -i 's/bilateral cooperation/bilateral trade/' "$NEWS/energy.txt"
    expect_status 0 index -v --index "$INDEX" "$NEWS"
    expect_summary indexed 0 updated 1 unchanged 5
    expect_ids https://example.org/energy bilateral
    expect_ids https://example.org/energy trade
    expect_ids "" cooperation
    check_json 'r["total"] == 2' country:TH
}

# What is not named in a later run stays.
a_single_file() {
    printf 'Talks in Astana\nMinisters met in Astana.\n' >"$NEWS/astana.txt"
    expect_status 0 index -v --index "$INDEX" "$NEWS/astana.txt"
    expect_summary indexed 1 updated 0 unchanged 0
    expect_ids astana.txt Astana
    expect_ids plain.text samarkand
}

standard_input() {
    printf '{"id":"piped","title":"Piped","text":"Read from standard input."}\n' >"$WORK/one.jsonl"
    expect_status 0 index -v --index "$INDEX" - <"$WORK/one.jsonl"
    expect_summary indexed 1 failed 0
    expect_ids piped "standard input"
    # Without the newline at the end, and with Windows line ends and a byte order mark.
    printf '\xef\xbb\xbf{"id":"w1","text":"Windows first"}\r\n\r\n{"id":"w2","text":"Windows second"}' |
        index -v --index "$INDEX" "$NEWS/astana.txt" - 2>"$WORK/err"
    expect_summary indexed 2 unchanged 1 failed 0
    expect_ids "w1 w2" windows
    check_json 'r["total"] == 1' first
}

# The same release twice in one run, and in one run the last one counts.
twice_in_one_run() {
    printf '%s\n' '{"id":"piped","text":"early words"}' '{"id":"piped","text":"late words"}' |
        index -v --index "$INDEX" - 2>"$WORK/err"
    expect_summary indexed 0 updated 2
    expect_ids piped words
    expect_ids "" early
    expect_ids piped late
}

rebuild() {
    expect_status 0 index -v --rebuild --allow-mass-delete --index "$INDEX" "$NEWS/energy.txt" "$NEWS/hi"
    expect_summary indexed 2 updated 0 unchanged 0
    expect_ids "https://example.org/energy hi-energy" date:2023
    expect_ids "" samarkand
    expect_status 0 index -v --rebuild --shards 3 --threads 1 --index "$INDEX" "$NEWS"
    expect_summary indexed 7
    # So little is not divided.
    expect_equal "$(grep -c '^auto ' "$INDEX/XAPIANDB")" 1
    expect_ids plain.text samarkand
}

# The same input gives the same ranking whatever the number of threads and shards.
threads_and_shards() {
    local shards threads wanted found
    wanted=$(search --format trec --index "$INDEX" visa energy Astana organisation)
    for shards in 1 4; do
        for threads in 1 7; do
            index --threads $threads --shards $shards --index "$WORK/other" --rebuild "$NEWS"
            found=$(search --format trec --index "$WORK/other" visa energy Astana organisation)
            expect_equal "$found" "$wanted"
        done
    done
}

environment_variable() {
    expect_status 2 env -u VIGYAPTI_INDEX "$BIN_SEARCH" samarkand
    expect_contains "$ERR" "$XDG_DATA_HOME/vigyapti/index"
    expect_contains "$ERR" "hint: "
    expect_status 0 env VIGYAPTI_INDEX="$INDEX" "$BIN_SEARCH" samarkand
    expect_status 0 env VIGYAPTI_INDEX="$WORK/by-variable" "$BIN_INDEX" "$NEWS/hi"
    expect_status 0 search --index "$WORK/by-variable" 'ऊर्जा'
    # The flag wins.
    expect_status 1 env VIGYAPTI_INDEX="$INDEX" "$BIN_SEARCH" --index "$WORK/by-variable" samarkand
}

configuration_file() {
    mkdir -p "$XDG_CONFIG_HOME/vigyapti"
    printf '# where it is\nindex = %s\nlimit=1\n' "$INDEX" >"$WORK/named.conf"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_SEARCH" --config "$WORK/named.conf" samarkand visa
    expect_contains "$OUT" "Results 1–1 of"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_SEARCH" --config "$WORK/named.conf" -n 2 samarkand visa
    expect_contains "$OUT" "Results 1–2 of"
    # The variable wins over the file.
    expect_status 1 env VIGYAPTI_INDEX="$WORK/by-variable" "$BIN_SEARCH" --config "$WORK/named.conf" samarkand

    cp "$WORK/named.conf" "$XDG_CONFIG_HOME/vigyapti/vigyapti.conf"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_SEARCH" samarkand
    rm -r "$XDG_CONFIG_HOME/vigyapti"
}

# Both programs read the file: each has a section of its own and passes over the other's.
configuration_file_for_both() {
    mkdir -p "$XDG_CONFIG_HOME/vigyapti"
    printf 'index = %s\n[index]\nthreads = 2\n[search]\nlimit = 1\n' "$INDEX" >"$XDG_CONFIG_HOME/vigyapti/vigyapti.conf"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_INDEX" -v "$NEWS"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_SEARCH" samarkand visa
    expect_contains "$OUT" "Results 1–1 of"
    rm -r "$XDG_CONFIG_HOME/vigyapti"
}

# A setting that says no must not mean yes, least of all for --rebuild, which forgets what is not named.
configured_switch() {
    rm -rf "$XDG_CONFIG_HOME/vigyapti"
    local no status
    for no in no false 0 off; do
        printf 'index = %s\nrebuild = %s\n' "$INDEX" "$no" >"$WORK/no.conf"
        status=0
        index --config "$WORK/no.conf" "$NEWS/hi" 2>"$WORK/err" || status=$?
        expect_ids plain.text --index "$INDEX" samarkand
        [ "$status" -eq 0 ] || [ "$status" -eq 78 ] || fail "status $status for rebuild = $no"
    done
}

wrong_configuration() {
    rm -rf "$XDG_CONFIG_HOME/vigyapti"
    printf 'colour = green\n' >"$WORK/wrong.conf"
    expect_status 78 index --config "$WORK/wrong.conf" "$NEWS"
    expect_contains "$ERR" "$WORK/wrong.conf"
    expect_contains "$ERR" "colour"
    expect_status 2 search --config "$WORK/wrong.conf" samarkand
    printf 'no equals sign\n' >"$WORK/wrong.conf"
    expect_status 78 index --config "$WORK/wrong.conf" "$NEWS"
    expect_status 78 index --config "$WORK/missing.conf" "$NEWS"
    expect_contains "$ERR" "$WORK/missing.conf"
    expect_status 78 index --config "$WORK" "$NEWS"
    printf 'threads = many\n' >"$WORK/wrong.conf"
    expect_status 78 index --config "$WORK/wrong.conf" "$NEWS"
    expect_contains "$ERR" "$WORK/wrong.conf"
}

default_place() {
    rm -rf "$XDG_CONFIG_HOME/vigyapti"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_INDEX" "$NEWS"
    [ -f "$XDG_DATA_HOME/vigyapti/index/XAPIANDB" ] || fail "no index in \$XDG_DATA_HOME"
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_SEARCH" samarkand
    # A relative $XDG_DATA_HOME is no directory to use, says its specification.
    expect_status 0 env -u VIGYAPTI_INDEX XDG_DATA_HOME=relative "$BIN_INDEX" "$NEWS"
    [ -f "$HOME/.local/share/vigyapti/index/XAPIANDB" ] || fail "no index below \$HOME"
    expect_status 78 env -u VIGYAPTI_INDEX -u XDG_DATA_HOME -u HOME "$BIN_INDEX" "$NEWS"
    expect_contains "$ERR" "--index DIR"
}

# Paths are taken as they are, whatever stands in them.
odd_paths() {
    local folder="$WORK/odd  name 'quoted' खाली"
    mkdir -p "$folder"
    printf 'Peculiar words\n' >"$folder/ल ख.TXT"
    expect_status 0 index -v --index "$folder/my index" "$folder/ल ख.TXT"
    expect_summary indexed 1
    check_json 'r["hits"][0]["id"] == "ल ख.TXT"' --index "$folder/my index" peculiar
    expect_equal "$(ids --index "$folder/my index" peculiar)" "ल%20ख.TXT"
    cd "$folder"
    printf '{"id":"dash","text":"dashing"}\n' >-leading.jsonl
    expect_status 0 index --index "my index" -- -leading.jsonl
    expect_equal "$(ids --index "my index" dashing)" dash
}

# Whoever removed or damaged it, the next run makes it whole.
vocabulary_mended() {
    rm -rf "$INDEX"/gen*/vocabulary
    expect_status 0 index --index "$INDEX" "$NEWS"
    expect_status 0 index --index "$INDEX" --check
    printf 'damage' >>"$(echo "$INDEX"/gen*/vocabulary)"
    expect_status 74 index --index "$INDEX" --check
    expect_status 0 index --index "$INDEX" "$NEWS"
    expect_status 0 index --index "$INDEX" --check
}

section "first run" first_run
export VIGYAPTI_INDEX=$INDEX
section "both languages are found" both_languages
section "facts of a release" facts_of_a_release
section "a second run finds nothing changed" nothing_changed
section "a changed file is updated" one_changed
section "a single file" a_single_file
section "standard input" standard_input
section "one id twice in a run" twice_in_one_run
section "--rebuild" rebuild
section "threads and shards do not matter" threads_and_shards
section "\$VIGYAPTI_INDEX" environment_variable
section "configuration file" configuration_file
section "one configuration file for both programs" configuration_file_for_both
section "a switch set to no in the configuration file" configured_switch
section "wrong configuration" wrong_configuration
section "default place of the index" default_place
section "odd paths" odd_paths
section "a lost vocabulary is made anew" vocabulary_mended
finish
