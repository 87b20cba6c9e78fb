#include "indexer/readers/mail_quotes.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/trim.hpp"
#include "common/text/date.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/mail_header.hpp"
#include "indexer/readers/mail_quote_marks.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t longest_note = 500;  // code points

enum class Opening : std::uint8_t { marked_forward, older, attributed, quotation };

class QuoteReader {
  public:
    explicit QuoteReader(const std::vector<MailLine>& lines) : lines_(lines) {
        reading_.is_text.assign(lines.size(), false);
    }

    MailReading read(MailKind kind) {
        std::size_t begin = 0;
        std::uint32_t depth = 0;
        for (;;) {
            const auto opening = find_opening(begin, depth, kind);
            const std::size_t end = opening ? opening->second : lines_.size();
            if (!opening || !is_forward(opening->first, kind, has_words(begin, end, depth))) {
                take(begin, end, depth);
                break;
            }
            const std::size_t next = enter(opening->second, kind);
            if (next == lines_.size()) {
                take(begin, end, depth);
                break;
            }
            notes_.push_back({begin, end, depth});
            begin = reading_.begin = next;
            depth = lines_[next].depth;
        }
        keep_long_notes();
        return std::move(reading_);
    }

  private:
    struct Stretch {
        std::size_t begin;
        std::size_t end;
        std::uint32_t depth;
    };

    static bool is_forward(Opening opening, MailKind kind, bool has_note) {
        if (opening == Opening::marked_forward || kind == MailKind::forward) return true;
        return opening == Opening::older && (kind == MailKind::plain || !has_note);
    }

    // Where the text that begins at `begin` ends, unless it goes on to the end.
    std::optional<std::pair<Opening, std::size_t>> find_opening(std::size_t begin,
                                                                std::uint32_t depth,
                                                                MailKind kind) const {
        std::uint32_t before = depth;
        for (std::size_t i = begin; i < lines_.size(); ++i) {
            const MailLine& line = lines_[i];
            if (is_blank(line)) continue;
            const bool is_here = line.depth == depth;
            const bool begins_quotation = line.depth > depth && before <= depth;
            before = line.depth;
            if (!is_here && !begins_quotation) continue;
            if (quote_mark(line.text) == QuoteMark::forwarded)
                return std::pair(Opening::marked_forward, i);
            // Of a reply what is marked as quoted goes, and the text may go on behind it.
            if ((is_here || kind != MailKind::reply) && is_older(i, kind))
                return std::pair(Opening::older, i);
            if (kind == MailKind::forward && begins_quotation)
                return std::pair(Opening::quotation, i);
            if (is_here && is_attribution(i) && line.text.find('@') != line.text.npos &&
                next_depth(i) == depth)
                return std::pair(Opening::attributed, i);
        }
        return std::nullopt;
    }

    bool is_older(std::size_t at, MailKind kind) const {
        const MailLine& line = lines_[at];
        // Where it begins it has been entered.
        if ((line.opens_older && at != reading_.begin) || line.is_header) return true;
        if (quote_mark(line.text) == QuoteMark::original) return true;
        const auto header = read_older_header(lines_, at);
        return header && (header->is_certain || (kind == MailKind::forward && header->is_complete));
    }

    // An attribution stands above what it attributes.
    bool is_attribution(std::size_t at) const {
        return ends_in_attribution(lines_[at].text) && next_depth(at).has_value();
    }

    std::size_t behind_blank(std::size_t at) const {
        while (at < lines_.size() && is_blank(lines_[at]))
            ++at;
        return at;
    }

    // That of the next line that is not blank.
    std::optional<std::uint32_t> next_depth(std::size_t at) const {
        const std::size_t next = behind_blank(at + 1);
        if (next == lines_.size()) return std::nullopt;
        return lines_[next].depth;
    }

    // Passes over what stands above forwarded text from `at` on. Returns its first line; the end
    // when there is none. `kind` becomes that of what is forwarded.
    std::size_t enter(std::size_t at, MailKind& kind) {
        kind = MailKind::plain;
        while (at < lines_.size() &&
               (quote_mark(lines_[at].text) != QuoteMark::none || is_attribution(at)))
            at = behind_blank(at + 1);
        if (at == lines_.size()) return at;
        const auto header = read_older_header(lines_, at);
        if (!header) return at;
        if (!header->subject.empty()) kind = read_subject(header->subject).kind;
        reading_.subject = header->subject;
        reading_.date = header->date;
        reading_.sender = header->sender;
        return behind_blank(header->end);
    }

    bool is_text(std::size_t at, std::uint32_t depth) const {
        const MailLine& line = lines_[at];
        if (line.depth != depth || is_blank(line)) return false;
        return !is_in_attribution(at, depth);
    }

    // The last line of an attribution is followed by what it attributes; it has up to three.
    bool is_in_attribution(std::size_t at, std::uint32_t depth) const {
        constexpr std::size_t longest = 3;
        std::size_t first = at;
        const auto goes_on = [&](std::size_t a, std::size_t b) {
            return lines_[a].paragraph == lines_[b].paragraph && lines_[b].depth == depth;
        };
        while (first > 0 && at - first < longest && goes_on(at, first - 1))
            --first;
        std::size_t last = at;
        while (last + 1 < lines_.size() && last - first < longest && goes_on(at, last + 1))
            ++last;
        if (last - first + 1 > longest || !lines_[last].text.ends_with(':')) return false;
        if (next_depth(last).value_or(0) <= depth) return false;
        std::string whole;
        for (std::size_t i = first; i <= last; ++i)
            whole += lines_[i].text;
        return ends_in_attribution(whole);
    }

    bool has_words(std::size_t begin, std::size_t end, std::uint32_t depth) const {
        for (std::size_t i = begin; i < end; ++i) {
            const bool has_letters =
                lines_[i].text.find_first_not_of("-_=*~#+. \t") != std::string_view::npos;
            if (has_letters && is_text(i, depth)) return true;
        }
        return false;
    }

    std::size_t size_of(const Stretch& stretch) const {
        std::size_t size = 0;
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            if (is_text(i, stretch.depth)) size += count_code_points(lines_[i].text);
        }
        return size;
    }

    void take(std::size_t begin, std::size_t end, std::uint32_t depth) {
        for (std::size_t i = begin; i < end; ++i)
            reading_.is_text[i] = is_text(i, depth);
        text_ = {begin, end, depth};
    }

    void keep_long_notes() {
        const std::size_t size = size_of(text_);
        for (const Stretch& note : notes_) {
            const std::size_t note_size = size_of(note);
            if (note_size <= longest_note && note_size <= size) continue;
            for (std::size_t i = note.begin; i < note.end; ++i)
                reading_.is_text[i] = is_text(i, note.depth);
        }
    }

    const std::vector<MailLine>& lines_;
    MailReading reading_;
    Stretch text_{};
    std::vector<Stretch> notes_;
};

}  // namespace

MailReading read_quotes(const std::vector<MailLine>& lines, MailKind kind) {
    MailReading reading = QuoteReader(lines).read(kind);
    const auto& is_text = reading.is_text;
    const bool has_text = std::find(is_text.begin(), is_text.end(), true) != is_text.end();
    // A mail that says nothing but what it quotes passes that on.
    return has_text ? std::move(reading) : QuoteReader(lines).read(MailKind::forward);
}

void add_forwarded_fields(const MailReading& reading, Draft& draft) {
    using enum ReleaseField;
    if (!reading.subject.empty())
        draft.add(title, Origin::record, read_subject(reading.subject).title);
    if (const std::string day = day_of(reading.date); parse_date(day))
        draft.add(date, Origin::record, day);
    // Outlook: "Press Office [mailto:press@example.org]".
    const std::string_view sender =
        std::string_view(reading.sender).substr(0, reading.sender.find('['));
    const bool is_name = sender.find('@') == sender.npos;
    draft.add(source, Origin::record,
              is_name ? std::string(trimmed(sender)) : display_name(sender));
}

}  // namespace vigyapti
