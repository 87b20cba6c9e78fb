#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/base/xapian.hpp"
#include "common/text/stem.hpp"

namespace vigyapti {

struct EnglishStemmer::Implementation {
    Xapian::Stem stemmer{"english"};
};

EnglishStemmer::EnglishStemmer() : implementation_(std::make_unique<Implementation>()) {}
EnglishStemmer::~EnglishStemmer() = default;

void EnglishStemmer::stem(std::string& word) {
    const bool digits = std::any_of(word.begin(), word.end(), is_digit);
    if (!digits) word = implementation_->stemmer(word);
}

}  // namespace vigyapti
