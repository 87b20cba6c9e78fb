#include "indexer/blocks.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/grapheme.hpp"

namespace vigyapti {
namespace {

// One block a line, its line ends shown as '/'.
std::string show(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (!out.empty()) out += '\n';
        out += block.kind == BlockKind::caption  ? "caption: "
               : block.kind == BlockKind::credit ? "credit: "
                                                 : "body: ";
        for (const char c : block.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    while (times-- > 0)
        out += text;
    return out;
}

struct Case {
    std::string_view text;
    std::string_view blocks;
};

}  // namespace

TEST_CASE("running text is one body block, a line a paragraph") {
    const std::vector<Case> cases{
        {"", ""},
        {"\n\n  \t\n\r\n", ""},
        {"एक पंक्ति", "body: एक पंक्ति"},
        {"पहली।\nदूसरी।", "body: पहली।/दूसरी।"},
        {"पहली।\r\n\r\n  दूसरी।  \r\n", "body: पहली।/दूसरी।"},
        {"\n\nपहला\n", "body: पहला"},
        {"The © sign stands inside.\nNo credit.", "body: The © sign stands inside./No credit."},
        {"A caption in English\nहिंदी का पाठ यहाँ आगे चलता है।",
         "body: A caption in English/हिंदी का पाठ यहाँ आगे चलता है।"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(show(split_blocks(each.text)) == each.blocks);
    }
}

TEST_CASE("a credit line and the line of the other script before it leave the body") {
    const std::vector<Case> cases{
        {"नेताओं ने सहयोग की समीक्षा की।\nLeaders at the table.\n© Press Office\nबैठक एक घंटे चली।",
         "body: नेताओं ने सहयोग की समीक्षा की।\ncaption: Leaders at the table.\n"
         "credit: © Press Office\nbody: बैठक एक घंटे चली।"},
        {"नेताओं ने सहयोग की समीक्षा की।\n\nLeaders at the table\n\n© Press Office\n",
         "body: नेताओं ने सहयोग की समीक्षा की।\ncaption: Leaders at the table\n"
         "credit: © Press Office"},
        // The caption may come first.
        {"Leaders at the table\n© Press Office\nनेताओं ने सहयोग की समीक्षा की और आगे मिलने का "
         "निर्णय लिया।",
         "caption: Leaders at the table\ncredit: © Press Office\n"
         "body: नेताओं ने सहयोग की समीक्षा की और आगे मिलने का निर्णय लिया।"},
        {"The leaders met today in Samarkand.\nबैठक में दोनों नेता।\n© Press Office",
         "body: The leaders met today in Samarkand.\ncaption: बैठक में दोनों नेता।\n"
         "credit: © Press Office"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(show(split_blocks(each.text)) == each.blocks);
    }
}

TEST_CASE("in one script a caption is a line without a sentence end that is not the first") {
    const std::vector<Case> cases{
        {"The leaders met today.\nThe leaders at the table\n© Press Office",
         "body: The leaders met today.\ncaption: The leaders at the table\ncredit: © Press Office"},
        {"The leaders met today.\nThey agreed.\n© Press Office",
         "body: The leaders met today./They agreed.\ncredit: © Press Office"},
        {"The leaders met today.\n\"They agreed.\"\n© Press Office",
         "body: The leaders met today./\"They agreed.\"\ncredit: © Press Office"},
        {"वार्ता आज संपन्न हुई।\nदोनों ने हाथ मिलाया।\n© प्रेस कार्यालय",
         "body: वार्ता आज संपन्न हुई।/दोनों ने हाथ मिलाया।\ncredit: © प्रेस कार्यालय"},
        {"A title without a full stop\n© Press Office\nThe text.",
         "body: A title without a full stop\ncredit: © Press Office\nbody: The text."},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(show(split_blocks(each.text)) == each.blocks);
    }
}

TEST_CASE("an item (c) of a list is no credit") {
    CHECK(split_blocks("They agreed on\n(c) visas for students.").size() == 1);
}

TEST_CASE("credits are known by their beginnings") {
    const std::vector<std::string_view> credits{
        "© Press Office",   "©Press Office",          "Photo credit: PIB",     "Photo Credit: PIB",
        "फोटो साभार: पसूका", "फ\u093Cोटो साभार: पसूका", "\u095Eोटो साभार: पसूका",
    };
    for (const std::string_view credit : credits) {
        CAPTURE(credit);
        const auto blocks = split_blocks("The leaders met today.\n" + std::string(credit));
        REQUIRE(blocks.size() == 2);
        CHECK(blocks[0] == Block{BlockKind::body, "The leaders met today."});
        CHECK(blocks[1] == Block{BlockKind::credit, std::string(credit)});
    }
}

TEST_CASE("two credits in a row make no caption of the first") {
    CHECK(show(split_blocks("The leaders met today.\n© Press Office\n© Agency")) ==
          "body: The leaders met today.\ncredit: © Press Office\ncredit: © Agency");
    CHECK(show(split_blocks("© Press Office")) == "credit: © Press Office");
}

TEST_CASE("no word of the text is lost or doubled in its blocks") {
    const std::string text =
        "शीर्षक\n\nपहला अनुच्छेद।\nA caption\n© Credit\n  दूसरा अनुच्छेद।  \n\nAnother caption\n© Credit "
        "2\n";
    std::string joined;
    for (const Block& block : split_blocks(text))
        joined += block.text + "\n";
    CHECK(joined ==
          "शीर्षक\nपहला अनुच्छेद।\nA caption\n© Credit\nदूसरा अनुच्छेद।\nAnother caption\n© Credit 2\n");
}

TEST_CASE("the first body line becomes the title and leaves the body") {
    std::vector<Block> blocks{{BlockKind::body, "शीर्षक यहाँ है\nपहला अनुच्छेद।\nदूसरा।"}};
    CHECK(take_title(blocks) == "शीर्षक यहाँ है");
    CHECK(show(blocks) == "body: पहला अनुच्छेद।/दूसरा।");

    // Captions and credits are no titles.
    blocks = {{BlockKind::caption, "A caption"},
              {BlockKind::credit, "© Credit"},
              {BlockKind::body, "शीर्षक\nपाठ।"}};
    CHECK(take_title(blocks) == "शीर्षक");
    CHECK(show(blocks) == "caption: A caption\ncredit: © Credit\nbody: पाठ।");

    blocks = {{BlockKind::body, "शीर्षक"},
              {BlockKind::caption, "A caption"},
              {BlockKind::credit, "© Credit"},
              {BlockKind::body, "पाठ।"}};
    CHECK(take_title(blocks) == "शीर्षक");
    CHECK(show(blocks) == "caption: A caption\ncredit: © Credit\nbody: पाठ।");
}

TEST_CASE("a title is not taken out of a release that has nothing else") {
    std::vector<Block> blocks{{BlockKind::body, "केवल एक पंक्ति"}};
    CHECK(take_title(blocks) == "केवल एक पंक्ति");
    CHECK(show(blocks) == "body: केवल एक पंक्ति");

    blocks.clear();
    CHECK(take_title(blocks).empty());
    CHECK(blocks.empty());

    blocks = {{BlockKind::caption, "A caption"}, {BlockKind::credit, "© Credit"}};
    CHECK(take_title(blocks).empty());
    CHECK(blocks.size() == 2);
}

TEST_CASE("of a long first paragraph the beginning is the title and the paragraph stays") {
    // 160 clusters are a title, 161 are a paragraph.
    const std::string fits = repeated("क्षि ", 79) + "की";
    REQUIRE(count_graphemes(fits) == longest_title - 1);
    std::vector<Block> blocks{{BlockKind::body, fits + "र\nपाठ।"}};
    CHECK(take_title(blocks) == fits + "र");
    CHECK(show(blocks) == "body: पाठ।");

    const std::string paragraph = fits + "रक आगे।";
    blocks = {{BlockKind::body, paragraph + "\nपाठ।"}};
    const std::string title = take_title(blocks);
    CHECK(title == repeated("क्षि ", 78) + "क्षि…");
    CHECK(blocks.front().text == paragraph + "\nपाठ।");
}

TEST_CASE("a shortened title ends behind a word and keeps within its measure") {
    for (std::size_t words = 20; words < 80; ++words) {
        const std::string paragraph = repeated("क्षेत्रीय एकीकरण, ", words) + "और आगे";
        std::vector<Block> blocks{{BlockKind::body, paragraph}};
        const std::string title = take_title(blocks);
        CAPTURE(words);
        CHECK(count_graphemes(title) <= longest_title);
        REQUIRE(title.ends_with("…"));
        const std::string_view head = std::string_view(title).substr(0, title.size() - 3);
        CHECK(std::string_view(paragraph).starts_with(head));
        CHECK((head.ends_with("क्षेत्रीय") || head.ends_with("एकीकरण")));
        CHECK(blocks.front().text == paragraph);
    }
}

TEST_CASE("a first paragraph without any space is cut between clusters") {
    const std::string endless = repeated("क्षि", 400);
    std::vector<Block> blocks{{BlockKind::body, endless}};
    CHECK(take_title(blocks) == repeated("क्षि", longest_title - 1) + "…");
    CHECK(blocks.front().text == endless);
}

}  // namespace vigyapti
