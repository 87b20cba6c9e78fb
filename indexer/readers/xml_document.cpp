#include "indexer/readers/xml_document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/field_names.hpp"

namespace vigyapti {
namespace {

// How deep elements that are fields may stand: the root is 1.
constexpr std::size_t deepest_field = 3;

// NITF 3.6 (hl1, hedline; body.content) and NewsML-G2 (headline; inlineXML, inlineData).
constexpr std::array<std::string_view, 4> news_roots{"nitf", "newsml", "newsitem", "newsmessage"};
constexpr std::array<std::string_view, 3> news_texts{"body.content", "inlinexml", "inlinedata"};
constexpr std::array<std::string_view, 2> news_titles{"hl1", "headline"};
// NITF's dates are attributes: norm="20231017T101500+0530".
constexpr std::array<std::string_view, 2> dates_in_norm{"date.issue", "story.date"};
constexpr std::array<std::string_view, 3> news_dates{"versioncreated", "firstcreated",
                                                     "contentcreated"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "20231017T101500+0530" as "2023-10-17", which is how dates are read.
std::string plain_date(std::string_view norm) {
    const std::string_view day = norm.substr(0, 8);
    if (day.size() != 8 || !std::all_of(day.begin(), day.end(), is_digit)) return std::string(norm);
    return std::string(day.substr(0, 4)) + '-' + std::string(day.substr(4, 2)) + '-' +
           std::string(day.substr(6));
}

}  // namespace

void DocumentHandler::start(const XmlName& name, std::span<const XmlAttribute> attributes) {
    Element element{lowered(name.local)};
    if (open_.empty()) {
        is_news_ = is_one_of(news_roots, element.name);
        element.is_silent = is_news_;
    } else {
        Element& parent = open_.back();
        if (!parent.has_text) break_line();
        element.is_field = parent.is_field || may_be_field(element.name);
        element.is_silent = parent.is_silent && !is_one_of(news_texts, element.name);
        if (element.is_field && !parent.is_field) field_.clear();
    }
    if (is_news_ && is_one_of(dates_in_norm, element.name)) {
        draft_.add(ReleaseField::date, Origin::record,
                   plain_date(attribute_value(attributes, "", "norm")));
    }
    draft_.add(ReleaseField::lang, Origin::markup,
               std::string(attribute_value(attributes, "xml", "lang")));
    open_.push_back(std::move(element));
}

bool DocumentHandler::may_be_field(std::string_view name) const {
    if (is_news_) {
        return open_.back().is_silent &&
               ((is_one_of(news_titles, name) && !has_title_) || is_one_of(news_dates, name));
    }
    if (open_.size() >= deepest_field || open_.back().has_text) return false;
    const auto meaning = find_release_field(name);
    return meaning && meaning->field && !(meaning->field == ReleaseField::title && has_title_);
}

void DocumentHandler::text(std::string_view text) {
    Element& element = open_.back();
    if (element.is_field) {
        field_ += text;
        return;
    }
    if (element.is_silent) return;
    const bool blank = trimmed(text).empty();
    if (!blank) {
        // What goes on behind an element shows that this stood within the text.
        if (break_is_due_ && !element.has_text) break_line();
        break_is_due_ = false;
        element.has_text = true;
    }
    // White space of any length, lines too, is one space.
    for (const char c : text) {
        const bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!white) {
            body_ += c;
        } else if (!body_.empty() && body_.back() != ' ' && body_.back() != '\n') {
            body_ += ' ';
        }
    }
}

void DocumentHandler::end() {
    const Element element = std::move(open_.back());
    open_.pop_back();
    if (element.is_field) {
        if (open_.empty() || !open_.back().is_field) take_field(element.name);
        return;
    }
    if (open_.empty() || !open_.back().has_text) {
        break_line();
    } else {
        break_is_due_ = true;
    }
}

void DocumentHandler::take_field(std::string_view name) {
    const std::string value(trimmed(std::exchange(field_, {})));
    if (value.empty()) return;
    ReleaseField field = ReleaseField::date;
    if (is_one_of(news_titles, name) && is_news_) {
        field = ReleaseField::title;
    } else if (!is_news_) {
        field = *find_release_field(name)->field;
    }
    has_title_ = has_title_ || field == ReleaseField::title;
    draft_.add(field, Origin::record, value);
}

void DocumentHandler::break_line() {
    break_is_due_ = false;
    while (body_.ends_with(' '))
        body_.pop_back();
    if (!body_.empty() && body_.back() != '\n') body_ += '\n';
}

Draft DocumentHandler::take() {
    if (!trimmed(field_).empty()) break_line();
    draft_.add(PartKind::body, std::string(trimmed(body_)));
    draft_.begins_with_title = true;
    return std::move(draft_);
}

}  // namespace vigyapti
