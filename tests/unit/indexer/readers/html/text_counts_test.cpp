#include "indexer/readers/html/text_counts.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace vigyapti::html {

TEST_CASE("letters and ends of sentences are counted in any script") {
    struct Row {
        std::string_view text;
        std::uint32_t letters;
        std::uint32_t sentences;
    };
    for (const Row& row : {
             Row{"The minister met him. They spoke.", 26, 2},
             {"Dr. A. Rao, No. 5", 9, 0},
             {"मंत्री ने भेंट की। वार्ता हुई।", 12, 2},
             {"外交部发言人表示，会谈取得成果。双方将继续！", 38, 2},
             {"외교부 장관이 회담을 했다.", 22, 1},
             {"التقى الوزير نظيره. هل اتفقا؟", 23, 2},
             {"وزیر نے ملاقات کی۔", 14, 0},
             {"وزیر نے ملاقات کیں۔", 15, 1},
             {"«Il l’a dit.» Ensuite", 14, 1},
             {"", 0, 0},
         }) {
        CAPTURE(row.text);
        const TextCounts counts = count_text(row.text);
        CHECK(counts.letters == row.letters);
        CHECK(counts.sentences == row.sentences);
    }
}

}  // namespace vigyapti::html
