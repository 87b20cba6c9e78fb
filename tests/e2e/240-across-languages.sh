#!/usr/bin/env bash
# One question, releases in both languages: by translation, by letters, by sound, on releases made
# for it and on the bundled ones.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/index CORPUS=$WORK/corpus
cd "$WORK"
cat >"$WORK/releases.jsonl" <<'END'
{"id":"hi-putin","lang":"hi","date":"2023-12-27","country":["RU"],"source":"PIB","title":"पुतिन से मिले विदेश मंत्री","text":"रूस के राष्ट्रपति पुतिन ने मास्को में भारत के विदेश मंत्री से द्विपक्षीय सहयोग पर वार्ता की।"}
{"id":"hi-kakar","lang":"hi","date":"2023-10-10","country":["PK"],"source":"PIB","title":"काकर का साक्षात्कार","text":"कार्यवाहक प्रधानमंत्री काकर ने बीबीसी से कहा कि चुनाव समय पर होंगे।"}
{"id":"hi-nsa","lang":"hi","date":"2024-01-05","country":["IN"],"title":"एनएसए का वक्तव्य","text":"एनएसए ने सीमा की सुरक्षा पर वक्तव्य दिया।"}
{"id":"hi-visit","lang":"hi","date":"2022-03-01","country":["RU"],"title":"मंत्री की यात्रा","text":"मंत्री अगले सप्ताह विदेश यात्रा पर जाएँगे। रूस उनका पहला पड़ाव होगा।\nDelegation at the Zvezdograd shipyard\n© Press Office\nयात्रा चार दिन चलेगी।"}
{"id":"en-putin","lang":"en","date":"2023-12-27","country":["RU"],"source":"PIB","title":"Putin receives the Foreign Minister","text":"President Putin received the foreign minister in Moscow for talks on bilateral cooperation."}
{"id":"en-kakar","lang":"en","date":"2023-10-12","country":["PK"],"title":"Kakar speaks to the BBC","text":"Caretaker Prime Minister Kakar said that elections would be held on time."}
{"id":"en-nsa","lang":"en","date":"2024-01-06","country":["IN"],"title":"NSA on security","text":"The NSA made a statement on the security of the border."}
{"id":"en-port","lang":"en","date":"2024-05-13","country":["IN","IR"],"title":"Port contract signed","text":"A minister signed the contract for the port of Chabahar during a foreign visit. Sir, aapne dekha hoga."}
END
expect_status 0 index "$WORK/releases.jsonl"
expect_status 0 index --index "$CORPUS" "$SOURCE_DIR/corpus/releases"

both_ways() {
    expect_order "en-putin hi-putin" Putin
    expect_order "hi-putin en-putin" 'पुतिन'
    expect_order "en-kakar hi-kakar" Kakar
    expect_order "hi-kakar en-kakar" 'काकर'
    expect_order "en-kakar hi-kakar" BBC
    expect_order "hi-kakar en-kakar" 'बीबीसी'
    expect_order "en-nsa hi-nsa" NSA
    expect_order "hi-nsa en-nsa" 'एनएसए'
    expect_order "en-port hi-visit" visit
    expect_order "hi-visit en-port" 'यात्रा'
    expect_order "hi-putin en-putin" 'मास्को'
    expect_ids "hi-nsa en-nsa" 'सीमा की सुरक्षा'
    expect_ids "hi-nsa en-nsa" 'border security'
    expect_ids "" 'nowhereword'
}

# Acronyms are not the words that they look like.
capitals() {
    index --index capitals - <<'END'
{"id":"hi-who","lang":"hi","text":"विश्व स्वास्थ्य संगठन ने टीकों पर रिपोर्ट दी।"}
{"id":"hi-us","lang":"hi","text":"अमेरिका ने रक्षा करार किया।"}
{"id":"en","lang":"en","text":"The WHO asked who would help us in a US hospital."}
END
    expect_order "en hi-who" --index capitals WHO
    expect_order "en hi-us" --index capitals US
    expect_order "en hi-us" --index capitals U.S.
    expect_order "en hi-us" --index capitals '"US"'
    expect_order "en" --index capitals us
    expect_order "hi-us en" --index capitals --all 'US अमेरिका किसने'
}

romanised() {
    expect_order "hi-putin hi-visit" 'videsh mantri'
    expect_order "hi-kakar" 'chunav'
    # And in the texts.
    expect_order "en-port" 'देखा'
    expect_order "en-port" 'आपने देखा होगा'
    expect_order "en-port" '"आपने देखा होगा"'
    expect_ids "" '"आपने होगा"'
}

# What English releases quote of Hindi is told from what they say in English.
quoted() {
    index --index quoted - <<'END'
{"id":"bijli","lang":"en","text":"Households joined the Muft Bijli Yojana, officials of the ministry said in reply to several questions on the free supply of energy."}
{"id":"power","lang":"en","text":"Free electricity. Free power. The scheme and the plan for electricity: free power to all."}
{"id":"awas","lang":"en","text":"Houses were built under the Pradhan Mantri Awas Yojana."}
{"id":"slogan","lang":"en","text":"He spoke of Har Ghar Tiranga."}
{"id":"road","lang":"en","text":"The Gram Sadak Yojana and Krishi Vigyan Kendras were praised."}
END
    expect_order "bijli power" --index quoted 'मुफ्त बिजली'
    expect_ids "bijli" --index quoted '"मुफ्त बिजली योजना"'
    expect_ids "awas" --index quoted '"प्रधानमंत्री आवास योजना"'
    expect_ids "slogan" --index quoted '"हर घर तिरंगा"'
    expect_ids "" --index quoted '"तिरंगा हर घर"'
    expect_ids "road" --index quoted '"ग्राम सड़क"'
    expect_ids "road" --index quoted '"कृषि विज्ञान"'
    expect_ids "bijli power awas road" --index quoted -- 'योजना -"हर घर तिरंगा"'
    check_json '{"Muft", "Bijli"} <= {r["hits"][0]["snippet"]["text"][a:b] for a, b in r["hits"][0]["snippet"]["highlights"]}' \
        --index quoted 'मुफ्त बिजली' --limit 1
}

# One number in all the ways that papers write it.
numbers() {
    index --index numbers - <<'END'
{"id":"en-lakh","lang":"en","text":"The camp sheltered 5 lakh people."}
{"id":"en-digits","lang":"en","text":"The flood displaced 500,000 villagers."}
{"id":"en-half","lang":"en","text":"Aid reached half a million families."}
{"id":"hi-digits","lang":"hi","text":"बाढ़ में 5,00,000 लोग बेघर हुए।"}
{"id":"hi-words","lang":"hi","text":"शिविर में पाँच लाख लोग रहे।"}
{"id":"en-other","lang":"en","text":"They sold 7 tonnes on 5 May 2023."}
{"id":"hi-crore","lang":"hi","text":"भारत एक करोड़ टीके देगा।"}
{"id":"en-million","lang":"en","text":"India will give 10 million vaccines."}
END
    local query
    for query in '"5 lakh"' '"half a million"' '500,000' '5,00,000' '"पाँच लाख"' '"5 लाख"' '"५ लाख"'; do
        expect_ids "en-lakh en-digits en-half hi-digits hi-words" --index numbers "$query"
    done
    expect_ids "en-million hi-crore" --index numbers '"1 करोड़"'
    expect_ids "en-million hi-crore" --index numbers '"one crore"'
    expect_ids "hi-crore" --index numbers --cross only '"10 million"'
    expect_ids "en-digits hi-digits" --index numbers --cross off '500,000'
    # The end of a number that no text holds is no number; each way is looked for once.
    index --index numbers-end - <<'END'
{"id":"crore","lang":"en","text":"They spent 5 crore rupees."}
{"id":"hundred","lang":"en","text":"Two hundred guests came."}
{"id":"hi-22","lang":"hi","text":"बाईस लाख टीके लगे।"}
END
    expect_ids "hundred" --index numbers-end 'two hundred fifty million lang:en'
    expect_status 0 search --index numbers-end --explain "22 लाख"
    expect_equal 1 "$(grep -o "\.bAis PHRASE" <<<"$OUT" | wc -l)"
    # Years and small numbers are as they stand.
    expect_ids "en-other" --index numbers 2023
    expect_ids "en-other" --index numbers 7
}

phrases() {
    expect_ids "en-putin hi-putin" '"foreign minister"'
    expect_ids "hi-putin en-putin" '"विदेश मंत्री"'
    expect_ids "en-putin hi-putin" '"bilateral cooperation"'
    expect_ids "" '"minister foreign"'
    expect_ids "hi-putin" '"videsh mantri"'
    expect_ids "en-port en-putin en-kakar hi-putin hi-visit" 'foreign minister'
    expect_ids "hi-visit" '"Delegation at the Zvezdograd shipyard"'
    expect_ids "hi-visit en-putin hi-putin" '"Zvezdograd shipyard" Putin'
    expect_ids "hi-visit en-putin hi-putin" 'Zvezdograd Putin'
}

operators() {
    expect_ids "en-putin hi-putin" 'Putin AND minister'
    expect_ids "en-putin hi-putin en-kakar hi-kakar" 'Putin OR Kakar'
    expect_ids "hi-putin en-putin hi-kakar en-kakar" 'पुतिन OR काकर'
    expect_ids "en-port hi-visit" -- 'minister -Putin -"prime minister"'
    expect_ids "hi-visit en-port" 'मंत्री NOT (पुतिन OR काकर)'
    expect_ids "en-putin hi-putin" '+Putin minister'
    expect_ids "en-putin hi-putin" --all 'the foreign minister Putin'
    expect_ids "hi-putin en-putin" --all 'विदेश मंत्री पुतिन'
    expect_ids "" --all 'Putin nowhereword'
    # An unknown word leaves nothing to find, not what it does not exclude.
    expect_ids "" -- 'nowhereword -Putin'
    expect_ids "" --cross only 'nowhereword country:RU'
}

# What asks for the very word does not ask for another.
as_written() {
    expect_ids "en-putin en-kakar en-port" '=minister'
    expect_ids "hi-putin hi-visit" '=मंत्री'
    expect_ids "en-putin en-kakar en-port" 'minis*'
    expect_ids "hi-putin" 'पुत*'
    expect_ids "hi-visit" 'Zvezdo*'
    expect_ids "en-putin hi-putin" '=President AND Putin OR पुतिन AND =राष्ट्रपति'
}

fields_and_filters() {
    expect_ids "en-putin hi-putin" 'title:Putin'
    expect_ids "hi-putin hi-visit en-putin" 'title:मंत्री'
    expect_ids "" 'caption:Putin'
    expect_ids "hi-visit" 'caption:Zvezdograd'
    expect_ids "en-putin hi-putin hi-kakar" 'source:PIB minister'
    expect_ids "hi-putin hi-kakar en-putin" 'source:PIB मंत्री'
    local query
    for query in 'minister' '"foreign minister"' '+minister' 'title:minister' 'Putin OR minister'; do
        check_json 'r["hits"] and all(h["lang"] == "hi" for h in r["hits"])' "$query lang:hi"
        check_json 'r["hits"] and all(h["lang"] == "en" for h in r["hits"])' "$query lang:en"
        check_json '{h["lang"] for h in r["hits"]} == {"hi", "en"} and all("RU" in h["countries"] for h in r["hits"])' \
            --all-versions "$query country:RU"
        check_json '{h["lang"] for h in r["hits"]} == {"hi", "en"} and all(h["date"][:4] == "2023" for h in r["hits"])' \
            --all-versions "$query date:2023"
        check_json 'not r["hits"]' "$query date:1999"
    done
    expect_ids "en-putin hi-putin hi-visit" 'Putin OR country:RU'
    expect_ids "en-kakar hi-kakar en-putin hi-putin hi-visit" 'Kakar OR country:RU'
    # A score is a number, also where only a filter holds in one of the languages.
    check_json 'all(h["score"] >= 0 for h in r["hits"]) and r["hits"][0]["id"] == "hi-kakar"' \
        'काकर OR country:RU'
    index --index few - <<'END'
{"id":"a","lang":"en","country":["RU"],"text":"Putin spoke."}
{"id":"b","lang":"hi","country":["RU"],"text":"रूस में चुनाव हुए।"}
END
    check_json '[(h["id"], h["score"] > 0) for h in r["hits"]] == [("a", True), ("b", False)]' \
        --index few 'Putin OR country:RU'
}

switch() {
    expect_ids "en-putin" --cross off Putin
    expect_ids "hi-putin" --cross off 'पुतिन'
    expect_ids "hi-putin" --cross only Putin
    expect_ids "en-putin" --cross only 'पुतिन'
    expect_ids "hi-putin" --cross only '"foreign minister"'
    expect_ids "hi-visit" --cross only -- 'minister -Putin -"prime minister"'
    expect_ids "" --cross only '=minister'
    expect_ids "" --cross only 'Putin lang:en'
    expect_ids "hi-putin hi-visit" --cross only 'Putin OR country:RU'
    expect_ids "en-port hi-visit" --cross auto visit
    expect_status 2 search --cross often Putin
    expect_contains "$ERR" "auto"
    # Without words there is no language, and without the other language nothing to find in it.
    expect_ids "hi-putin hi-visit en-putin" --cross only 'country:RU'
    index --index one - <<<'{"id":"a","lang":"en","text":"Putin spoke."}'
    expect_ids "" --index one --cross only Putin
    expect_ids "a" --index one 'पुतिन'
}

# What is found in its own language is on the first page, and first where it is as good.
own_first() {
    local query own
    while IFS=$'\t' read -r query own; do
        expect_equal "$(ids -n 1 "$query")" "$own"
    done <<'END'
foreign minister Putin	en-putin
विदेश मंत्री पुतिन	hi-putin
prime minister Kakar	en-kakar
प्रधानमंत्री काकर	hi-kakar
END
    local id found
    while IFS=$'\t' read -r id query; do
        case $id in hi-* | en-*) ;; *) continue ;; esac
        own=$(ids --index "$CORPUS" --cross off -n 1 "$query")
        found=$(ids --index "$CORPUS" "$query")
        [[ " ${found//$'\n'/ } " = *" $own "* ]] || fail "$own is not on the first page of $query"
    done <"$SOURCE_DIR/corpus/queries.tsv"
}

SUMMIT='summit in Samarkand on energy'

facets_and_totals() {
    check_json 'r["total"] == sum(v["count"] for v in r["facets"]["lang"]) == 2 and
        {v["value"]: v["count"] for v in r["facets"]["lang"]} == {"hi": 1, "en": 1}' --facet lang Putin
    check_json '{"value": "RU", "count": 2} in r["facets"]["country"]' --facet country 'पुतिन'
    check_json 'r["facets"]["month"]' --timeline Putin
    local query both hi en
    for query in "$SUMMIT" 'ऊर्जा पर शिखर सम्मेलन'; do
        both=$(ids --index "$CORPUS" -n 1000 "$query" | wc -l)
        hi=$(ids --index "$CORPUS" -n 1000 "$query lang:hi" | wc -l)
        en=$(ids --index "$CORPUS" -n 1000 "$query lang:en" | wc -l)
        expect_equal "$both" $((hi + en))
        if [ "$hi" -eq 0 ] || [ "$en" -eq 0 ]; then fail "$hi Hindi and $en English releases"; fi
        check_json "r['total'] == $both and {v['value']: v['count'] for v in r['facets']['lang']} == {'hi': $hi, 'en': $en}" \
            --index "$CORPUS" --facet lang --all-versions "$query"
    done
}

# pages SIZE QUERY...: the first thirty ids, page by page.
pages() {
    local size=$1 offset
    shift
    for ((offset = 0; offset < 30; offset += size)); do
        ids -n "$size" --offset "$offset" "$@"
    done
}

one_order() {
    local query size whole options
    for query in "$SUMMIT" 'ऊर्जा पर शिखर सम्मेलन' 'Putin OR country:RU' 'foreign minister'; do
        for options in "--sort relevance" "--sort date" "--recency 100" "--cross only"; do
            # shellcheck disable=SC2086  # several words
            whole=$(ids --index "$CORPUS" -n 30 $options "$query")
            for size in 5 10; do
                # shellcheck disable=SC2086
                expect_equal "$(pages "$size" --index "$CORPUS" $options "$query")" "$whole"
            done
            # shellcheck disable=SC2086
            expect_equal "$(ids --index "$CORPUS" -n 30 --facet lang,country $options "$query")" "$whole"
        done
    done
}

# What a hundred copies of the best release leave unread of its language is not passed over.
# The bundled pairs are the files of the same name. One tells too little of what the other does.
pairs() {
    expect_status 0 search --index "$CORPUS" --all-versions -n 200 --format json lang:en
    python3 - "$WORK/out" "$SOURCE_DIR/corpus/releases" <<'END' || fail "not the pairs of the corpus"
import json, pathlib, sys
names = {}
for path in pathlib.Path(sys.argv[2]).glob("*/*.txt"):
    lines = path.read_text().split("\n\n")[0].splitlines()
    found = {key: line[len(key) + 2:].strip() for line in lines for key in ("Id", "URL")
             if line.startswith(key + ": ")}
    names[found.get("Id") or found.get("URL") or f"{path.parent.name}/{path.name}"] = path.name
hits = json.load(open(sys.argv[1]))["hits"]
found = [(hit["id"], each["id"]) for hit in hits for each in hit["counterparts"]]
wrong = [pair for pair in found if names[pair[0]] != names[pair[1]]]
assert len(hits) == 64 and len(found) >= 47 and not wrong, (len(hits), len(found), wrong)
END
    expect_ids "hi/2024-05-13-chabahar-ten-year-contract.txt" --index "$CORPUS" --pair vg-2024-051301-en
    expect_ids "vg-2024-051301-en" --index "$CORPUS" --pair hi/2024-05-13-chabahar-ten-year-contract.txt
    expect_status 1 search --index "$CORPUS" --pair en/2024-07-02-sco-summit-astana-preview.txt
    expect_status 2 search --index "$CORPUS" --pair no-such-release
    expect_contains "$ERR" no-such-release
    expect_status 0 search --index "$CORPUS" --explain-document vg-2024-051301-en
    expect_contains "$OUT" "in the other language: hi/2024-05-13-chabahar-ten-year-contract.txt (likeness "
    # One result, and both where both are asked for.
    expect_status 0 search --index "$CORPUS" -n 1 Chabahar
    expect_contains "$OUT" "    हिन्दी में: चाबहार बंदरगाह"
    check_json 'sorted(h["lang"] for h in r["hits"]) == ["en", "en"] and r["total"] == 4' --index "$CORPUS" Chabahar
    check_json 'sorted(h["lang"] for h in r["hits"]) == ["hi", "hi"] and r["total"] == 4' --index "$CORPUS" 'चाबहार'
    check_json 'len(r["hits"]) == 4' --index "$CORPUS" --all-versions Chabahar
    expect_equal "$(ids --index "$CORPUS" Chabahar | wc -l)" 4
}

many_versions() {
    local i text="Colombo ports were on the agenda of the ministers, who reviewed Colombo ports, power, trade"
    {
        for ((i = 0; i < 100; i++)); do
            printf '{"id":"copy%s","lang":"en","text":"%s and loans at length in the capital today."}\n' "$i" "$text"
        done
        cat <<'END'
{"id":"own","lang":"en","text":"Tea, coconuts, cinnamon and rubber, and what Colombo and other ports shipped to the islands in a year of drought and late rains."}
{"id":"hi0","lang":"hi","text":"कोलंबो के बंदरगाह"}
{"id":"hi1","lang":"hi","text":"चाय के बाज़ार में दूर के गाँवों से भी लोग आए; कोलंबो तक कोई नहीं पहुँचा।"}
{"id":"hi2","lang":"hi","text":"नारियल और दालचीनी के दाम बढ़े, ऐसा कोलंबो के व्यापारियों ने पिछले दिनों कहा।"}
{"id":"hi3","lang":"hi","text":"मेला कई दिन चलता रहा और अंत में कोलंबो की मंडली ने रात भर गीत सुनाए।"}
END
    } | index --index versions -
    check_json '[h["id"][:3] for h in r["hits"]][:3] == ["cop", "hi0", "own"] and len(r["hits"]) == 6' \
        --index versions -n 50 Colombo ports
    check_json '[h["id"][:3] for h in r["hits"]] == ["cop", "hi0", "own"]' --index versions -n 3 Colombo ports
}

snippets() {
    check_json '[lit(h["snippet"]) for h in r["hits"]] == [["Putin"], ["पुतिन"]]' --all-versions Putin
    check_json 'lit(r["hits"][1]["snippet"]) == ["विदेश", "मंत्री"]' --all-versions '"foreign minister"'
    check_json '"एनएसए" in lit(r["hits"][1]["snippet"])' --all-versions NSA
    check_json '[h["rank"] for h in r["hits"]] == [1, 2] and r["hits"][0]["score"] >= r["hits"][1]["score"]' --all-versions Putin
    expect_status 0 search --explain Putin
    expect_equal "$(grep -c '^xapian: ' <<<"$OUT")" 2
}

# The bundled corpus: questions in one language whose answers are in the other.
bundled() {
    local id query found asked=0
    while IFS=$'\t' read -r id query; do
        case $id in en2hi-* | hi2en-*) ;; *) continue ;; esac
        asked=$((asked + 1))
        ids --index "$CORPUS" --cross only "$query" >"$WORK/found"
        grep -qxF -f <(awk -v id="$id" '$1 == id && $4 > 0 {print $3}' "$SOURCE_DIR/corpus/qrels.tsv") \
            "$WORK/found" && found=$((${found:-0} + 1))
    done <"$SOURCE_DIR/corpus/queries.tsv"
    if [ "$asked" -lt 60 ] || [ $((10 * ${found:-0})) -lt $((9 * asked)) ]; then
        fail "${found:-0} of $asked questions find an answer among the first ten"
    fi
}

repeat() { printf "%$2s" '' | sed "s/ /$1/g"; }

hostile() {
    local query options words="" i
    for ((i = 0; i < 2000; i++)); do words="$words kar$i mantri मंत्री पुतिन$i"; done
    for query in "$words" "\"$words\"" "+($words)" "$(repeat क 200)" "$(repeat k 200)" "$(repeat 'क्ष' 200)" \
        "$(repeat 'x' 200) $(repeat 'ऋ' 200) Putin" "=$(repeat a 200)" "$(repeat 'ch' 100)*" \
        "$(repeat '(' 300)Putin" "$(repeat -- 300)Putin" "$(repeat '"' 301)" $'Putin\x01\x02\x1b[31m\x7f पुतिन\xc2\x9b' \
        $'\xff\xfe Putin \xe0\xa4 \xf0\x9f' $'\xe0\xa4\x95\xe0\xa4' '्ि ा ँ ़' '‍ ‌ Putin' 'NEAR OR AND NOT' \
        'a b c d e f g h i j k l m n o p' 'क ख ग घ च' 'ए बी सी' 'A B' '' ' '; do
        for options in "--cross auto" "--cross only --all"; do
            # shellcheck disable=SC2086
            ids --index "$CORPUS" $options -- "$query" >/dev/null
        done
    done
}

# Why a release is found is told where its words are not those of the query.
roads() {
    check_json '[w for h in r["hits"] if h["lang"] == "hi" for w in h["matched"]
            if w["road"] == "sound" and w["text"] == "पुतिन"]
        and [w for h in r["hits"] if h["lang"] == "en" for w in h["matched"]
            if w["road"] == "exact" and w["text"] == "Putin"]' --index "$CORPUS" --all-versions Putin
    check_json '[w for h in r["hits"] for w in h["matched"] if w["road"] == "translation"]' \
        --index "$CORPUS" --cross only earthquake
    expect_status 0 search --index "$CORPUS" -n 3 --cross only Putin
    expect_contains "$OUT" "by sound: पुतिन"
}

# Words that the other language has are not respelt; misspelt ones are.
known_words() {
    check_json 'r["suggestion"] is None and r["hits"][0]["lang"] == "hi"' --index "$CORPUS" videsh mantri
    check_json 'r["suggestion"] is None' --index "$CORPUS" 'wheat for Afghanistan'
    check_json 'r["suggestion"] == "विदेश मंत्रालय"' --index "$CORPUS" 'विदश मंत्रलय'
}

own_glossary() {
    new_folder
    printf 'Title: फूबार का प्रदर्शन\nId: foo\n\nफूबार पहली बार दिखा।\n' >foo.txt
    index --index own foo.txt
    expect_ids "" --index own "whatsit"
    printf '# ours\nwhatsit\tफूबार\none column\n' >my.tsv
    expect_status 0 index --index own --glossary my.tsv foo.txt
    expect_contains "$ERR" "my.tsv:3: 1 columns instead of 2"
    expect_ids foo --index own "whatsit"
    expect_status 0 index --index own foo.txt
    expect_ids "" --index own "whatsit"
    expect_status 78 index --index own --glossary none.tsv foo.txt
    expect_contains "$ERR" none.tsv
}

section "each language finds the other" both_ways
section "roads" roads
section "known words" known_words
section "a glossary of one's own" own_glossary
section "acronyms" capitals
section "romanised Hindi" romanised
section "Hindi quoted in English" quoted
section "numbers" numbers
section "phrases" phrases
section "operators" operators
section "words as they are written" as_written
section "fields and filters" fields_and_filters
section "the option" switch
section "the own language comes first" own_first
section "facets and totals" facets_and_totals
section "one order" one_order
section "pairs" pairs
section "versions" many_versions
section "snippets" snippets
section "the bundled corpus" bundled
section "hostile queries" hostile
finish
