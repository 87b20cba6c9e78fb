#include "common/text/declared_charset.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/text/charset_label.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t longest_scan = 1024;
constexpr std::string_view space = " \t\r\n\f";
constexpr std::string_view space_or_slash = " \t\r\n\f/";

void skip(std::string_view& rest, std::string_view set) {
    rest.remove_prefix(std::min(rest.find_first_not_of(set), rest.size()));
}

// Takes what stands before one of `ends` (or all) off `rest`.
std::string_view take_until(std::string_view& rest, std::string_view ends) {
    const std::string_view taken = rest.substr(0, rest.find_first_of(ends));
    rest.remove_prefix(taken.size());
    return taken;
}

void skip_behind(std::string_view& rest, std::string_view end) {
    const auto found = rest.find(end);
    rest.remove_prefix(found == rest.npos ? rest.size() : found + end.size());
}

// The value in front of `rest`, in quotes or up to one of `ends`. A quote that is not closed
// holds nothing.
std::string_view take_value(std::string_view& rest, std::string_view ends) {
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return take_until(rest, ends);
    const auto end = rest.find(rest[0], 1);
    if (end == rest.npos) {
        rest = {};
        return {};
    }
    const std::string_view value = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    return value;
}

struct Attribute {
    std::string_view name;  // empty behind the last
    std::string_view value;
};

// The next attribute of a tag, behind whose name or attribute `rest` stands.
Attribute take_attribute(std::string_view& rest) {
    skip(rest, space_or_slash);
    if (rest.empty() || rest[0] == '>') return {};
    Attribute attribute;
    // A name may begin with '='.
    std::string_view behind = rest.substr(1);
    const std::size_t length = 1 + take_until(behind, " \t\r\n\f/>=").size();
    attribute.name = rest.substr(0, length);
    rest = behind;
    skip(rest, space);
    if (!rest.starts_with('=')) return attribute;
    rest.remove_prefix(1);
    skip(rest, space);
    attribute.value = take_value(rest, " \t\r\n\f>");
    return attribute;
}

std::string_view known_or_empty(std::string_view label) {
    return find_charset(label) != nullptr ? label : std::string_view();
}

// The label that a <meta> declares, behind whose name `rest` stands.
std::string_view take_meta(std::string_view& rest) {
    std::string_view charset;
    std::string_view content;
    bool is_type = false;
    for (;;) {
        const Attribute attribute = take_attribute(rest);
        if (attribute.name.empty()) break;
        if (charset.empty() && equals_ignoring_case(attribute.name, "charset"))
            charset = attribute.value;
        if (content.empty() && equals_ignoring_case(attribute.name, "content"))
            content = declared_in_content_type(attribute.value);
        is_type = is_type || (equals_ignoring_case(attribute.name, "http-equiv") &&
                              equals_ignoring_case(attribute.value, "content-type"));
    }
    if (!charset.empty()) return known_or_empty(charset);
    return is_type ? known_or_empty(content) : std::string_view();
}

// The label of the XML declaration that `text` begins with.
std::string_view declared_in_xml(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    text.remove_prefix(5);
    std::string_view rest = text.substr(0, text.find("?>"));
    if (rest.size() == text.size() || rest.empty() || space.find(rest[0]) == space.npos) return {};
    for (;;) {
        const Attribute attribute = take_attribute(rest);
        if (attribute.name.empty()) return {};
        if (attribute.name == "encoding") return known_or_empty(attribute.value);
    }
}

bool begins_tag(std::string_view rest) {
    const std::size_t letter = rest.size() > 1 && rest[1] == '/' ? 2 : 1;
    return rest.size() > letter && is_letter(rest[letter]);
}

bool begins_meta(std::string_view rest) {
    constexpr std::string_view name = "<meta";
    return starts_ignoring_case(rest, name) && rest.size() > name.size() &&
           space_or_slash.find(rest[name.size()]) != space_or_slash.npos;
}

void skip_tag(std::string_view& rest) {
    take_until(rest, " \t\r\n\f>");
    while (!take_attribute(rest).name.empty()) {
    }
}

void skip_comment(std::string_view& rest) {
    // "<!-->" is a whole comment.
    rest.remove_prefix(2);
    skip_behind(rest, "-->");
}

}  // namespace

std::string_view declared_in_content_type(std::string_view type) {
    constexpr std::string_view name = "charset";
    for (; type.size() >= name.size(); type.remove_prefix(1)) {
        if (!starts_ignoring_case(type, name)) continue;
        std::string_view rest = type.substr(name.size());
        skip(rest, space);
        if (!rest.starts_with('=')) continue;
        rest.remove_prefix(1);
        skip(rest, space);
        return take_value(rest, " \t\r\n\f;");
    }
    return {};
}

std::string_view declared_in_markup(std::string_view bytes) {
    std::string_view rest = bytes.substr(0, longest_scan);
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    const std::string_view in_xml = declared_in_xml(rest);
    if (!in_xml.empty()) return in_xml;
    for (;;) {
        take_until(rest, "<");
        if (rest.empty()) return {};
        if (rest.starts_with("<!--")) {
            skip_comment(rest);
        } else if (begins_meta(rest)) {
            rest.remove_prefix(5);
            const std::string_view label = take_meta(rest);
            if (!label.empty()) return label;
        } else if (begins_tag(rest)) {
            skip_tag(rest);
        } else if (rest.size() > 1 && std::string_view("!/?").find(rest[1]) != rest.npos) {
            skip_behind(rest, ">");
        } else {
            rest.remove_prefix(1);
        }
    }
}

}  // namespace vigyapti
