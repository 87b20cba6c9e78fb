#include "indexer/readers/jsonl.hpp"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>

#include "common/base/error.hpp"
#include "indexer/readers/json_record.hpp"

namespace vigyapti {
namespace {

static_assert(reader_padding >= simdjson::SIMDJSON_PADDING);

class LineReader {
  public:
    LineReader(const Input& input, DraftSink& sink) : input_(input), sink_(sink) {}

    void read_all() {
        std::string_view rest = input_.bytes;
        if (input_.first_line == 1 && rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
        for (std::uint64_t line = input_.first_line; !rest.empty(); ++line) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view text = rest.substr(0, end);
            if (text.find_first_not_of(" \t\r") != text.npos) read_line(text, line);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

  private:
    void read_line(std::string_view text, std::uint64_t line) {
        try {
            // The padding behind the input lets the parser read beyond the line without a copy.
            Draft draft = read_json_record(parser_.parse(text.data(), text.size(), false), values_);
            sink_.add(std::move(draft), fmt::format("{}:{}", input_.name, line));
        } catch (const simdjson::simdjson_error& error) {
            sink_.problem(line, fmt::format("not valid JSON: {}", error.what()));
        } catch (const Error& error) {
            sink_.problem(line, error.what());
        }
    }

    const Input& input_;
    DraftSink& sink_;
    simdjson::dom::parser parser_;
    NamedValues values_;
};

}  // namespace

void read_jsonl(const Input& input, DraftSink& sink) {
    LineReader(input, sink).read_all();
}

}  // namespace vigyapti
