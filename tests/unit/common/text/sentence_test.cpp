#include "common/text/sentence.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

// The sentences of `text`, joined by '|'.
std::string split(std::string_view text) {
    std::string out;
    for (const TextSpan& span : split_sentences(text)) {
        if (!out.empty()) out += '|';
        out += text.substr(span.begin, span.end - span.begin);
    }
    return out;
}

struct Case {
    std::string_view text;
    std::string_view sentences;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(split(each.text) == each.sentences);
    }
}

}  // namespace

TEST_CASE("sentences end at a danda, a question or exclamation mark and a line end") {
    check({
        {"", ""},
        {" \n\t \r\n ", ""},
        {"बिना विराम", "बिना विराम"},
        {"रूस ने कहा। भारत आया।", "रूस ने कहा।|भारत आया।"},
        {"है।उन्होंने", "है।|उन्होंने"},
        {"श्लोक समाप्त॥ आगे", "श्लोक समाप्त॥|आगे"},
        {"क्या? हाँ! ठीक", "क्या?|हाँ!|ठीक"},
        {"शीर्षक\nपहला वाक्य\r\n\r\nदूसरा", "शीर्षक|पहला वाक्य|दूसरा"},
        {"India spoke. Russia agreed.", "India spoke.|Russia agreed."},
        {"  रूस।  ", "रूस।"},
    });
}

TEST_CASE("closing marks and quotes belong to the sentence that they end") {
    check({
        {"उन्होंने कहा, \"हम तैयार हैं।\" फिर गए।", "उन्होंने कहा, \"हम तैयार हैं।\"|फिर गए।"},
        {"उन्होंने कहा, “हम तैयार हैं।” फिर गए।", "उन्होंने कहा, “हम तैयार हैं।”|फिर गए।"},
        {"(यह सच है।) आगे", "(यह सच है।)|आगे"},
        {"What?! No", "What?!|No"},
        {"क्या?? हाँ!!! और", "क्या??|हाँ!!!|और"},
        {"He said: 'Go.' She went.", "He said: 'Go.'|She went."},
        {"\"Peace.\" They left.", "\"Peace.\"|They left."},
        {"Wait... what", "Wait...|what"},
        {"[Done.] Next", "[Done.]|Next"},
        {"समाप्त।। आगे", "समाप्त।।|आगे"},
    });
}

TEST_CASE("a full stop ends no abbreviation, initial, decimal or address") {
    check({
        {"डॉ. सिंह आए। वे गए।", "डॉ. सिंह आए।|वे गए।"},
        {"प्रो. गुप्ता ने कहा।", "प्रो. गुप्ता ने कहा।"},
        {"यू.एन. में भारत बोला।", "यू.एन. में भारत बोला।"},
        {"आई. ओ. ए. ने कहा।", "आई. ओ. ए. ने कहा।"},
        {"डॉ. एस. जयशंकर बोले।", "डॉ. एस. जयशंकर बोले।"},
        {"जे. पी. नड्डा आए।", "जे. पी. नड्डा आए।"},
        {"5 कि.मी. दूर", "5 कि.मी. दूर"},
        {"Mr. Singh met Dr. Rao.", "Mr. Singh met Dr. Rao."},
        {"S. Jaishankar spoke. He left.", "S. Jaishankar spoke.|He left."},
        {"The U.N. voted. It passed.", "The U.N. voted.|It passed."},
        {"It rose 3.5 per cent. Then it fell.", "It rose 3.5 per cent.|Then it fell."},
        {"See mea.gov.in for more. Thanks.", "See mea.gov.in for more.|Thanks."},
        {"17.10.2023 को", "17.10.2023 को"},
        {"No. 10 Downing Street", "No. 10 Downing Street"},
        {"रु. 500 मिले।", "रु. 500 मिले।"},
    });
}

TEST_CASE("many papers end Hindi sentences by a full stop") {
    check({
        {"वह लौट आया है. उसने कहा.", "वह लौट आया है.|उसने कहा."},
        {"वे आए हैं. सब गए.", "वे आए हैं.|सब गए."},
        {"वह गया था. फिर आया.", "वह गया था.|फिर आया."},
        {"वे गए थे. फिर आए.", "वे गए थे.|फिर आए."},
        {"वह गई थी. फिर आई.", "वह गई थी.|फिर आई."},
        {"उन्होंने बात की. सब माने.", "उन्होंने बात की.|सब माने."},
        {"भारत ने मदद दी. सब माने.", "भारत ने मदद दी.|सब माने."},
        {"बैठक हुई. सब आए.", "बैठक हुई.|सब आए."},
    });
}

TEST_CASE("a number can end a sentence, in digits of either script") {
    check({
        {"It was 2023. Then came 2024.", "It was 2023.|Then came 2024."},
        {"यह 2023 था। संख्या 5. फिर", "यह 2023 था।|संख्या 5.|फिर"},
        {"वर्ष २०२३. फिर", "वर्ष २०२३.|फिर"},
        {"संख्या ५. फिर", "संख्या ५.|फिर"},
    });
}

TEST_CASE("white space of any kind is no part of a sentence") {
    check({
        {"एक।\u00A0दो।", "एक।|दो।"},
        {"एक।\u2003दो।", "एक।|दो।"},
        {"\u3000एक।\f\vदो।\u2028", "एक।|दो।"},
        {"One.\u2003Two.", "One.|Two."},
    });
}

TEST_CASE("marks alone are sentences, too, and none is lost") {
    check({
        {"।", "।"},
        {"?", "?"},
        {".", "."},
        {"\"", "\""},
        {"\n।\n", "।"},
    });
}

TEST_CASE("spans are in order and hold every character that is not white space") {
    for (const std::string_view text :
         {"  रूस ने कहा।भारत? \"हाँ.\" डॉ. सिंह 3.5\n\nEnd.  ", "...", "a.b.c. d. e", "।।।?!?!\n.\n",
          "\xFF\xE0\xA4। \xC3", "कि.मी.\"'”’)]» x"}) {
        CAPTURE(text);
        std::size_t end = 0;
        const auto blank = [&](std::size_t from, std::size_t to) {
            for (; from < to; ++from) {
                if (text[from] != ' ' && text[from] != '\n') return false;
            }
            return true;
        };
        for (const TextSpan& span : split_sentences(text)) {
            CHECK(span.begin < span.end);
            CHECK(span.begin >= end);
            CHECK(blank(end, span.begin));
            CHECK(text[span.begin] != ' ');
            CHECK(text[span.end - 1] != ' ');
            end = span.end;
        }
        CHECK(end <= text.size());
        CHECK(blank(end, text.size()));
    }
}

TEST_CASE("a long text is split in good time") {
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += "डॉ. सिंह आए। ";
    CHECK(split_sentences(text).size() == 50'000);
    CHECK(split_sentences(std::string(200'000, '.')).size() == 1);
    CHECK(split_sentences(std::string(200'000, 'a') + ".").size() == 1);
    CHECK(split_sentences(std::string(100'000, '\'')).size() == 1);
}

TEST_CASE("points and quotes in turn cost no more than their length") {
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += ".'";
    text += 'x';
    CHECK(split_sentences(text).size() == 1);
}

}  // namespace vigyapti
