#include "indexer/readers/front_matter.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/base/split.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

// The next line, without its end, which is removed from `text`.
std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// What stands in the quotes that `value` begins with; nothing when they are not closed.
std::optional<std::string> quoted(std::string_view value) {
    const char quote = value.front();
    std::string out;
    for (std::size_t i = 1; i < value.size(); ++i) {
        const bool more = i + 1 < value.size();
        const bool escaped = more && (quote == '"' ? value[i] == '\\' : value.substr(i, 2) == "''");
        if (!escaped && value[i] == quote) return out;
        if (escaped) ++i;
        out += value[i];
    }
    return std::nullopt;
}

std::string scalar(std::string_view value) {
    value = trimmed(value);
    if (value.starts_with('"') || value.starts_with('\'')) {
        if (auto inner = quoted(value)) return *std::move(inner);
    }
    // A comment.
    return std::string(trimmed(value.substr(0, value.find(" #"))));
}

class FrontMatter {
  public:
    FrontMatter(char separator, NamedValues& values) : separator_(separator), values_(values) {}

    void read(std::string_view line) {
        const bool indented = line.starts_with(' ') || line.starts_with('\t');
        const std::string_view content = trimmed(line);
        if (block_) {
            if (indented || content.empty()) return add_to_block(content);
            finish();
        }
        if (content.starts_with("- ")) {
            if (list_) add(*list_, content.substr(2));
        } else if (!indented) {
            list_.reset();
            read_pair(content);
        }
    }

    void finish() {
        if (block_) values_.add(*block_, std::exchange(block_text_, {}));
        block_.reset();
    }

  private:
    void read_pair(std::string_view line) {
        const auto at = line.find(separator_);
        if (at == line.npos) return;
        const auto name = find_release_field(scalar(line.substr(0, at)));
        if (!name || !name->field) return;
        const std::string_view value = trimmed(line.substr(at + 1));
        if (value.empty()) {
            list_ = name;
        } else if (value.front() == '|' || value.front() == '>') {
            block_ = name;
        } else if (value.front() == '[' && value.back() == ']') {
            for (const std::string_view each : split(value.substr(1, value.size() - 2), ','))
                add(*name, each);
        } else {
            add(*name, value);
        }
    }

    void add(ReleaseFieldName name, std::string_view value) { values_.add(name, scalar(value)); }

    void add_to_block(std::string_view line) {
        if (!block_text_.empty()) block_text_ += ' ';
        block_text_ += line;
    }

    const char separator_;
    NamedValues& values_;
    std::optional<ReleaseFieldName> list_;   // whose values the next lines may be
    std::optional<ReleaseFieldName> block_;  // whose text the next lines are
    std::string block_text_;
};

bool is_end(std::string_view line, std::string_view fence) {
    line = trimmed(line);
    return line == fence || (line == "..." && fence == "---");
}

}  // namespace

void take_front_matter(std::string_view& text, NamedValues& values) {
    std::string_view rest = text;
    const std::string_view fence = trimmed(take_line(rest));
    if (fence != "---" && fence != "+++") return;
    FrontMatter front(fence == "---" ? ':' : '=', values);
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (is_end(line, fence)) {
            front.finish();
            text = rest;
            return;
        }
        front.read(line);
    }
    values.clear();
}

}  // namespace vigyapti
