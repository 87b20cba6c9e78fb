// Command lines of vigyapti-index and what becomes of them.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "indexer/options.hpp"

namespace vigyapti::test {

inline IndexOptions parse_index_words(std::vector<std::string> words) {
    std::vector<const char*> argv{"vigyapti-index"};
    for (const std::string& word : words)
        argv.push_back(word.c_str());
    return parse_index_options(static_cast<int>(argv.size()), argv.data());
}

// "usage: message" or "configuration: message"; empty when the words are fine.
inline std::string message_of(std::vector<std::string> words) {
    try {
        parse_index_words(std::move(words));
    } catch (const Error& error) {
        CHECK((error.code() == ErrorCode::usage || error.code() == ErrorCode::configuration));
        const bool usage = error.code() == ErrorCode::usage;
        return (usage ? "usage: " : "configuration: ") + std::string(error.what());
    }
    return "";
}

inline std::optional<ErrorCode> error_of(std::vector<std::string> words) {
    try {
        parse_index_words(std::move(words));
    } catch (const Error& error) {
        CHECK_FALSE(std::string(error.what()).empty());
        return error.code();
    }
    return std::nullopt;
}

}  // namespace vigyapti::test
