// Reads a saved web page: one release, without the page around it.
//
// The page is decoded (its own words, Input::charset), parsed into a tree by libxml2 (html/tree.hpp
// says why), cut into lines (html/lines.hpp), and the text is found among them
// (html/main_text.hpp). What is found elsewhere becomes boilerplate, in the order of the page.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "indexer/reader.hpp"
#include "indexer/readers/html/lines.hpp"

namespace vigyapti {

// libxml2 makes its tables at its first use, which several threads may not do at once.
void prepare_html();

// Throws Error(bad_input) for a page without text, and for one that is nothing but links to others.
void read_html(const Input& input, DraftSink& sink);

// Adds to `draft` the text of HTML that is all text, such as the content of a feed's item or of a
// mail: nothing of it is taken for furniture. `html`: valid UTF-8. Metadata are not looked for.
void add_html_text(std::string_view html, Draft& draft);

// Says of each line whether it is text.
using TextJudge =
    std::function<std::vector<bool>(const html::Tree& tree, const std::vector<html::Line>& lines)>;

// The same; lines that `is_text` takes for none are boilerplate.
void add_html_text(std::string_view html, const TextJudge& is_text, Draft& draft);

}  // namespace vigyapti
