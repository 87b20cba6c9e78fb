#include "indexer/readers/string_list.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

class ListReader {
  public:
    explicit ListReader(std::string_view value) : rest_(trimmed(value)) {}

    std::optional<std::vector<std::string>> read() {
        std::vector<std::string> texts;
        if (!take('[')) return std::nullopt;
        do {
            skip_space();
            // Python allows a comma behind the last.
            if (!texts.empty() && rest_.starts_with(']')) break;
            auto text = read_string();
            if (!text) return std::nullopt;
            texts.push_back(std::move(*text));
            skip_space();
        } while (take(','));
        if (!take(']') || !rest_.empty()) return std::nullopt;
        return texts;
    }

  private:
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_space() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
    }

    std::optional<std::string> read_string() {
        if (!rest_.starts_with('\'') && !rest_.starts_with('"')) return std::nullopt;
        const char quote = rest_.front();
        rest_.remove_prefix(1);
        std::string text;
        const char ends[] = {quote, '\\'};
        for (;;) {
            const auto plain = rest_.find_first_of(std::string_view(ends, 2));
            if (plain == rest_.npos) return std::nullopt;
            text += rest_.substr(0, plain);
            rest_.remove_prefix(plain);
            if (take(quote)) return text;
            rest_.remove_prefix(1);
            if (!read_escape(text)) return std::nullopt;
        }
    }

    // What stands behind a backslash, in either notation.
    bool read_escape(std::string& text) {
        if (rest_.empty()) return false;
        const char c = rest_.front();
        rest_.remove_prefix(1);
        switch (c) {
            case 'n':
            case 'r':
                text += '\n';
                return true;
            case 't':
            case 'b':
            case 'f':
            case 'v':
            case 'a':
                text += ' ';
                return true;
            case 'x':
                return read_code(2, text);
            case 'u':
                return read_code(4, text);
            case 'U':
                return read_code(8, text);
            case '\\':
            case '\'':
            case '"':
            case '/':
                text += c;
                return true;
            default:
                return false;
        }
    }

    bool read_code(std::size_t digits, std::string& text) {
        auto code = hex(digits);
        if (!code) return false;
        // JSON writes what is beyond 16 bits as two codes.
        if (*code >= 0xD800 && *code < 0xDC00 && rest_.starts_with("\\u")) {
            rest_.remove_prefix(2);
            const auto low = hex(4);
            if (!low || *low < 0xDC00 || *low > 0xDFFF) return false;
            code = 0x10000 + (*code - 0xD800) * 0x400 + (*low - 0xDC00);
        }
        const bool is_character =
            *code != 0 && *code <= 0x10FFFF && (*code < 0xD800 || *code > 0xDFFF);
        if (is_character) append_utf8(text, *code);
        return is_character;
    }

    std::optional<char32_t> hex(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        std::uint32_t code = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = to_lower(rest_[i]);
            const bool is_hex = is_digit(c) || (c >= 'a' && c <= 'f');
            if (!is_hex) return std::nullopt;
            code = code * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
        }
        rest_.remove_prefix(digits);
        return code;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<std::vector<std::string>> read_string_list(std::string_view value) {
    return ListReader(value).read();
}

}  // namespace vigyapti
