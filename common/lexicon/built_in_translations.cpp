#include <string_view>

#include "common/lexicon/translations.hpp"

namespace vigyapti {
namespace {

// Made by compile_translations.
constexpr unsigned char compiled[] = {
#include "common/lexicon/translations.inc"
};

}  // namespace

const Translations& built_in_translations() {
    static const Translations translations(
        std::string_view(reinterpret_cast<const char*>(compiled), sizeof compiled));
    return translations;
}

}  // namespace vigyapti
