// Characters of a page: white space as browsers collapse it, and what no text needs.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti::html {

// Builds a line of text: runs of white space become one space, none at the ends. Dropped are
// control and formatting characters, soft hyphens among them; zero-width joiner and non-joiner
// stay behind letters of Indic scripts, where they choose between forms of a letter (Unicode
// Standard 15.0, 12.1). Characters U+0080 to U+009F are what windows-1252 has there, as browsers
// read
// "&#150;" (WHATWG HTML, "numeric character reference end state").
class CollapsedText {
  public:
    void add(std::string_view text);
    bool empty() const { return text_.empty(); }
    std::size_t size() const { return text_.size(); }
    const std::string& text() const { return text_; }
    // Ends with a space to come, when it is not empty: more text would stand apart from it.
    bool space_pending() const { return space_; }
    // The text, which is empty afterwards.
    std::string take();

  private:
    void add_code_point(char32_t c);

    std::string text_;
    bool space_ = false;
    char32_t last_ = 0;
};

// Where `page` holds NULs or a tag of thousands of attributes, which take libxml2 quadratic time, a
// copy without these; else nothing.
std::string without_hostile_tags(std::string_view page);

}  // namespace vigyapti::html
