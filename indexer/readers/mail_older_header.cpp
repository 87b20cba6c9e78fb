#include "indexer/readers/mail_older_header.hpp"

#include "common/base/trim.hpp"
#include "indexer/readers/mail_quote_marks.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_lines = 50;

bool is_recipients(std::string_view line) {
    return line.find('@') != line.npos || line.find(';') != line.npos;
}

class HeaderBuilder {
  public:
    // Whether the line belongs to the header.
    bool take(const MailLine& line) {
        const auto field = quoted_header_field(line.text);
        if (!field) return line.is_header || (last_ == QuotedField::to && is_recipients(line.text));
        if (!last_) begins_with_sender_ = field->field == QuotedField::from;
        last_ = field->field;
        note(*field);
        return true;
    }

    bool has_field() const { return last_.has_value(); }

    OlderHeader build(std::size_t end) {
        header_.end = end;
        header_.is_complete = begins_with_sender_ && has_subject_;
        header_.is_certain = header_.is_complete && has_address_;
        return header_;
    }

  private:
    void note(const QuotedHeaderField& field) {
        switch (field.field) {
            case QuotedField::from:
                has_address_ |= field.value.find('@') != field.value.npos;
                header_.sender = field.value;
                break;
            case QuotedField::sent:
                has_address_ = true;
                header_.date = field.value;
                break;
            case QuotedField::date:
                header_.date = field.value;
                break;
            case QuotedField::subject:
                has_subject_ = true;
                header_.subject = field.value;
                break;
            case QuotedField::to:
            case QuotedField::other:
                break;
        }
    }

    OlderHeader header_;
    std::optional<QuotedField> last_;
    bool begins_with_sender_ = false;
    bool has_subject_ = false;
    bool has_address_ = false;  // or what stands for one
};

}  // namespace

bool is_blank(const MailLine& line) {
    return trimmed(line.text).empty();
}

std::optional<OlderHeader> read_older_header(const std::vector<MailLine>& lines, std::size_t at) {
    if (is_header_in_a_line(lines[at].text)) {
        OlderHeader header;
        header.end = at + 1;
        header.is_complete = header.is_certain = true;
        return header;
    }
    HeaderBuilder header;
    std::size_t i = at;
    for (; i < lines.size(); ++i) {
        const MailLine& line = lines[i];
        if (line.depth != lines[at].depth || is_blank(line)) break;
        if (i - at == most_lines && !line.is_header) break;
        if (!header.take(line)) break;
    }
    if (!header.has_field() && !lines[at].is_header) return std::nullopt;
    return header.build(i);
}

}  // namespace vigyapti
