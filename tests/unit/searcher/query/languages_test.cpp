#include "searcher/query/languages.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/lexicon/lexicon.hpp"
#include "common/text/sound_key.hpp"
#include "indexer/build_document.hpp"
#include "indexer/collect_forms.hpp"
#include "searcher/query/parse.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

struct Text {
    std::string_view id;
    std::string_view title;
    std::string_view body;
    std::string_view caption = "";
};

// Ids begin with the language.
constexpr Text texts[] = {
    {"hi1", "पुतिन से मिले विदेश मंत्री", "रूस के राष्ट्रपति पुतिन ने विदेश मंत्री से वार्ता की।"},
    {"hi2", "रूस में चुनाव", "चुनाव की तिथि घोषित हुई।", "Polling at Omskgrad"},
    {"hi3", "मंत्री का विदेश दौरा", "दौरा कल आरंभ होगा।"},
    {"en1", "Putin receives the foreign minister", "President Putin met the minister in Moscow."},
    {"en2", "Port contract", "India signed a contract for a foreign port. A minister watched."},
};

class Library {
  public:
    explicit Library(std::string_view languages = "hi en") {
        Analyser analyser(canonical_key);
        Forms forms;
        note_forms(analyser, forms);
        for (const auto& [id, title, body, caption] : texts) {
            Release release;
            release.id = id;
            release.lang = id.substr(0, 2);
            if (languages.find(release.lang) == languages.npos) continue;
            release.title = title;
            release.source = "PIB";
            release.countries = {id == "en2" ? "IN" : "RU"};
            release.blocks = {{BlockKind::body, std::string(body)}};
            if (!caption.empty())
                release.blocks.push_back({BlockKind::caption, std::string(caption)});
            ids_.push_back(release.id);
            database_.add_document(build_document(release, analyser, 1000).document);
        }
        const auto path = folder_.path() / "vocabulary";
        write_vocabulary(path, forms, sound_bucket);
        vocabulary_ = Vocabulary::open(path);
    }

    std::vector<CompiledQuery> compile(std::string_view query, Cross cross = Cross::automatic,
                                       bool all = false) {
        const QueryContext context{
            .database = database_, .vocabulary = &*vocabulary_, .analyser = analyser_, .all = all};
        return compile_in_languages(parse_query(query), context, nullptr, cross);
    }

    // What each query finds, by id: "hi1 hi2|en1".
    std::string ids(std::string_view query, Cross cross = Cross::automatic, bool all = false) {
        std::string out;
        for (const CompiledQuery& each : compile(query, cross, all)) {
            Xapian::Enquire enquire(database_);
            enquire.set_query(each.query);
            std::vector<std::string> found;
            const Xapian::MSet matches = enquire.get_mset(0, 100);
            for (auto match = matches.begin(); match != matches.end(); ++match)
                found.push_back(ids_.at(*match - 1));
            std::sort(found.begin(), found.end());
            if (!out.empty()) out += '|';
            std::string list;
            for (const std::string& id : found)
                list += (list.empty() ? "" : " ") + id;
            out += list.empty() ? "-" : list;
        }
        return out;
    }

  private:
    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_{canonical_key};
    std::vector<std::string> ids_;
    std::optional<Vocabulary> vocabulary_;
    test::TemporaryFolder folder_;
};

Library& library() {
    static Library instance;
    return instance;
}

struct Case {
    std::string_view query;
    std::string_view found;
};

}  // namespace

TEST_CASE("a query is asked in its own language first, then in the other") {
    for (const auto& [query, found] : {
             Case{"Putin", "en1|hi1"},
             {"पुतिन", "hi1|en1"},
             {"Russia", "-|hi1 hi2"},
             {"videsh mantri", "-|hi1 hi3"},
             {"रूस Putin", "hi1 hi2|en1"},
             {"Putin रूस foreign", "en1 en2|hi1 hi2 hi3"},
         }) {
        CAPTURE(query);
        CHECK(library().ids(query) == found);
    }
}

TEST_CASE("numbers, exact forms, beginnings and filters are asked for once, in all texts") {
    for (const auto& [query, found] : {
             Case{"2023", "-"},
             {"=minister", "en1 en2"},
             {"=मंत्री", "hi1 hi3"},
             {"polli*", "hi2"},
             {"Xyzzyquux", "-"},
             {"country:RU", "en1 hi1 hi2 hi3"},
             {"", "-"},
             {"...", "-"},
         }) {
        CAPTURE(query);
        CHECK(library().ids(query) == found);
    }
}

TEST_CASE("phrases, operators and fields mean in the other language what they mean in the own") {
    for (const auto& [query, found] : {
             Case{"\"foreign minister\"", "en1|hi1"},
             {"\"विदेश मंत्री\"", "hi1|en1"},
             {"foreign NEAR minister", "en1 en2|hi1 hi3"},
             {"foreign AND minister", "en1 en2|hi1 hi3"},
             {"Putin OR contract", "en1 en2|hi1"},
             {"minister NOT Putin", "en2|hi3"},
             {"minister -\"foreign minister\"", "en2|hi3"},
             {"title:minister", "en1|hi1 hi3"},
             {"+Putin minister", "en1|hi1"},
             {"minister country:RU", "en1|hi1 hi3"},
             {"minister lang:hi", "-|hi1 hi3"},
             {"source:PIB minister", "en1 en2|hi1 hi2 hi3"},
             {"source:PIB मंत्री", "hi1 hi2 hi3|en1 en2"},
             {"Putin OR country:IN", "en1 en2|hi1"},
             {"Russia (polling Omskgrad)", "-|hi1 hi2"},
         }) {
        CAPTURE(query);
        CHECK(library().ids(query) == found);
    }
}

TEST_CASE("every word is required in both languages, but those that say little or ask") {
    for (const auto& [query, found] : {
             Case{"the foreign minister Putin", "en1|hi1"},
             {"minister Xyzzyquux", "-|-"},
             {"विदेश मंत्री का दौरा", "hi3|-"},
             {"who is the foreign minister", "-|hi1 hi3"},
             {"किससे मिले पुतिन", "hi1|en1"},
             {"किससे विदेश मंत्री", "hi1 hi3|en1 en2"},
         }) {
        CAPTURE(query);
        CHECK(library().ids(query, Cross::automatic, true) == found);
    }
}

TEST_CASE("where no word is known in the other language its releases are not found by filters") {
    for (const auto& [query, found] : {
             Case{"Xyzzyquux -Putin", "-|-"},
             {"the country:RU -Putin", "-|-"},
             {"(Xyzzyquux country:RU) OR Putin", "en1|hi1"},
             {"Xyzzyquux country:RU \"foreign minister\"", "en1|hi1"},
         }) {
        CAPTURE(query);
        CHECK(library().ids(query) == found);
    }
    CHECK(library().ids("Xyzzyquux country:RU", Cross::only) == "-");
}

TEST_CASE("English captions of Hindi releases are found beside translations") {
    for (const auto& [query, found] : {
             Case{"\"polling at Omskgrad\"", "-|hi2"},
             {"caption:\"polling at Omskgrad\"", "-|hi2"},
             {"caption:polling Russia", "-|hi2"},
             {"Omskgrad Putin", "en1|hi1 hi2"},
             {"Putin AND Omskgrad", "-|-"},
         }) {
        CAPTURE(query);
        CHECK(library().ids(query) == found);
    }
}

TEST_CASE("the other language alone, or not at all") {
    CHECK(library().ids("Putin", Cross::only) == "hi1");
    CHECK(library().ids("पुतिन", Cross::only) == "en1");
    CHECK(library().ids("=minister", Cross::only) == "-");
    CHECK(library().ids("Putin", Cross::off) == "en1");
    CHECK(library().ids("पुतिन", Cross::off) == "hi1");
    CHECK(library().ids("मंत्री minister", Cross::off) == "en1 en2 hi1 hi3");
}

TEST_CASE("an index of one language is asked once") {
    Library hindi("hi");
    CHECK(hindi.ids("पुतिन") == "hi1");
    CHECK(hindi.ids("Putin") == "-|hi1");
    CHECK(hindi.compile("पुतिन", Cross::only).empty());
    Library english("en");
    CHECK(english.ids("Putin") == "en1");
    CHECK(english.ids("पुतिन") == "-|en1");
}

TEST_CASE("snippets are told by which road a word was reached") {
    const auto roads = [](std::string_view query) {
        std::string out;
        for (const CompiledQuery& each : library().compile(query, Cross::only)) {
            for (const Match& match : each.matches) {
                out += match.road == Road::translation ? 't'
                       : match.road == Road::sound     ? 's'
                                                       : 'o';
            }
        }
        return out;
    };
    CHECK(roads("Russia") == "t");
    CHECK(roads("Putin") == "os");
    CHECK(roads("\"foreign minister\"") == "ot");
    CHECK(roads("Russia -Putin") == "t");
}

}  // namespace vigyapti
