#include "indexer/readers/office_text.hpp"

#include <algorithm>
#include <utility>

#include "common/base/trim.hpp"
#include "common/text/legacy_font.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";

void append_without_soft_hyphens(std::string& out, std::string_view text) {
    for (;;) {
        const auto at = text.find(soft_hyphen);
        out += text.substr(0, at);
        if (at == text.npos) return;
        text.remove_prefix(at + soft_hyphen.size());
    }
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == text.npos;
}

}  // namespace

void OfficeText::begin_paragraph(PartKind kind) {
    open_.push_back({kind, {}, {}});
}

void OfficeText::set_kind(PartKind kind) {
    if (!open_.empty()) open_.back().kind = kind;
}

void OfficeText::append(std::string_view text, std::string_view font) {
    if (open_.empty()) return;
    Paragraph& paragraph = open_.back();
    if (legacy_font_named(font) == LegacyFont::none) font = {};
    const std::string_view before =
        paragraph.fonts.empty() ? std::string_view() : paragraph.fonts.back().font;
    if (font != before && !is_blank(text)) {
        paragraph.fonts.push_back({paragraph.text.size(), std::string(font)});
    }
    append_without_soft_hyphens(paragraph.text, text);
}

void OfficeText::end_paragraph() {
    if (open_.empty()) return;
    Paragraph paragraph = std::move(open_.back());
    open_.pop_back();
    const std::string_view text = trimmed(paragraph.text);
    if (text.empty()) return;
    const auto cut = static_cast<std::size_t>(text.data() - paragraph.text.data());
    for (FontRun& run : paragraph.fonts)
        run.begin = std::min(run.begin - std::min(run.begin, cut), text.size());
    paragraph.text = std::string(text);
    if (!in_table()) {
        put(paragraph);
        return;
    }
    if (!row_.text.empty()) row_.text += cell_ended_ ? '\t' : ' ';
    cell_ended_ = false;
    if (!row_.fonts.empty()) row_.fonts.push_back({row_.text.size(), {}});
    for (const FontRun& run : paragraph.fonts)
        row_.fonts.push_back({row_.text.size() + run.begin, run.font});
    for (const char c : paragraph.text)
        row_.text += c == '\n' ? ' ' : c;
}

void OfficeText::begin_row() {
    ++rows_;
}

void OfficeText::end_cell() {
    cell_ended_ = true;
}

void OfficeText::end_row() {
    if (rows_ == 0) return;
    --rows_;
    if (rows_ > 0) return;
    if (!row_.text.empty()) put(row_);
    row_ = {};
    cell_ended_ = false;
}

void OfficeText::put(const Paragraph& paragraph) {
    PartKind kind = paragraph.kind;
    if (kind == PartKind::title && std::exchange(titled_, true)) kind = PartKind::body;
    const std::string_view text = paragraph.text;
    std::size_t begin = 0;
    bool begun = false;
    std::string font;
    const auto put_run = [&](std::size_t end) {
        if (end == begin) return;
        const bool joins = !begun && !done_.empty() && kind == PartKind::body &&
                           done_.back().kind == PartKind::body && done_.back().font == font;
        if (joins) {
            done_.back().text += '\n';
            done_.back().text += text.substr(begin, end - begin);
        } else {
            done_.push_back({kind, std::string(text.substr(begin, end - begin)), font, begun});
        }
        begun = true;
        begin = end;
    };
    for (const FontRun& run : paragraph.fonts) {
        put_run(run.begin);
        font = run.font;
    }
    put_run(text.size());
}

void OfficeText::add_to(Draft& draft) const {
    draft.parts.insert(draft.parts.end(), done_.begin(), done_.end());
}

}  // namespace vigyapti
