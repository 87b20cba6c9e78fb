// Numbers as releases write them: "5 lakh", 5,00,000, "half a million", पाँच लाख, साढ़े तीन करोड़. One
// value is read from any of them and written in the ways of either language.
//
// Lakh (10^5), crore (10^7), अरब (10^9) and खरब (10^11) are those of Indian English and Hindi;
// billion and trillion are 10^9 and 10^12. The cardinals are those of Kellogg, A Grammar of the
// Hindi Language (1893), in the spellings of today.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// A number that some words begin with.
struct NumberRun {
    std::size_t count = 0;  // of the words
    std::uint64_t value = 0;
};

// `words`: exact forms (Term::exact), of either language. What could be a year or a plain small
// number is none: a number has a word such as hundred or lakh, or is at least 100,000 in digits.
std::optional<NumberRun> read_number(std::span<const std::string> words);

// The ways in which English or Hindi texts write a number that read_number gives, each to be
// analysed: "5 lakh", "five lakh", "500000". Empty where no way is short: 1,234,567 is written so
// only.
std::vector<std::string> write_number(std::uint64_t value, bool hindi);

}  // namespace vigyapti
