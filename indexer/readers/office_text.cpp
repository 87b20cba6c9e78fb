#include "indexer/readers/office_text.hpp"

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

// The font of most of the text, when its letters are not Unicode's.
std::string legacy_font(const std::map<std::string, std::size_t, std::less<>>& fonts) {
    std::string_view most;
    std::size_t bytes = 0;
    for (const auto& [name, size] : fonts) {
        if (size <= bytes) continue;
        most = name;
        bytes = size;
    }
    return std::string(legacy_font_named(most) == LegacyFont::none ? std::string_view() : most);
}

}  // namespace

void OfficeText::begin_paragraph(PartKind kind) {
    open_.push_back({kind, {}, {}, {}});
}

void OfficeText::set_kind(PartKind kind) {
    if (!open_.empty()) open_.back().kind = kind;
}

void OfficeText::append(std::string_view text, std::string_view font) {
    if (open_.empty()) return;
    Paragraph& paragraph = open_.back();
    append_without_soft_hyphens(paragraph.text, text);
    const auto known = paragraph.fonts.find(font);
    if (known != paragraph.fonts.end()) {
        known->second += text.size();
    } else {
        paragraph.fonts.emplace(font, text.size());
    }
}

void OfficeText::end_paragraph() {
    if (open_.empty()) return;
    Paragraph paragraph = std::move(open_.back());
    open_.pop_back();
    paragraph.text = trimmed(paragraph.text);
    if (paragraph.text.empty()) return;
    paragraph.font = legacy_font(paragraph.fonts);
    if (!in_table()) {
        put(std::move(paragraph));
        return;
    }
    if (!row_.text.empty()) row_.text += cell_ended_ ? '\t' : ' ';
    cell_ended_ = false;
    for (const char c : paragraph.text)
        row_.text += c == '\n' ? ' ' : c;
    if (row_.font.empty()) row_.font = std::move(paragraph.font);
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
    if (!row_.text.empty()) put(std::move(row_));
    row_ = {};
    cell_ended_ = false;
}

void OfficeText::put(Paragraph paragraph) {
    paragraph.fonts.clear();
    if (paragraph.kind == PartKind::title && std::exchange(titled_, true)) {
        paragraph.kind = PartKind::body;
    }
    const bool joins = !done_.empty() && paragraph.kind == PartKind::body &&
                       done_.back().kind == PartKind::body && done_.back().font == paragraph.font;
    if (joins) {
        done_.back().text += '\n';
        done_.back().text += paragraph.text;
    } else {
        done_.push_back(std::move(paragraph));
    }
}

void OfficeText::add_to(Draft& draft) const {
    for (const Paragraph& paragraph : done_)
        draft.add(paragraph.kind, paragraph.text, paragraph.font);
}

}  // namespace vigyapti
