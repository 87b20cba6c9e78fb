#include "indexer/legacy_text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {
namespace {

constexpr const char* typed =
    "fons'k ea=ky; us vkt ,d foKfIr tkjh dhA Hkkjr vkSj :l ds chp okrkZ gqbZ gSA";
constexpr const char* read = "विदेश मंत्रालय ने आज एक विज्ञप्ति जारी की। भारत और रूस के बीच वार्ता हुई है।";

}  // namespace

TEST_CASE("text is recognised, and its title follows it") {
    Draft draft;
    draft.add(ReleaseField::title, Origin::record, "fons'k ea=ky;");
    draft.add(PartKind::body, typed);
    CHECK(convert_legacy_text(draft) == LegacyFont::kruti_dev);
    CHECK(draft.parts[0].text == read);
    CHECK(draft.fields[0].value == "विदेश मंत्रालय");
}

TEST_CASE("a font that the file names is believed, also for a word") {
    Draft draft;
    draft.add(PartKind::body, "fons'k", "Kruti Dev 010");
    draft.add(PartKind::body, "Foreign", "Arial");
    CHECK(convert_legacy_text(draft) == LegacyFont::kruti_dev);
    CHECK(draft.parts[0].text == "विदेश");
    CHECK(draft.parts[1].text == "Foreign");
}

TEST_CASE("what boilerplate is typed for says nothing of the title") {
    Draft draft;
    draft.add(ReleaseField::title, Origin::record, "Press Release");
    draft.add(PartKind::body, "The Foreign Minister met officials in Moscow and signed the text.");
    draft.add(PartKind::boilerplate, "fons'k", "Kruti Dev 010");
    CHECK(convert_legacy_text(draft) == LegacyFont::none);
    CHECK(draft.fields[0].value == "Press Release");
    CHECK(draft.parts[1].text == "विदेश");
}

TEST_CASE("a line whose font changes stays one line") {
    Draft draft;
    draft.add(PartKind::body, "fons'k", "Kruti Dev 010");
    draft.parts.push_back({PartKind::body, " (MEA) ", "", true});
    draft.parts.push_back({PartKind::body, "ea=ky;\nfons'k", "Kruti Dev 010", true});
    draft.add(PartKind::caption, "Moscow");
    convert_legacy_text(draft);
    draft.join_lines();
    REQUIRE(draft.parts.size() == 2);
    CHECK(draft.parts[0].text == "विदेश (MEA) मंत्रालय\nविदेश");
    CHECK(draft.parts[1].text == "Moscow");
}

TEST_CASE("English, Hindi and boilerplate stay as they are") {
    Draft draft;
    draft.add(ReleaseField::title, Origin::record, "Visit to Russia");
    draft.add(PartKind::body, "The Foreign Minister met officials in Moscow and signed the text.");
    draft.add(PartKind::body, read);
    draft.add(PartKind::boilerplate, typed);
    const Draft before = draft;
    CHECK(convert_legacy_text(draft) == LegacyFont::none);
    CHECK(draft.fields == before.fields);
    CHECK(draft.parts == before.parts);
}

}  // namespace vigyapti
