#include "searcher/query/word_spans.hpp"

#include <utility>

#include "searcher/query/lexer.hpp"

namespace vigyapti {
namespace {

// Lexemes do not know where they stand, but their texts follow one another in the query.
class Finder {
  public:
    explicit Finder(std::string_view query) : query_(query) {}

    QuerySpans find() {
        for (const Lexeme& lexeme : split_query(query_)) {
            if (lexeme.kind != LexemeKind::leaf || lexeme.sign != ' ') out_.simple = false;
            if (lexeme.field) pass(":");
            if (!take(lexeme)) break;
        }
        return std::move(out_);
    }

  private:
    // Goes behind the next `part`.
    bool pass(std::string_view part) {
        const auto found = query_.find(part, at_);
        if (found == query_.npos) return false;
        at_ = found + part.size();
        return true;
    }

    bool take(const Lexeme& lexeme) {
        const bool without = std::exchange(without_, false);
        const bool minus = lexeme.sign == '-' || without;
        const bool excluded = minus || (!brackets_.empty() && brackets_.back());
        switch (lexeme.kind) {
            case LexemeKind::open:
                brackets_.push_back(excluded);
                return pass("(");
            case LexemeKind::close:
                if (!brackets_.empty()) brackets_.pop_back();
                return pass(")");
            case LexemeKind::leaf:
                if (!pass(lexeme.text)) return false;
                if (!excluded) add(lexeme);
                return true;
            case LexemeKind::without:
                without_ = true;
                break;
            default:
                break;
        }
        return pass(lexeme.text);
    }

    void add(const Lexeme& lexeme) {
        const bool text = !lexeme.field || field(*lexeme.field).kind == FieldKind::text;
        const bool beginning = !lexeme.quoted && lexeme.text.ends_with('*');
        const bool bare =
            lexeme.sign == ' ' && !lexeme.field && !lexeme.exact && !lexeme.quoted && !beginning;
        if (!bare) out_.simple = false;
        if (!text || beginning) return;
        out_.leaves.push_back({at_ - lexeme.text.size(), at_, lexeme.field, lexeme.quoted, bare});
    }

    std::string_view query_;
    std::size_t at_ = 0;
    bool without_ = false;
    std::vector<bool> brackets_;  // whether what is in them is excluded
    QuerySpans out_;
};

}  // namespace

QuerySpans find_word_spans(std::string_view query) {
    return Finder(query).find();
}

}  // namespace vigyapti
