#!/usr/bin/env bash
# A real saved article: found by its words, its numbers and its captions, and captions kept apart.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)
need_shared_data seed-article.hi.txt
need_program python3

export VIGYAPTI_INDEX=$WORK/index
SEED=seed-article.hi.txt
cp "$SHARED_DATA/$SEED" "$WORK/$SEED"

# Other releases, each of which shares some of the words.
cat >"$WORK/others.jsonl" <<'END'
{"id":"trade","title":"व्यापार के आँकड़े","text":"रूस के साथ व्यापार बढ़ा है। पिछले साल 500 टन चाय भेजी गई।"}
{"id":"energy","title":"ऊर्जा मंत्रालय की बैठक","text":"सौर ऊर्जा पर बैठक हुई। सहयोग बढ़ेगा और द्विपक्षीय बातचीत होगी।"}
{"id":"cricket","title":"पाकिस्तान क्रिकेट","text":"पाकिस्तान ने मैच जीता। टीम ने 100 रन बनाए, 000 पर कोई आउट नहीं हुआ।"}
{"id":"minister","title":"Prime Minister visits Astana","text":"The Prime Minister held a meeting today with the President in Astana."}
{"id":"wheat","title":"गेहूँ","text":"एक लाख टन गेहूँ की खरीद हुई।"}
END
expect_status 0 index -v "$WORK/$SEED" "$WORK/others.jsonl"
expect_summary indexed 6 failed 0

expect_first() { expect_equal "$(ids "$@" | head -n 1)" "$SEED"; }

by_words() {
    expect_first 'रूस पाकिस्तान ऊर्जा'
    expect_ids "$SEED" --all 'रूस पाकिस्तान ऊर्जा'
    # The words in other forms, and a postposition that says nothing.
    expect_first 'पाकिस्तानी मंत्री की ऊर्जा'
    expect_first 'गलियारा क्षेत्रीय एकीकरण'
}

by_phrase() {
    expect_ids "$SEED" '"द्विपक्षीय सहयोग"'
    check_json 'r["hits"][0]["snippet"]["field"] == "body"
        and "द्विपक्षीय सहयोग" in r["hits"][0]["snippet"]["text"]
        and lit(r["hits"][0]["snippet"])[:2] == ["द्विपक्षीय", "सहयोग"]' '"द्विपक्षीय सहयोग"'
    # A half nasal in place of a dot, and the sign of a nukta, are the same word to a reader.
    expect_ids "$SEED" '"क्षेत्रीय एकीकरण"'
    expect_ids "$SEED" '"मुमताज ज़हरा बलोच"'
    expect_ids "$SEED" '"मुमताज़ जहरा बलोच"'
    expect_ids "$SEED" '"रूस पाकिस्तान सम्बन्धों"'
}

by_caption() {
    expect_first 'Anwaar ul Haq Kakar'
    expect_ids "$SEED" '"Anwaar ul Haq Kakar"'
    expect_ids "$SEED" caption:Kakar
    expect_ids "$SEED" "credit:\"Prime Minister's Office\""
    expect_ids "$SEED" $'credit:"Prime Minister\u2019s Office"'
    expect_ids "" title:Kakar
    check_json 'r["hits"][0]["snippet"]["field"] == "caption"
        and r["hits"][0]["snippet"]["text"].startswith("Prime Minister Anwaar ul Haq Kakar")
        and lit(r["hits"][0]["snippet"]) == ["Anwaar", "ul", "Haq", "Kakar"]' 'Anwaar ul Haq Kakar'
    # What a photograph shows is found but hardly ranks.
    expect_order "minister $SEED" 'Prime Minister meeting'
}

by_number() {
    local number wanted
    wanted=$(search --format json '100,000 टन' | python3 -c '
import json, sys
r = json.load(sys.stdin)
print([(h["id"], h["score"], h["snippet"]["text"], h["snippet"]["highlights"]) for h in r["hits"]])')
    expect_first '100,000 टन'
    expect_contains "$wanted" "100,000 टन"
    for number in '१००,००० टन' '100000 टन' '1,00,000 टन' '१,००,००० टन' '१००००० टन'; do
        expect_equal "$(search --format json "$number" | python3 -c '
import json, sys
r = json.load(sys.stdin)
print([(h["id"], h["score"], h["snippet"]["text"], h["snippet"]["highlights"]) for h in r["hits"]])')" \
            "$wanted"
    done
    expect_ids "$SEED" '100,000'
    expect_ids "$SEED" '"100,000 टन"'
    expect_ids cricket '000'
}

# No snippet of the body holds a line of a caption or a credit, whatever is asked for.
captions_are_kept_apart() {
    local query
    for query in 'पुतिन' 'व्यापार पाकिस्तान' 'मंच अच्छे स्तर' 'Kakar पुतिन' 'Prime' 'Sputnik' 'तेल' \
        'प्रवक्ता दरअसल' 'date:2023' 'पहुंच गया आर्थिक'; do
        check_json 'all(h["snippet"]["field"] != "body" or h["id"] != "'$SEED'" or
            not any(w in h["snippet"]["text"] for w in ("Anwaar", "©", "Federation", "Office"))
            for h in r["hits"])' "$query"
    done
    check_json 'r["hits"][0]["snippet"]["field"] == "credit" and "©" in r["hits"][0]["snippet"]["text"]
        and lit(r["hits"][0]["snippet"]) == ["Office"]' credit:office
    # A phrase does not reach over a caption: "…गया है।" stands before, "आर्थिक सहयोग" behind it.
    expect_ids "" '"गया है आर्थिक सहयोग"'
    expect_ids "" '"Federation Prime"'
    # The title is the first line, which is no caption.
    check_json 'r["hits"][0]["title"].startswith("दोनों नेताओं ने व्यापार")
        and r["hits"][0]["lang"] == "hi"' Sputnik
}

on_a_terminal() {
    expect_status 0 search 'Anwaar ul Haq Kakar'
    expect_contains "$OUT" "[photo caption] Prime Minister Anwaar ul Haq Kakar"
    expect_status 0 search credit:office
    expect_contains "$OUT" "[photo credit] © Prime Minister's Office"
}

# A snippet begins and ends with whole grapheme clusters and shows the last danda.
whole_words() {
    check_json 'r["hits"][0]["snippet"]["text"].endswith("पहुंच गया है।")' '"अच्छे स्तर"'
    check_json 'r["hits"][0]["snippet"]["text"].endswith("।")' '"कराची बंदरगाह"'
    check_json 'all(not (0x93E <= ord(h["snippet"]["text"][0]) <= 0x94D) for h in r["hits"])' 'पाकिस्तान'
    check_json 'all(len(p.strip()) == len(p) > 0 for h in r["hits"] for p in lit(h["snippet"]))' \
        'रूस पाकिस्तान ऊर्जा सहयोग'
}

section "found by words" by_words
section "found by a phrase" by_phrase
section "found by its captions" by_caption
section "numbers in either script" by_number
section "captions are kept apart" captions_are_kept_apart
section "captions on a terminal" on_a_terminal
section "snippets of whole words" whole_words
finish
