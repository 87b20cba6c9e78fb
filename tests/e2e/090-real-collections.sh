#!/usr/bin/env bash
# Collections of real text: indexed without a failure, found by their own titles.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)
need_shared_data newsonair
need_shared_data xquad
need_shared_data ednil
need_program python3

export VIGYAPTI_INDEX=$WORK/index

# documents FOLDER: its JSONL files of documents.
documents() { find "$SHARED_DATA/$1" -name 'docs*.jsonl' | sort; }

whole_collections() {
    local folder files lines
    for folder in newsonair xquad ednil; do
        mapfile -t files < <(documents $folder)
        [ ${#files[@]} -gt 0 ] || fail "no documents in $folder"
        lines=$(cat "${files[@]}" | grep -c .)
        expect_status 0 index -v --index "$WORK/$folder" "${files[@]}"
        expect_summary failed 0 indexed "$lines" updated 0 bytes "$(cat "${files[@]}" | wc -c)"
        expect_equal "$ERR" "$(tail -n 1 <<<"$ERR")"
        expect_status 0 index -v --index "$WORK/$folder" "${files[@]}"
        expect_summary failed 0 indexed 0 updated 0 unchanged "$lines"
        if has_program xapian-check; then
            expect_status 0 xapian-check "$WORK/$folder/XAPIANDB"
        fi
    done
}

counts() {
    check_json 'r["total"] == 603' --index "$WORK/newsonair" lang:en
    check_json 'r["total"] == 542' --index "$WORK/newsonair" lang:hi
    check_json 'r["total"] == 1145' --index "$WORK/newsonair" date:2020-01
    check_json 'r["total"] == 1145' --index "$WORK/newsonair" date:2020-01-01..2020-01-11
    check_json 'r["total"] == 0' --index "$WORK/newsonair" date:2020-01-12..
    check_json 'r["total"] == 240' --index "$WORK/xquad" lang:hi
    check_json 'r["total"] == 240' --index "$WORK/xquad" lang:en
    check_json '980 <= r["total"] <= 989' --index "$WORK/ednil" lang:hi
}

# A word is found in as many documents as hold it, by a plain look at the text.
plain_counts() {
    python3 - "$SHARED_DATA" >"$WORK/counts" <<'END'
import json, re, sys, glob
documents = []
for name in glob.glob(sys.argv[1] + "/newsonair/docs*.jsonl"):
    with open(name, encoding="utf-8") as lines:
        documents += [json.loads(line) for line in lines if line.strip()]
texts = [re.sub("[\u200b-\u200d]", "", d.get("title", "") + "\n" + d["text"]) for d in documents]
# Word, and what stands for it in the text.
for word, pattern in (("Uttarakhand", "Uttarakhand"), ("Lucknow", "Lucknow"), ("tsunami", "tsunami"),
                      ("उत्तराखंड", "उत्तराख(ं|ण्)ड"), ("लखनऊ", "लखनऊ"), ("इन्डोनेशिया", "इ(ं|न्)डोनेशिया")):
    letter = "[\u0900-\u0963\u0970-\u097f]" if word[0] > "z" else "[A-Za-z]"
    print(word, sum(bool(re.search(f"(?<!{letter}){pattern}(?!{letter})", t, re.I)) for t in texts), sep="\t")
END
    local word count
    while IFS=$'\t' read -r word count; do
        check_json "r['total'] == $count > 0" --index "$WORK/newsonair" "=$word"
        # Other forms of the word are found too.
        check_json "$count <= r['total'] <= $count * 1.5 + 3" --index "$WORK/newsonair" "$word"
    done <"$WORK/counts"
}

# Nearly every release comes first when its own title is asked for.
own_titles() {
    local language
    for language in hi en; do
        python3 - "$SHARED_DATA/newsonair/docs.$language.jsonl" <<'END' >"$WORK/titles.tsv"
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    d = json.loads(line)
    print(d["id"], " ".join(d["title"].split()).replace('"', ""), sep="\t")
END
        search --index "$WORK/newsonair" --batch "$WORK/titles.tsv" --format trec -n 3 2>/dev/null >"$WORK/answers"
        awk '$1 == $3 { found[$1] = 1 } { asked[$1] = 1 }
            END { for (id in asked) { all++; if (id in found) hits++ }
                  printf "%d of %d\n", hits, all; exit hits < 0.95 * all }' "$WORK/answers" >"$WORK/share" ||
            fail "$language: only $(cat "$WORK/share") releases stand among the first three for their own title"
        [ "$(wc -l <"$WORK/titles.tsv")" -ge 500 ] || fail "hardly any titles"
    done
}

# Every query of the collections is answered, with sound JSON and offsets.
queries_as_json() {
    local file
    for file in "$SHARED_DATA"/newsonair/queries*.tsv "$SHARED_DATA"/xquad/queries*.tsv \
        "$SHARED_DATA"/ednil/queries*.tsv; do
        [ -e "$file" ] || continue
        search --index "$WORK/$(basename "$(dirname "$file")")" --batch "$file" --format json -n 5 \
            2>/dev/null >"$WORK/answers" || fail "status $? for ${file##*/}"
        python3 - "$file" "$WORK/answers" <<'END' || fail "the answers to ${file##*/}"
import json, sys, unicodedata
queries = [line for line in open(sys.argv[1], encoding="utf-8", newline="\n") if line.strip()]
answers = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8", newline="\n")]
assert len(queries) == len(answers), (len(queries), len(answers))
empty = 0
for r in answers:
    empty += not r["hits"]
    for h in r["hits"]:
        for text, spans in ((h["snippet"]["text"], h["snippet"]["highlights"]), (h["title"], h["title_highlights"])):
            end = 0
            for b, e in spans:
                assert end <= b < e <= len(text), (r["qid"], h["id"], spans)
                end = e
                # Never the sign without its letter, nor the letter without its sign.
                assert not unicodedata.category(text[b]).startswith("M"), (r["qid"], h["id"], text[b:e])
                assert e == len(text) or not unicodedata.category(text[e]).startswith("M"), (r["qid"], h["id"], text[b:e])
        assert "\ufffd" not in h["snippet"]["text"], h["id"]
# English words of a web address say nothing to a Hindi text.
assert "slug" in sys.argv[1] or empty <= 0.02 * len(answers), f"{empty} of {len(answers)} queries find nothing"
END
    done
}

# The same from compressed files by way of standard input.
distractors() {
    [ -e "$SHARED_DATA/ir/distractors.hi.jsonl.gz" ] || return 0
    local lines
    lines=$(zcat "$SHARED_DATA/ir/distractors.hi.jsonl.gz" | grep -c .)
    zcat "$SHARED_DATA/ir/distractors.hi.jsonl.gz" >"$WORK/distractors.jsonl"
    expect_status 0 index -v --index "$WORK/distractors" - <"$WORK/distractors.jsonl"
    expect_summary failed 0 indexed "$lines"
}

# Text in other encodings is refused by name; pages of markup are passed over.
malformed_collections() {
    [ -d "$SHARED_DATA/malformed" ] || return 0
    local status=0
    timeout 120 "$BIN_INDEX" -v --index "$WORK/malformed" "$SHARED_DATA/malformed" >"$WORK/out" 2>"$WORK/err" || status=$?
    [ "$status" -eq 0 ] || [ "$status" -eq 65 ] || fail "status $status: $(tail -n 3 "$WORK/err")"
    expect_equal "$(grep -c '^indexed=' "$WORK/err")" 1
    status=0
    timeout 120 "$BIN_INDEX" -v --format text --index "$WORK/malformed" "$SHARED_DATA/malformed" >"$WORK/out" 2>"$WORK/err" || status=$?
    expect_equal "$status" 65
    timeout 20 "$BIN_SEARCH" --index "$WORK/malformed" --format json -n 100 'the' >"$WORK/out"
    iconv -f UTF-8 -t UTF-8 "$WORK/out" >/dev/null || fail "the answer is not UTF-8"
}

section "whole collections" whole_collections
section "counts" counts
section "counts of words" plain_counts
section "releases by their own titles" own_titles
section "queries as JSON" queries_as_json
section "distractors" distractors
section "malformed collections" malformed_collections
finish
