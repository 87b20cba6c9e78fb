#include "indexer/readers/mail_quote_marks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/header_fields.hpp"

namespace vigyapti {
namespace {

// No mark and no name of a field is longer, in bytes.
constexpr std::size_t longest_phrase = 100;

struct Mark {
    std::string_view words;  // letters of ASCII in lower case
    QuoteMark mark;
};

// As Outlook, Apple Mail, Thunderbird and web mailers write them in their languages.
constexpr std::array marks{
    Mark{"original message", QuoteMark::original},
    Mark{"original appointment", QuoteMark::original},
    Mark{"मूल संदेश", QuoteMark::original},
    Mark{"ursprüngliche nachricht", QuoteMark::original},
    Mark{"message d'origine", QuoteMark::original},
    Mark{"mensaje original", QuoteMark::original},
    Mark{"mensagem original", QuoteMark::original},
    Mark{"messaggio originale", QuoteMark::original},
    Mark{"oorspronkelijk bericht", QuoteMark::original},
    Mark{"Исходное сообщение", QuoteMark::original},
    Mark{"原始邮件", QuoteMark::original},
    Mark{"forwarded message", QuoteMark::forwarded},
    Mark{"begin forwarded message", QuoteMark::forwarded},
    Mark{"अग्रेषित संदेश", QuoteMark::forwarded},
    Mark{"weitergeleitete nachricht", QuoteMark::forwarded},
    Mark{"message transféré", QuoteMark::forwarded},
    Mark{"mensaje reenviado", QuoteMark::forwarded},
    Mark{"mensagem encaminhada", QuoteMark::forwarded},
    Mark{"messaggio inoltrato", QuoteMark::forwarded},
    Mark{"doorgestuurd bericht", QuoteMark::forwarded},
    Mark{"Пересылаемое сообщение", QuoteMark::forwarded},
    Mark{"转发的邮件", QuoteMark::forwarded},
};

struct FieldName {
    std::string_view name;  // letters of ASCII in lower case
    QuotedField field;
};

using enum QuotedField;

constexpr std::array field_names{
    FieldName{"from", from},
    FieldName{"प्रेषक", from},
    FieldName{"von", from},
    FieldName{"de", from},
    FieldName{"da", from},
    FieldName{"van", from},
    FieldName{"От", from},
    FieldName{"发件人", from},
    FieldName{"sent", sent},
    FieldName{"भेजा गया", sent},
    FieldName{"gesendet", sent},
    FieldName{"envoyé", sent},
    FieldName{"enviado", sent},
    FieldName{"enviado el", sent},
    FieldName{"enviada em", sent},
    FieldName{"inviato", sent},
    FieldName{"verzonden", sent},
    FieldName{"Отправлено", sent},
    FieldName{"发送时间", sent},
    FieldName{"date", date},
    FieldName{"दिनांक", date},
    FieldName{"तारीख", date},
    FieldName{"तिथि", date},
    FieldName{"datum", date},
    FieldName{"fecha", date},
    FieldName{"data", date},
    FieldName{"Дата", date},
    FieldName{"日期", date},
    FieldName{"to", to},
    FieldName{"प्रति", to},
    FieldName{"को", to},
    FieldName{"an", to},
    FieldName{"à", to},
    FieldName{"para", to},
    FieldName{"a", to},
    FieldName{"aan", to},
    FieldName{"Кому", to},
    FieldName{"收件人", to},
    FieldName{"cc", to},
    FieldName{"bcc", to},
    FieldName{"प्रतिलिपि", to},
    FieldName{"subject", subject},
    FieldName{"विषय", subject},
    FieldName{"betreff", subject},
    FieldName{"objet", subject},
    FieldName{"asunto", subject},
    FieldName{"assunto", subject},
    FieldName{"oggetto", subject},
    FieldName{"onderwerp", subject},
    FieldName{"Тема", subject},
    FieldName{"主题", subject},
    FieldName{"reply-to", other},
    FieldName{"importance", other},
    FieldName{"attachments", other},
    FieldName{"संलग्नक", other},
};

// Bold type as plain text has it, and cells of a table.
constexpr std::string_view around_field = "*_| \t";

std::string_view without(std::string_view text, std::string_view characters) {
    const auto first = text.find_first_not_of(characters);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(characters) - first + 1);
}

}  // namespace

QuoteMark quote_mark(std::string_view line) {
    line = trimmed(line);
    const bool is_marked = line.starts_with("---") || line.ends_with(':');
    if (!is_marked || line.size() > longest_phrase) return QuoteMark::none;
    const std::string words = lowered(without(line, "-: "));
    const auto* const found = std::find_if(marks.begin(), marks.end(),
                                           [&](const Mark& each) { return each.words == words; });
    if (found != marks.end()) return found->mark;
    // Lotus Notes: "----- Forwarded by A. Rao on 17-10-2023 -----".
    return line.starts_with("---") && words.starts_with("forwarded by ") ? QuoteMark::forwarded
                                                                         : QuoteMark::none;
}

std::optional<QuotedHeaderField> quoted_header_field(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || colon > longest_phrase) return std::nullopt;
    const std::string name = lowered(without(line.substr(0, colon), around_field));
    const auto* const found =
        std::find_if(field_names.begin(), field_names.end(),
                     [&](const FieldName& each) { return each.name == name; });
    if (found == field_names.end()) return std::nullopt;
    return QuotedHeaderField{found->field, without(line.substr(colon + 1), around_field)};
}

bool is_header_in_a_line(std::string_view line) {
    const auto first = quoted_header_field(line);
    if (!first || first->field != from) return false;
    bool has_sent = false;
    bool has_subject = false;
    // Not further than the names may stand.
    std::string_view rest = first->value.substr(0, 1000);
    for (auto space = rest.find(' '); space != rest.npos; space = rest.find(' ')) {
        rest.remove_prefix(space + 1);
        const auto next = quoted_header_field(rest);
        if (!next) continue;
        has_sent = has_sent || next->field == sent || next->field == date;
        has_subject = has_subject || next->field == subject;
    }
    return has_sent && has_subject;
}

bool ends_in_attribution(std::string_view line) {
    constexpr std::array<std::string_view, 9> words{"wrote",      "लिखा",     "schrieb",
                                                    "écrit",      "escribió", "escreveu",
                                                    "ha scritto", "написал",  "写道"};
    line = trimmed(line);
    if (!line.ends_with(':') && !line.ends_with("：")) return false;
    const std::string lower = lowered(line);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

}  // namespace vigyapti
