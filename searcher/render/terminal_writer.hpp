// Text on a terminal: styles, links, and lines broken between words. Knows nothing of results.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/registry.hpp"

namespace vigyapti {

inline constexpr std::string_view title_style = "\x1b[1m";
inline constexpr std::string_view match_style = "\x1b[1;31m";
inline constexpr std::string_view quiet_style = "\x1b[2m";

// Appends to a string. Control characters in texts become question marks. No style and no link
// reaches beyond its line, so that a pager may begin anywhere.
class TerminalWriter {
  public:
    static constexpr std::size_t indent = 4;

    // Both must outlive the writer.
    TerminalWriter(const RenderOptions& options, std::string& out);

    // The columns that texts may take. On a wide terminal fewer than it has: the eye loses the
    // beginning of the next line when lines are long.
    std::size_t measure() const;

    // `text` in `style`; "" is plain.
    void write(std::string_view style, std::string_view text);

    // `text` from `column` on, broken between words; further lines begin below the indentation.
    void flow(std::string_view text, const std::vector<Highlight>& highlights,
              std::string_view style, std::size_t column);

    // `pieces` below the indentation, with a dot between two on a line, broken between pieces
    // rather than within one.
    void flow_list(const std::vector<std::string>& pieces, std::string_view style);

    void begin_indented();
    void end_line();

    // What is written until the other is called leads to `target`, which link_target has made. Only
    // with RenderOptions::links.
    void begin_link(const std::string& target);
    void end_link();

  private:
    void set_style(std::string_view style);
    void break_line();
    void put_link(std::string_view target);
    void write_word(std::string_view text, std::size_t begin, std::size_t end,
                    const std::vector<Highlight>& highlights, std::string_view style);

    const RenderOptions& options_;
    std::string& out_;
    std::string_view style_;
    std::string link_;
};

}  // namespace vigyapti
