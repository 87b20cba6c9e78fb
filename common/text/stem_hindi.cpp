#include <libstemmer.h>

#include <new>
#include <stdexcept>
#include <string_view>

#include "common/text/stem.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {

struct HindiStemmer::Implementation {
    struct Deleter {
        void operator()(sb_stemmer* unused) const { sb_stemmer_delete(unused); }
    };
    std::unique_ptr<sb_stemmer, Deleter> stemmer{sb_stemmer_new("hindi", "UTF_8")};
    std::string buffer;
};

HindiStemmer::HindiStemmer() : implementation_(std::make_unique<Implementation>()) {
    if (!implementation_->stemmer) throw std::runtime_error("libstemmer has no Hindi stemmer");
}
HindiStemmer::~HindiStemmer() = default;

void HindiStemmer::stem(std::u16string& word) {
    std::string& buffer = implementation_->buffer;
    to_utf8(word, buffer);
    sb_stemmer* stemmer = implementation_->stemmer.get();
    const sb_symbol* stem =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(buffer.data()),
                        static_cast<int>(buffer.size()));
    if (stem == nullptr) throw std::bad_alloc();
    const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer));
    to_utf16(std::string_view(reinterpret_cast<const char*>(stem), length), word);
}

}  // namespace vigyapti
