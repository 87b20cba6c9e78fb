#include "indexer/readers/csv.hpp"

#include <csv.h>
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"
#include "common/text/charset.hpp"
#include "indexer/readers/field_names.hpp"
#include "indexer/readers/string_list.hpp"

namespace vigyapti {
namespace {

constexpr std::array separators{',', ';', '\t', '|'};

// Excel begins a table with "sep=;" to say what its separator is. Removed from `text`.
std::optional<char> take_stated_separator(std::string_view& text) {
    if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
    const char separator = text[4];
    if (text[5] != '\n' && text[5] != '\r') return std::nullopt;
    text.remove_prefix(5);
    return separator;
}

// The separator that the first line holds most often outside of quotes.
char find_separator(std::string_view text) {
    constexpr std::size_t longest_header = 100'000;
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false;
    bool any = false;
    for (const char c : text.substr(0, longest_header)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if ((c == '\n' || c == '\r') && any) break;
        any = any || (c != '\n' && c != '\r');
        const auto* const found = std::find(separators.begin(), separators.end(), c);
        if (found != separators.end())
            ++counts[static_cast<std::size_t>(found - separators.begin())];
    }
    const auto* const best = std::max_element(counts.begin(), counts.end());
    return separators[static_cast<std::size_t>(best - counts.begin())];
}

// A name for a message: on one line, and not of any length.
std::string shown(std::string_view name) {
    constexpr std::size_t longest = 60;
    if (name.size() > longest) {
        std::size_t end = longest;
        while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80)
            --end;
        name = name.substr(0, end);
    }
    std::string out(name);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return fmt::format("\"{}\"", out);
}

class TableReader {
  public:
    TableReader(const Input& input, std::string_view charset, DraftSink& sink)
        : input_(input), charset_(charset), sink_(sink) {}

    void field(std::string_view value) noexcept {
        guard([&] {
            if (row_.size() < most_columns) row_.emplace_back(value);
            lines_in_row_ +=
                static_cast<std::uint64_t>(std::count(value.begin(), value.end(), '\n'));
        });
    }

    // `terminator`: the character behind the row, or negative at the end.
    void end_row(int terminator) noexcept {
        guard([&] {
            const bool behind_return = std::exchange(returned_, terminator == '\r');
            if (row_.empty()) {
                if (!(behind_return && terminator == '\n')) ++line_;
                return;
            }
            take_row();
            line_ += lines_in_row_ + 1;
            lines_in_row_ = 0;
            row_.clear();
        });
    }

    // The rest of the table is the value of a quote that nothing closes.
    void drop_open_row() {
        sink_.problem(line_, "a quote that is opened here is not closed");
        row_.clear();
    }

    bool stopped() const { return thrown_ != nullptr; }
    void finish() const {
        if (thrown_) std::rethrow_exception(thrown_);
        if (columns_.empty()) throw Error(ErrorCode::bad_input, "an empty table");
        if (!any_row_) sink_.nothing("a table without rows");
    }

  private:
    static constexpr std::size_t most_columns = 10'000;

    // No exception may pass through libcsv, which is C.
    template <class Call>
    void guard(Call call) noexcept {
        if (thrown_) return;
        try {
            call();
        } catch (...) {
            thrown_ = std::current_exception();
        }
    }

    void take_row() {
        if (columns_.empty()) return take_header();
        const bool blank = is_blank_row();
        any_row_ = any_row_ || !blank;
        const std::size_t count = std::min(columns_.size(), row_.size());
        for (std::size_t i = 0; i < count; ++i) {
            if (!columns_[i]) continue;
            std::erase(row_[i], '\0');
            if (!columns_[i]->field) join_list(row_[i]);
            values_.add(*columns_[i], std::move(row_[i]));
        }
        Draft draft = values_.take();
        if (draft.empty()) {
            if (!blank) sink_.problem(line_, "neither a title nor a text in it");
            return;
        }
        draft.charset = charset_;
        sink_.add(std::move(draft), fmt::format("{}:{}", input_.name, line_));
    }

    // Scrapers leave texts as lists of their paragraphs.
    static void join_list(std::string& text) {
        const auto paragraphs = read_string_list(text);
        if (!paragraphs) return;
        text.clear();
        for (const std::string& each : *paragraphs) {
            if (!text.empty()) text += '\n';
            text += each;
        }
    }

    bool is_blank_row() const {
        return std::all_of(row_.begin(), row_.end(),
                           [](const std::string& value) { return trimmed(value).empty(); });
    }

    void take_header() {
        bool any_text = false;
        for (const std::string& name : row_) {
            const auto meaning = find_release_field(trimmed(name));
            columns_.push_back(meaning);
            any_text = any_text ||
                       (meaning && (!meaning->field || *meaning->field == ReleaseField::title));
        }
        if (!any_text) refuse_header();
    }

    [[noreturn]] void refuse_header() const {
        constexpr std::size_t most_shown = 8;
        std::string names;
        for (std::size_t i = 0; i < std::min(row_.size(), most_shown); ++i) {
            if (i > 0) names += ", ";
            names += shown(row_[i]);
        }
        if (row_.size() > most_shown) names += ", …";
        throw Error(ErrorCode::bad_input,
                    fmt::format("no column is called title or text; the first row is {}", names),
                    "name the columns in the first row; known are " + known_field_names());
    }

    const Input& input_;
    const std::string charset_;
    DraftSink& sink_;
    std::vector<std::optional<ReleaseFieldName>> columns_;  // empty before the header
    std::vector<std::string> row_;
    NamedValues values_;
    std::uint64_t line_ = 1;  // that the row begins on
    std::uint64_t lines_in_row_ = 0;
    bool returned_ = false;
    bool any_row_ = false;  // behind the header
    std::exception_ptr thrown_;
};

void take_field(void* value, std::size_t size, void* table) {
    static_cast<TableReader*>(table)->field({static_cast<const char*>(value), size});
}

void take_end(int terminator, void* table) {
    static_cast<TableReader*>(table)->end_row(terminator);
}

// libcsv's parser.
class Parser {
  public:
    explicit Parser(char separator) {
        if (csv_init(&parser_, CSV_REPALL_NL) != 0) throw std::bad_alloc();
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
        // Its buffer grows by this much, and is copied each time.
        csv_set_blk_size(&parser_, 1U << 20U);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { csv_free(&parser_); }

    void parse(std::string_view text, TableReader& table) {
        constexpr std::size_t piece = 1U << 20U;
        while (!text.empty() && !table.stopped()) {
            const std::string_view next = text.substr(0, piece);
            if (csv_parse(&parser_, next.data(), next.size(), take_field, take_end, &table) !=
                next.size()) {
                throw std::bad_alloc();
            }
            text.remove_prefix(next.size());
        }
        if (is_in_quotes()) {
            table.drop_open_row();
        } else {
            csv_fini(&parser_, take_field, take_end, &table);
        }
    }

  private:
    bool is_in_quotes() const {
        constexpr int field_begun = 2;  // libcsv.c, FIELD_BEGUN
        return parser_.quoted != 0 && parser_.pstate == field_begun;
    }

    csv_parser parser_{};
};

}  // namespace

void read_csv(const Input& input, DraftSink& sink) {
    const DecodedText decoded = decode_text(input.bytes, input.charset);
    std::string_view text = decoded.text();
    const std::optional<char> stated = take_stated_separator(text);
    TableReader table(input, decoded.description(), sink);
    Parser(stated ? *stated : find_separator(text)).parse(text, table);
    table.finish();
}

}  // namespace vigyapti
