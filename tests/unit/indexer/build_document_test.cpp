#include "indexer/build_document.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/index/compress.hpp"
#include "common/index/database.hpp"
#include "common/index/facet_value.hpp"
#include "common/index/schema.hpp"
#include "common/index/stored.hpp"
#include "common/lexicon/lexicon.hpp"

namespace vigyapti {
namespace {

Release sample() {
    Release release;
    release.id = "r1";
    release.title = "Port contract";
    release.date = "2024-05-13";
    release.lang = "en";
    release.source = "Press Office";
    release.url = "https://example.org/r1";
    release.countries = {"IN", "IR"};
    release.blocks = {{BlockKind::body, "The contracts were signed."},
                      {BlockKind::caption, "Quay at night"},
                      {BlockKind::credit, "© Agency"}};
    return release;
}

BuiltDocument build(const Release& release) {
    Analyser analyser(canonical_key);
    return build_document(release, analyser, 1000);
}

// "term:wdf/positions", or nothing when the document lacks the term.
std::string posting(const Xapian::Document& document, const std::string& term) {
    for (auto each = document.termlist_begin(); each != document.termlist_end(); ++each) {
        if (*each != term) continue;
        return term + ":" + std::to_string(each.get_wdf()) + "/" +
               std::to_string(each.positionlist_count());
    }
    return {};
}

std::vector<Xapian::termpos> positions(const Xapian::Document& document, const std::string& term) {
    for (auto each = document.termlist_begin(); each != document.termlist_end(); ++each) {
        if (*each == term) return {each.positionlist_begin(), each.positionlist_end()};
    }
    return {};
}

std::string value(const Xapian::Document& document, FieldId id) {
    return document.get_value(field(id).slot);
}

}  // namespace

TEST_CASE("words of each field stand under the terms that the schema names") {
    const Xapian::Document document = build(sample()).document;
    // Title words count twice among the plain terms; forms of one word share the key.
    CHECK(posting(document, "port") == "port:2/1");
    CHECK(posting(document, "contract") == "contract:3/2");
    CHECK(posting(document, "Sport") == "Sport:1/1");
    CHECK(posting(document, "Scontract") == "Scontract:1/1");
    CHECK(posting(document, "sign") == "sign:1/1");
    CHECK(posting(document, "Ssign").empty());
    // Of function words it is kept that they are there, not where.
    CHECK(posting(document, "the") == "the:1/0");
    CHECK(posting(document, "were") == "were:1/0");
    // Captions and credits stand under their own prefix only.
    CHECK(posting(document, "XCquay") == "XCquay:1/1");
    CHECK(posting(document, "quay").empty());
    CHECK(posting(document, "XRagenc") == "XRagenc:1/1");
    CHECK(posting(document, "agenc").empty());
    CHECK(posting(document, "XSpress") == "XSpress:1/0");
    CHECK(posting(document, "press").empty());
}

TEST_CASE("positions run on through a block and jump between blocks") {
    const Xapian::Document document = build(sample()).document;
    const auto at = [&](const std::string& term) {
        const auto found = positions(document, term);
        REQUIRE(!found.empty());
        return found.front();
    };
    // A title word stands at one place, whether it is looked for in the title or anywhere.
    CHECK(positions(document, "port") == positions(document, "Sport"));
    CHECK(at("Scontract") == at("Sport") + 1);
    // Function words take a place, though it is not kept.
    const auto contracts = positions(document, "contract");
    REQUIRE(contracts.size() == 2);
    CHECK(contracts[0] == at("Scontract"));
    CHECK(at("sign") == contracts[1] + 2);
    CHECK(at("XCnight") == at("XCquay") + 2);
    CHECK(contracts[1] >= at("Scontract") + 100);
    CHECK(at("XCquay") >= at("sign") + 100);
    CHECK(at("XRagenc") >= at("XCnight") + 100);
    // A source is looked for as a whole, so that its words have no places.
    CHECK(positions(document, "XSpress").empty());
    CHECK(posting(document, "XSoffic") == "XSoffic:1/0");
}

TEST_CASE("function words have no positions in any field or language") {
    Release release = sample();
    release.title = "Visit of the Minister";
    release.blocks = {{BlockKind::body, "रूस में"},
                      {BlockKind::caption, "Quay of the port"},
                      {BlockKind::credit, "Photo by the agency"}};
    const Xapian::Document document = build(release).document;
    for (const std::string term : {"Sof", "Sthe", "XCof", "XCthe", "XRthe"}) {
        CAPTURE(term);
        CHECK(posting(document, term) == term + ":1/0");
    }
    CHECK(posting(document, "of") == "of:2/0");
    for (const std::string term : {"Svisit", "Sminist", "XCport", "XRagenc", ".rus"}) {
        CAPTURE(term);
        CHECK(posting(document, term) == term + ":1/1");
    }
    const std::string inside = Analyser(canonical_key).key_of(".meM");
    CHECK(posting(document, inside) == inside + ":1/0");
}

TEST_CASE("words stand under their keys only; their forms are the vocabulary's") {
    const Xapian::Document document = build(sample()).document;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        CHECK(*term != "contracts");
        CHECK_FALSE((*term).starts_with("XE"));
    }
}

TEST_CASE("filters are boolean terms and do not weigh") {
    const Xapian::Document document = build(sample()).document;
    for (const std::string term :
         {"Qr1", "Len", "NIN", "NIR", "Uhttps://example.org/r1", "APress Office"})
        CHECK(posting(document, term) == term + ":0/0");
    CHECK(posting(document, "Lhi").empty());
}

TEST_CASE("Hindi words are kept in WX notation behind the marker") {
    Release release;
    release.id = "h";
    release.blocks = {{BlockKind::body, "रूस से रूस"}};
    const Xapian::Document document = build(release).document;
    CHECK(posting(document, ".rus") == ".rus:2/2");
}

TEST_CASE("values hold what results are sorted and counted by") {
    const BuiltDocument built = build(sample());
    CHECK(value(built.document, FieldId::date) == "20240513");
    const std::string facets = value(built.document, FieldId::facets);
    CHECK(decode_facets(facets).source == "Press Office");
    CHECK(decode_facets(facets).lang == "en");
    CHECK(decode_facets(facets).countries.size() == 2);
    CHECK(value(built.document, FieldId::content_hash) == built.hash);
    CHECK(Xapian::sortable_unserialise(value(built.document, FieldId::indexed_at)) == 1000);
}

TEST_CASE("a release sorts by the first day that its date can mean, and by nothing without one") {
    struct DateCase {
        std::string_view date;
        std::string_view value;
    };
    const std::vector<DateCase> cases{
        {"2023-10-17", "20231017"}, {"2023-10", "20231001"}, {"2023", "20230101"}, {"", ""}};
    for (const DateCase& each : cases) {
        CAPTURE(each.date);
        Release release = sample();
        release.date = each.date;
        CHECK(value(build(release).document, FieldId::date) == each.value);
    }
}

TEST_CASE("the stored copy is the release itself and its hash tells changes") {
    const Release release = sample();
    const BuiltDocument built = build(release);
    CHECK(built.id == "r1");
    CHECK(built.document.get_data() == compress_release(encode_release(release)));
    CHECK(built.bytes == encode_release(release).size());
    CHECK(built.hash == content_hash(encode_release(release)));
    CHECK(decode_release(built.document.get_data()) == release);

    Analyser analyser;
    CHECK(build_document(release, analyser, 2000).hash == built.hash);
    Release changed = release;
    changed.blocks[1].kind = BlockKind::body;
    CHECK(build(changed).hash != built.hash);
    changed = release;
    changed.countries = {"IR", "IN"};
    CHECK(build(changed).hash != built.hash);
}

TEST_CASE("identifiers, words and addresses of any length make terms that Xapian takes") {
    Release release = sample();
    release.id = std::string(5000, 'i');
    release.url = "https://example.org/" + std::string(5000, 'u');
    release.title = std::string(5000, 'w');
    std::string hindi;
    for (int i = 0; i < 2000; ++i)
        hindi += "कि";
    release.blocks = {{BlockKind::body, hindi}, {BlockKind::caption, hindi}};
    const BuiltDocument built = build(release);
    CHECK(built.id == release.id);
    CHECK(posting(built.document, id_term(release.id)) == id_term(release.id) + ":0/0");
    for (auto term = built.document.termlist_begin(); term != built.document.termlist_end(); ++term)
        CHECK((*term).size() <= 245);
}

TEST_CASE("a release stands under its day and its address, for its counterpart to be found") {
    Analyser analyser(canonical_key);
    PairSketcher sketcher;
    const auto pair_terms_of = [&](const Release& release) {
        const BuiltDocument built = build_document(release, analyser, 1000, &sketcher);
        std::string terms;
        for (auto term = built.document.termlist_begin(); term != built.document.termlist_end();
             ++term) {
            if ((*term).starts_with("XP")) terms += (*term).substr(0, 4) + " ";
        }
        return terms + std::to_string(value(built.document, FieldId::pair_sketch).size());
    };
    Release release = sample();
    // A byte, the day, and two for each of: IN, IR, port, contract, sign.
    CHECK(pair_terms_of(release) == "XPe1 14");
    release.id = "r1-en";
    CHECK(pair_terms_of(release) == "XPe1 XPe= 18");
    // Only a day tells whether two are of one time.
    release.date = "2024-05";
    CHECK(pair_terms_of(release) == "XPe= 5");
    release.id = "r1";
    CHECK(pair_terms_of(release) == "0");
    release = sample();
    release.lang = "und";
    CHECK(pair_terms_of(release) == "0");
    CHECK(value(build(sample()).document, FieldId::pair_sketch).empty());
}

TEST_CASE("a release with nothing but an id is still a document") {
    Release release;
    release.id = "empty";
    const BuiltDocument built = build(release);
    CHECK(built.document.termlist_count() == 1);
    CHECK(posting(built.document, "Qempty") == "Qempty:0/0");
}

}  // namespace vigyapti
