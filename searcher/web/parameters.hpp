// What is asked of the page, of the C API and of links: named parameters ↔ PageQuery.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.hpp"
#include "searcher/web/form.hpp"

namespace vigyapti {

enum class PageView : std::uint8_t {
    search,
    release,   // one release, whole
    complete,  // what the beginning of a word may become
    help,
    file,  // what belongs to the page itself
};

struct PageQuery {
    PageView view = PageView::search;
    Request request;
    std::size_t page = 1;
    std::string format = "html";
    std::string ui;                    // "hi", "en" or, not asked for, empty
    std::string from;                  // the dates of the request's filter as they were written
    std::string to;                    //
    std::string name;                  // of the release or the file, or what is to be completed
    std::vector<std::string> notices;  // what was not taken as written, a sentence each
};

inline constexpr std::size_t most_on_page = 100;
inline constexpr std::size_t last_page = 1000;
inline constexpr std::size_t most_values = 20;  // of lang, of country and of source

// Reads q, page, n, lang, country, source, from, to, sort, cross, all, like, versions, facet,
// format, ui, id, complete, view and file; vigyapti.cgi(8) says what they mean. Empty ones are as
// if they were not there, others are passed over; of one that stands several times the last holds,
// but for lang, country, source and facet. Dates are counted from `today`. Throws Error(bad_input)
// that names the parameter where a value is none of those that there are, or is one too many.
PageQuery read_parameters(const Form& form, const Date& today = current_day());

// The parameters of which read_parameters makes the same query, without those that say what holds
// anyway.
Form to_form(const PageQuery& query);

// A link within the page: "?" and the form.
std::string page_link(const PageQuery& query);

}  // namespace vigyapti
