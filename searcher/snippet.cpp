#include "searcher/snippet.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "common/text/grapheme.hpp"
#include "common/text/sentence.hpp"
#include "searcher/matcher.hpp"

namespace vigyapti {
namespace {

// Text beyond this much of one block is not looked at for a snippet.
constexpr std::size_t longest_analysed = 400'000;

// A block's say in which one is shown: the body wins unless it has clearly less to show.
double block_factor(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return 0.6;
        case BlockKind::credit:
            return 0.3;
        case BlockKind::body:
            break;
    }
    return 1;
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

bool fits(std::string_view text, std::size_t begin, std::size_t end, std::size_t graphemes) {
    // Most answers need no counting: a cluster takes a byte at least, and on average never 24.
    if (end - begin <= graphemes) return true;
    if (end - begin > graphemes * 24) return false;
    return count_graphemes(slice(text, begin, end)) <= graphemes;
}

struct Window {
    std::size_t first = 0;  // of the words found
    std::size_t last = 0;
    double score = 0;
};

// The score of a window that slides over found words: every group of words counts once, a
// repetition a tenth.
class WindowScore {
  public:
    explicit WindowScore(const std::vector<Found>& found) {
        for (const Found& each : found) {
            if (each.group >= groups_.size()) groups_.resize(each.group + 1);
            groups_[each.group].weight = std::max(groups_[each.group].weight, each.weight);
        }
    }

    void add(const Found& found) { ++groups_[found.group].count; }
    void remove(const Found& found) { --groups_[found.group].count; }

    double value() const {
        double score = 0;
        for (const auto& [weight, count] : groups_) {
            if (count == 0) continue;
            score += weight * (1 + 0.1 * static_cast<double>(std::min<std::size_t>(count - 1, 3)));
        }
        return score;
    }

  private:
    struct Group {
        double weight = 0;
        std::size_t count = 0;
    };
    std::vector<Group> groups_;
};

// How many clusters the beginning of each found word is behind that of the first. Each stretch of
// the text is counted once.
std::vector<std::size_t> distances(std::string_view text, const std::vector<Found>& found) {
    std::vector<std::size_t> out(found.size(), 0);
    for (std::size_t i = 1; i < found.size(); ++i) {
        out[i] =
            out[i - 1] + count_graphemes(slice(text, found[i - 1].span.begin, found[i].span.begin));
    }
    return out;
}

// The stretch of found words with the best score that leaves some room for its context; the first
// of equals.
Window best_window(std::string_view text, const std::vector<Found>& found, std::size_t graphemes) {
    Window best;
    WindowScore score(found);
    const std::vector<std::size_t> starts = distances(text, found);
    const auto length_of = [text](const Found& each) {
        return count_graphemes(slice(text, each.span.begin, each.span.end));
    };
    std::size_t first = 0;
    for (std::size_t last = 0; last < found.size(); ++last) {
        score.add(found[last]);
        while (first < last && starts[last] + length_of(found[last]) - starts[first] > graphemes) {
            score.remove(found[first]);
            ++first;
        }
        const double value = score.value();
        if (value > best.score) best = {first, last, value};
    }
    return best;
}

// The words of `text`, to cut at.
std::vector<Token> words_of(std::string_view text) {
    std::vector<Token> words;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);)
        words.push_back(token);
    return words;
}

struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool inside_before = false;  // begins inside a sentence
    bool inside_after = false;
};

// Widens [begin, end) to whole sentences where they fit into `graphemes`, else to whole words.
class Cutter {
  public:
    Cutter(std::string_view text, std::size_t graphemes) : text_(text), graphemes_(graphemes) {}

    Cut cut(std::size_t begin, std::size_t end) {
        const auto sentences = sentences_around(begin, end);
        const auto last = std::find_if(sentences.begin(), sentences.end(),
                                       [end](const TextSpan& each) { return each.end >= end; });
        const auto first = std::find_if(sentences.begin(), sentences.end(),
                                        [begin](const TextSpan& each) { return each.end > begin; });
        if (first == sentences.end() || last == sentences.end()) return {begin, end, true, true};
        Cut cut{begin, end, false, false};
        const std::size_t start = std::min(first->begin, begin);
        if (fits(text_, start, end, graphemes_)) {
            cut.begin = start;
        } else {
            cut.begin = word_start_before(begin, end);
            cut.inside_before = cut.begin > start;
        }
        for (auto next = last; next != sentences.end(); ++next) {
            if (!fits(text_, cut.begin, next->end, graphemes_)) break;
            cut.end = next->end;
        }
        if (cut.end < last->end) {
            cut.end = word_end_after(cut.begin, end);
            cut.inside_after = cut.end < last->end;
        }
        return cut;
    }

  private:
    // The sentences that a snippet around [begin, end) can reach: a line end is always the end of a
    // sentence, and what is further away than `reach` cannot be shown.
    std::vector<TextSpan> sentences_around(std::size_t begin, std::size_t end) const {
        const std::size_t reach = graphemes_ * 24;
        const auto line = begin == 0 ? text_.npos : text_.rfind('\n', begin - 1);
        const std::size_t line_begin = line == text_.npos ? 0 : line + 1;
        const std::size_t from =
            code_point_start(std::max(line_begin, begin - std::min(begin, reach)));
        const std::size_t horizon = std::min(text_.size(), end + reach);
        const std::size_t to =
            code_point_start(std::min({text_.find('\n', horizon), text_.size(), horizon + reach}));
        auto sentences = split_sentences(slice(text_, from, to));
        for (TextSpan& each : sentences) {
            each.begin += from;
            each.end += from;
        }
        return sentences;
    }

    std::size_t code_point_start(std::size_t at) const {
        while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U)
            ++at;
        return at;
    }

    // Some words of context before `begin`, up to a third of the room that is left.
    std::size_t word_start_before(std::size_t begin, std::size_t end) {
        const std::size_t used = count_graphemes(slice(text_, begin, end));
        const std::size_t room = graphemes_ > used ? (graphemes_ - used) / 3 : 0;
        std::size_t start = begin;
        // Far enough back; the first word from there on may be cut, and is not used.
        const std::size_t from = begin > room * 24 ? begin - room * 24 : 0;
        const auto words = words_of(slice(text_, from, begin));
        for (auto word = words.rbegin(); word != words.rend(); ++word) {
            const bool cut = from > 0 && word + 1 == words.rend();
            if (cut || !fits(text_, from + word->begin, begin, room)) break;
            start = from + word->begin;
        }
        return start;
    }

    std::size_t word_end_after(std::size_t begin, std::size_t end) {
        std::size_t stop = end;
        const std::size_t horizon = code_point_start(std::min(text_.size(), end + graphemes_ * 24));
        for (const Token& word : words_of(slice(text_, end, horizon))) {
            // A word that touches the horizon may go on behind it.
            if (end + word.end == horizon && horizon < text_.size()) break;
            if (!fits(text_, begin, end + word.end, graphemes_)) break;
            stop = end + word.end;
        }
        return stop;
    }

    std::string_view text_;
    std::size_t graphemes_;
};

Snippet snippet_from(const Block& block, const Cut& cut, const std::vector<Found>& found) {
    Snippet snippet;
    snippet.field = block.kind;
    snippet.text = block.text.substr(cut.begin, cut.end - cut.begin);
    std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
    for (const Found& each : found) {
        if (each.span.begin < cut.begin || each.span.end > cut.end) continue;
        snippet.highlights.push_back(
            {each.span.begin - cut.begin, each.span.end - cut.begin, each.span.road});
    }
    snippet.cut_before = cut.inside_before;
    snippet.cut_after = cut.inside_after;
    return snippet;
}

// The beginning of a block: as many sentences as fit, else words, else clusters of one endless
// word.
Cut beginning_of(std::string_view text, std::size_t graphemes) {
    if (text.empty()) return {};
    Cutter cutter(text, graphemes);
    Cut cut = cutter.cut(0, 0);
    if (cut.end == 0) cut = {0, grapheme_prefix(text, graphemes), false, true};
    return cut;
}

// Keeps a snippet within its measure when a single word of the match is beyond it.
void limit(Cut& cut, std::string_view text, std::size_t graphemes) {
    if (fits(text, cut.begin, cut.end, graphemes)) return;
    cut.end = cut.begin + grapheme_prefix(slice(text, cut.begin, cut.end), graphemes);
    cut.inside_after = true;
}

}  // namespace

std::vector<Highlight> find_highlights(std::string_view text, MatchField field,
                                       const std::vector<Match>& matches, Analyser& analyser) {
    Matcher matcher(matches, field);
    std::vector<Highlight> highlights;
    for (const Found& found : matcher.find(text, analyser))
        highlights.push_back(found.span);
    return highlights;
}

Snippet make_snippet(const Release& release, const std::vector<Match>& matches, Analyser& analyser,
                     std::size_t graphemes) {
    const Block* best_block = nullptr;
    std::vector<Found> best_found;
    Window best_window_found;
    const Block* first_body = nullptr;
    for (const Block& block : release.blocks) {
        if (first_body == nullptr && block.kind == BlockKind::body) first_body = &block;
        Matcher matcher(matches, match_field(block.kind));
        if (matcher.empty()) continue;
        const std::string_view text = std::string_view(block.text).substr(0, longest_analysed);
        std::vector<Found> found = matcher.find(text, analyser);
        Window window = best_window(text, found, graphemes);
        window.score *= block_factor(block.kind);
        if (window.score > best_window_found.score) {
            best_block = &block;
            best_found = std::move(found);
            best_window_found = window;
        }
    }
    if (best_block != nullptr) {
        const std::size_t begin = best_found[best_window_found.first].span.begin;
        const std::size_t end = best_found[best_window_found.last].span.end;
        Cut cut = Cutter(best_block->text, graphemes).cut(begin, end);
        limit(cut, best_block->text, graphemes);
        return snippet_from(*best_block, cut, best_found);
    }
    if (first_body == nullptr && !release.blocks.empty()) first_body = &release.blocks.front();
    if (first_body == nullptr) return {};
    return snippet_from(*first_body, beginning_of(first_body->text, graphemes), {});
}

}  // namespace vigyapti
