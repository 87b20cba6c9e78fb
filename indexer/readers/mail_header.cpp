#include "indexer/readers/mail_header.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/charset.hpp"
#include "common/text/date.hpp"
#include "indexer/readers/header_fields.hpp"

namespace vigyapti {
namespace {

// =?charset*language?B?text?=
struct EncodedWord {
    std::string_view charset;
    char encoding;  // 'b' or 'q'
    std::string_view text;
    std::size_t end;  // in the field
};

// The encoded word at `begin`. No part of one has a question mark in it, so that each part is
// sought no further than to the next.
std::optional<EncodedWord> encoded_word_at(std::string_view raw, std::size_t begin) {
    const auto charset_end = raw.find('?', begin + 2);
    if (charset_end == raw.npos || charset_end + 2 >= raw.size()) return std::nullopt;
    const char encoding = to_lower(raw[charset_end + 1]);
    if ((encoding != 'b' && encoding != 'q') || raw[charset_end + 2] != '?') return std::nullopt;
    const auto text_begin = charset_end + 3;
    const auto text_end = raw.find('?', text_begin);
    if (text_end == raw.npos || raw.substr(text_end + 1, 1) != "=") return std::nullopt;
    std::string_view charset = raw.substr(begin + 2, charset_end - begin - 2);
    charset = charset.substr(0, charset.find('*'));  // RFC 2231, 5
    return EncodedWord{charset, encoding, raw.substr(text_begin, text_end - text_begin),
                       text_end + 2};
}

std::optional<unsigned> hex_digit(char c) {
    c = to_lower(c);
    if (is_digit(c)) return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    return std::nullopt;
}

void append_q(std::string_view text, std::string& bytes) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '=' && i + 2 < text.size()) {
            const auto high = hex_digit(text[i + 1]);
            const auto low = hex_digit(text[i + 2]);
            if (high && low) {
                bytes += static_cast<char>(*high * 16 + *low);
                i += 2;
                continue;
            }
        }
        bytes += text[i] == '_' ? ' ' : text[i];
    }
}

void append_b(std::string_view text, std::string& bytes) {
    GMimeEncoding decoder;
    g_mime_encoding_init_decode(&decoder, GMIME_CONTENT_ENCODING_BASE64);
    const std::size_t begin = bytes.size();
    bytes.resize(begin + g_mime_encoding_outlen(&decoder, text.size()));
    const std::size_t size =
        g_mime_encoding_flush(&decoder, text.data(), text.size(), bytes.data() + begin);
    bytes.resize(begin + size);
}

// White space and control characters, folds of the field among them, become one space.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code > 0x20 && code != 0x7F) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

class FieldDecoder {
  public:
    explicit FieldDecoder(std::string_view charset) : charset_(charset) {}

    // White space between two words belongs to neither.
    void add_text(std::string_view text) {
        if (trimmed(text).empty() && is_behind_word_) return;
        end_words();
        is_behind_word_ = false;
        text_ += decode_text(text, charset_).text();
    }

    void add_word(const EncodedWord& word) {
        if (!equals_ignoring_case(word.charset, words_charset_)) end_words();
        words_charset_ = word.charset;
        is_behind_word_ = true;
        (word.encoding == 'b' ? append_b : append_q)(word.text, words_);
    }

    std::string take() {
        end_words();
        return on_one_line(text_);
    }

  private:
    void end_words() {
        text_ += decode_text(words_, words_charset_).text();
        words_.clear();
    }

    const std::string_view charset_;
    std::string text_;
    std::string words_;  // bytes of the last words
    std::string_view words_charset_;
    bool is_behind_word_ = false;
};

// Where `c` first stands outside of quotation marks.
std::size_t find_unquoted(std::string_view text, char c) {
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            is_quoted = !is_quoted;
        } else if (text[i] == c && !is_quoted) {
            return i;
        }
    }
    return text.npos;
}

std::string unquoted(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') continue;
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        plain += text[i];
    }
    return plain;
}

}  // namespace

std::string decode_header(std::string_view raw, std::string_view charset) {
    FieldDecoder field(charset);
    std::size_t begin = 0;
    for (std::size_t at = 0; (at = raw.find("=?", at)) != raw.npos;) {
        const auto word = encoded_word_at(raw, at);
        if (!word) {
            at += 2;
            continue;
        }
        field.add_text(raw.substr(begin, at - begin));
        field.add_word(*word);
        begin = at = word->end;
    }
    field.add_text(raw.substr(begin));
    return field.take();
}

std::string display_name(std::string_view raw, std::string_view charset) {
    std::string_view name;
    if (const auto address = find_unquoted(raw, '<'); address != raw.npos) {
        name = raw.substr(0, address);
    } else if (const auto comment = find_unquoted(raw, '('); comment != raw.npos) {
        name = raw.substr(comment + 1);
        name = name.substr(0, name.rfind(')'));
    }
    std::string decoded = decode_header(unquoted(name), charset);
    // Some programs repeat the address where there is no name.
    return decoded.find('@') == decoded.npos ? decoded : std::string();
}

std::string day_of(std::string date) {
    if (parse_date(date)) return date;
    GDateTime* time = g_mime_utils_header_decode_date(date.c_str());
    if (time == nullptr) return date;
    const Date day{g_date_time_get_year(time), g_date_time_get_month(time),
                   g_date_time_get_day_of_month(time)};
    g_date_time_unref(time);
    return to_iso(day);
}

std::string_view without_brackets(std::string_view raw) {
    const auto open = raw.find('<');
    if (open == raw.npos) return trimmed(raw);
    raw.remove_prefix(open + 1);
    return trimmed(raw.substr(0, raw.find('>')));
}

std::string_view web_address(std::string_view raw) {
    const auto is_web = [](std::string_view address) {
        return address.starts_with("https://") || address.starts_with("http://");
    };
    for (;;) {
        const std::string_view address = without_brackets(raw);
        if (is_web(address) && address.find_first_of(" \t\r\n") == address.npos) return address;
        const auto close = raw.find('>');
        if (close == raw.npos) return {};
        raw.remove_prefix(close + 1);
    }
}

bool begins_with_field(std::string_view mail) {
    while (!mail.empty()) {
        const std::string_view line = take_line(mail);
        if (line.empty()) return false;
        const auto is_in_name = [](char c) { return c > ' ' && c < 0x7F && c != ':'; };
        const auto end = std::find_if_not(line.begin(), line.end(), is_in_name);
        if (end != line.begin() && end != line.end() && *end == ':') return true;
    }
    return false;
}

}  // namespace vigyapti
