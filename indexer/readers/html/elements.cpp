#include "indexer/readers/html/elements.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vigyapti::html {
namespace {

// Sorted by name.
constexpr std::array<std::pair<std::string_view, Tag>, 88> tags{{
    {"a", Tag::a},
    {"address", Tag::block},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::audio},
    {"b", Tag::b},
    {"blockquote", Tag::blockquote},
    {"body", Tag::body},
    {"br", Tag::br},
    {"button", Tag::button},
    {"canvas", Tag::canvas},
    {"caption", Tag::caption},
    {"center", Tag::center},
    {"cite", Tag::cite},
    {"dd", Tag::dd},
    {"details", Tag::details},
    {"dialog", Tag::dialog},
    {"dir", Tag::block},
    {"div", Tag::div},
    {"dl", Tag::dl},
    {"dt", Tag::dt},
    {"em", Tag::i},
    {"fieldset", Tag::fieldset},
    {"figcaption", Tag::figcaption},
    {"figure", Tag::figure},
    {"font", Tag::font},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"frame", Tag::frame},
    {"frameset", Tag::frameset},
    {"h1", Tag::h1},
    {"h2", Tag::h2},
    {"h3", Tag::h3},
    {"h4", Tag::h4},
    {"h5", Tag::h5},
    {"h6", Tag::h6},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hgroup", Tag::block},
    {"hr", Tag::hr},
    {"html", Tag::html},
    {"i", Tag::i},
    {"iframe", Tag::iframe},
    {"img", Tag::img},
    {"input", Tag::input},
    {"legend", Tag::legend},
    {"li", Tag::li},
    {"link", Tag::link},
    {"listing", Tag::block},
    {"main", Tag::main},
    {"map", Tag::map},
    {"marquee", Tag::block},
    {"menu", Tag::menu},
    {"meta", Tag::meta},
    {"nav", Tag::nav},
    {"noframes", Tag::noframes},
    {"noscript", Tag::noscript},
    {"object", Tag::object},
    {"ol", Tag::ol},
    {"option", Tag::option},
    {"p", Tag::p},
    {"pre", Tag::pre},
    {"rp", Tag::rp},
    {"rt", Tag::rt},
    {"script", Tag::script},
    {"section", Tag::section},
    {"select", Tag::select},
    {"small", Tag::small},
    {"strong", Tag::strong},
    {"style", Tag::style},
    {"sub", Tag::sub},
    {"summary", Tag::summary},
    {"sup", Tag::sup},
    {"svg", Tag::svg},
    {"table", Tag::table},
    {"tbody", Tag::tbody},
    {"td", Tag::td},
    {"template", Tag::template_},
    {"textarea", Tag::textarea},
    {"tfoot", Tag::tfoot},
    {"th", Tag::th},
    {"thead", Tag::thead},
    {"time", Tag::time},
    {"title", Tag::title},
    {"tr", Tag::tr},
    {"ul", Tag::ul},
    {"video", Tag::video},
    {"xmp", Tag::block},
}};

constexpr std::array<std::pair<std::string_view, AttributeName>, 20> attributes{{
    {"aria-hidden", AttributeName::aria_hidden},
    {"class", AttributeName::class_},
    {"content", AttributeName::content},
    {"datetime", AttributeName::datetime},
    {"face", AttributeName::face},
    {"hidden", AttributeName::hidden},
    {"href", AttributeName::href},
    {"http-equiv", AttributeName::http_equiv},
    {"id", AttributeName::id},
    {"itemprop", AttributeName::itemprop},
    {"lang", AttributeName::lang},
    {"name", AttributeName::name},
    {"property", AttributeName::property},
    {"pubdate", AttributeName::pubdate},
    {"rel", AttributeName::rel},
    {"role", AttributeName::role},
    {"style", AttributeName::style},
    {"title", AttributeName::title},
    {"type", AttributeName::type},
    {"xml:lang", AttributeName::lang},
}};

template <class Table>
auto look_up(const Table& table, std::string_view name) {
    const auto found = std::lower_bound(
        table.begin(), table.end(), name,
        [](const auto& row, std::string_view wanted) { return row.first < wanted; });
    using Value = decltype(found->second);
    return found != table.end() && found->first == name ? found->second : Value{};
}

static_assert(std::is_sorted(tags.begin(), tags.end()));
static_assert(std::is_sorted(attributes.begin(), attributes.end()));

}  // namespace

Tag tag_named(std::string_view name) {
    return look_up(tags, name);
}

AttributeName attribute_named(std::string_view name) {
    return look_up(attributes, name);
}

bool begins_line(Tag tag) {
    switch (tag) {
        case Tag::other:
        case Tag::text:
        case Tag::a:
        case Tag::b:
        case Tag::cite:
        case Tag::font:
        case Tag::i:
        case Tag::img:
        case Tag::input:
        case Tag::rp:
        case Tag::rt:
        case Tag::small:
        case Tag::strong:
        case Tag::sub:
        case Tag::sup:
        case Tag::time:
            return false;
        default:
            return true;
    }
}

bool is_invisible(Tag tag) {
    switch (tag) {
        case Tag::audio:
        case Tag::canvas:
        case Tag::head:
        case Tag::iframe:
        case Tag::map:
        case Tag::object:
        case Tag::rp:
        case Tag::script:
        case Tag::style:
        case Tag::svg:
        case Tag::template_:
        case Tag::title:
        case Tag::video:
            return true;
        default:
            return false;
    }
}

bool is_control(Tag tag) {
    switch (tag) {
        case Tag::button:
        case Tag::input:
        case Tag::legend:
        case Tag::option:
        case Tag::select:
        case Tag::textarea:
            return true;
        default:
            return false;
    }
}

}  // namespace vigyapti::html
