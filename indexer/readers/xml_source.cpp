#include "indexer/readers/xml_source.hpp"

#include <fmt/core.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "common/base/ascii.hpp"
#include "common/text/windows_1252.hpp"

namespace vigyapti {
namespace {

bool is_xml_character(unsigned code) {
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
           (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= 0x10FFFF);
}

// The code point that "#8211" or "#x2013" stands for; 0 when it is none that XML has.
unsigned numeric_reference(std::string_view body) {
    body.remove_prefix(1);
    const bool hexadecimal = body.starts_with('x') || body.starts_with('X');
    if (hexadecimal) body.remove_prefix(1);
    unsigned code = 0;
    const auto [end, error] =
        std::from_chars(body.data(), body.data() + body.size(), code, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != body.data() + body.size()) return 0;
    if (code >= 0x80 && code < 0xA0 && windows_1252_signs[code - 0x80] != 0) {
        return windows_1252_signs[code - 0x80];
    }
    return is_xml_character(code) ? code : 0;
}

// The same for "amp" or "nbsp".
unsigned named_reference(std::string_view name) {
    if (name == "apos") return '\'';
    const std::string terminated(name);
    const htmlEntityDesc* const known =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    return known == nullptr ? 0 : known->value;
}

// No reference is longer.
constexpr std::size_t longest_reference = 12;

// libxml2 compares each attribute of a tag with each other one.
constexpr std::size_t most_attributes = 100;

class PlainXml {
  public:
    explicit PlainXml(std::string_view text) : text_(text) {}

    std::string run() {
        out_.reserve(text_.size() + text_.size() / 16);
        while (at_ < text_.size()) {
            switch (const char c = text_[at_]) {
                case '&':
                    take_reference();
                    break;
                case '<':
                    take_markup();
                    break;
                default:
                    take_run(c);
            }
        }
        return std::move(out_);
    }

  private:
    static bool is_forbidden(char c) {
        return c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    }

    void take_run(char first) {
        if (is_forbidden(first)) {
            out_ += ' ';
            ++at_;
            return;
        }
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '&' && text_[end] != '<' &&
               !is_forbidden(text_[end]))
            ++end;
        out_ += text_.substr(at_, end - at_);
        at_ = end;
    }

    void take_reference() {
        const std::string_view rest = text_.substr(at_ + 1, longest_reference);
        const std::size_t end = rest.find(';');
        unsigned code = 0;
        if (end != rest.npos && end > 1) {
            const std::string_view body = rest.substr(0, end);
            code = body.front() == '#' ? numeric_reference(body) : named_reference(body);
        }
        // A reference to nothing stays as it is written.
        out_ += fmt::format("&#{};", code == 0 ? unsigned{'&'} : code);
        at_ += code == 0 ? 1 : end + 2;
    }

    void take_markup() {
        constexpr std::string_view section = "<![CDATA[";
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with(section)) {
            if (no_more_sections_ || !take_verbatim("]]>")) {
                no_more_sections_ = true;
                at_ += section.size();
            }
            return;
        }
        if (rest.starts_with("<!--") && !no_more_comments_) {
            if (take_verbatim("-->")) return;
            no_more_comments_ = true;
        }
        if (rest.starts_with("<?") && !no_more_instructions_) {
            if (take_verbatim("?>")) return;
            no_more_instructions_ = true;
        }
        if (rest.size() > 1 && rest[1] != '!' && rest[1] != '?') return take_tag();
        out_ += '<';
        ++at_;
    }

    // Up to the '>' or to where another tag begins.
    void take_tag() {
        out_ += '<';
        char quote = 0;
        std::size_t attributes = 0;
        std::size_t whole = 0;  // up to the end of the name, then of the last attribute
        for (++at_; at_ < text_.size() && text_[at_] != '<';) {
            const char c = text_[at_];
            if (c == '&') {
                take_reference();
                continue;
            }
            ++at_;
            out_ += is_forbidden(c) ? ' ' : c;
            if (quote != 0) {
                if (c != quote) continue;
                quote = 0;
                if (attributes <= most_attributes) whole = out_.size();
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '=') {
                ++attributes;
            } else if (c == '>') {
                if (attributes <= most_attributes || whole == 0) return;
                out_.resize(whole);
                out_ += text_[at_ - 2] == '/' ? "/>" : ">";
                return;
            } else if (whole == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
                whole = out_.size();
            }
            if (attributes > most_attributes && whole > 0) out_.resize(whole);
        }
    }

    // Copies what ends in `end`; false when nothing does.
    bool take_verbatim(std::string_view end) {
        const std::size_t found = text_.find(end, at_);
        if (found == text_.npos) return false;
        const std::string_view whole = text_.substr(at_, found + end.size() - at_);
        std::replace_copy_if(whole.begin(), whole.end(), std::back_inserter(out_), is_forbidden,
                             ' ');
        at_ += whole.size();
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
    // Ends that were sought in vain once are not sought again.
    bool no_more_comments_ = false;
    bool no_more_sections_ = false;
    bool no_more_instructions_ = false;
};

}  // namespace

std::string plain_xml(std::string_view text) {
    text.remove_prefix(std::min(text.find('<'), text.size()));
    return PlainXml(text).run();
}

}  // namespace vigyapti
