#include "indexer/readers/pdf_bytes.hpp"

#include <algorithm>
#include <cstddef>

#include "common/base/ascii.hpp"

namespace vigyapti {
namespace {

constexpr long page_pixels = 500;

// A dictionary of a picture is shorter than this.
constexpr std::size_t longest_dictionary = 2000;

// How many pictures are looked at.
constexpr std::size_t most_images = 10'000;

// The number behind `key`; 0 when there is none.
long number_of(std::string_view dictionary, std::string_view key) {
    std::size_t at = dictionary.find(key);
    if (at == dictionary.npos) return 0;
    at = dictionary.find_first_not_of(" \r\n\t", at + key.size());
    long number = 0;
    for (; at < dictionary.size() && is_digit(dictionary[at]) && number < 1'000'000; ++at)
        number = number * 10 + (dictionary[at] - '0');
    return number;
}

// The bytes around `at` that may be of one dictionary: from the object's beginning to its stream.
std::string_view dictionary_around(std::string_view pdf, std::size_t at) {
    const std::size_t first = at - std::min(at, longest_dictionary);
    const std::string_view before = pdf.substr(first, at - first);
    const std::size_t object = before.rfind("obj");
    const std::size_t begin = object == before.npos ? first : first + object;
    const std::string_view rest = pdf.substr(begin, at - begin + longest_dictionary);
    return rest.substr(0, rest.find("stream"));
}

}  // namespace

bool has_page_sized_image(std::string_view pdf) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < most_images; ++i, ++at) {
        at = pdf.find("/Image", at);
        if (at == pdf.npos) break;
        const std::string_view dictionary = dictionary_around(pdf, at);
        if (number_of(dictionary, "/Width") >= page_pixels &&
            number_of(dictionary, "/Height") >= page_pixels) {
            return true;
        }
    }
    return false;
}

}  // namespace vigyapti
