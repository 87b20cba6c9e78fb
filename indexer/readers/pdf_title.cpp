#include "indexer/readers/pdf_title.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

// How much larger than the text a heading is.
constexpr double larger = 1.1;

constexpr std::size_t longest_heading = 600;  // bytes; some 200 letters of Devanagari

// What ministries print above their releases.
constexpr std::array<std::string_view, 14> letterheads{"press information bureau",
                                                       "government of india",
                                                       "ministry of",
                                                       "press release",
                                                       "media release",
                                                       "press note",
                                                       "for immediate release",
                                                       "पत्र सूचना कार्यालय",
                                                       "प्रेस सूचना ब्यूरो",
                                                       "भारत सरकार",
                                                       "विदेश मंत्रालय",
                                                       "प्रेस विज्ञप्ति",
                                                       "प्रेस नोट",
                                                       "embassy of india"};

constexpr std::size_t longest_letterhead = 120;

bool is_letterhead(const std::string& text) {
    if (text.size() > longest_letterhead) return false;
    const std::string name = lowered(text);
    return std::any_of(letterheads.begin(), letterheads.end(),
                       [&](std::string_view each) { return name.starts_with(each); });
}

bool may_be_title(const PdfParagraph& paragraph) {
    const std::string& text = paragraph.text;
    const bool has_letter = std::any_of(text.begin(), text.end(), [](char c) {
        return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    return has_letter && !paragraph.running_head && paragraph.page == 0 &&
           text.size() <= longest_heading && !is_letterhead(text);
}

// The size of most of the text.
double common_size(const std::vector<PdfParagraph>& paragraphs) {
    std::map<double, std::size_t> bytes;
    double common = 0;
    std::size_t most = 0;
    for (const PdfParagraph& paragraph : paragraphs) {
        std::size_t& sum = bytes[paragraph.size];
        sum += paragraph.text.size();
        if (sum > most) {
            most = sum;
            common = paragraph.size;
        }
    }
    return common;
}

bool mostly_bold(const std::vector<PdfParagraph>& paragraphs) {
    std::size_t bold = 0;
    std::size_t all = 0;
    for (const PdfParagraph& paragraph : paragraphs) {
        all += paragraph.text.size();
        if (paragraph.bold) bold += paragraph.text.size();
    }
    return bold * 2 > all;
}

std::string without_spaces(std::string_view text) {
    std::string out = lowered(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return out;
}

}  // namespace

bool is_stated_title(std::string_view property) {
    const std::string title = lowered(trimmed(property));
    const std::array<std::string_view, 8> programs{"microsoft word", "microsoft powerpoint",
                                                   "untitled",       "document",
                                                   "word document",  "slide 1",
                                                   "print",          "scan"};
    for (const std::string_view name : {"microsoft word -", "microsoft powerpoint -", "untitled"}) {
        if (title.starts_with(name)) return false;
    }
    if (std::find(programs.begin(), programs.end(), title) != programs.end()) return false;
    const std::array<std::string_view, 11> endings{".doc", ".docx", ".pdf", ".rtf",  ".odt", ".txt",
                                                   ".qxd", ".pmd",  ".cdr", ".html", ".indd"};
    if (std::any_of(endings.begin(), endings.end(),
                    [&](std::string_view ending) { return title.ends_with(ending); })) {
        return false;
    }
    return std::any_of(title.begin(), title.end(), [](char c) {
        return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}

std::optional<std::size_t> find_title(const std::vector<PdfParagraph>& paragraphs,
                                      std::string_view stated) {
    const std::string wanted = without_spaces(stated);
    const double text_size = common_size(paragraphs);
    const bool bold_text = mostly_bold(paragraphs);
    std::optional<std::size_t> largest;
    std::optional<std::size_t> bold;
    for (std::size_t i = 0; i < paragraphs.size() && paragraphs[i].page == 0; ++i) {
        if (!may_be_title(paragraphs[i])) continue;
        if (!wanted.empty() && without_spaces(paragraphs[i].text) == wanted) return i;
        if (paragraphs[i].size > text_size * larger &&
            (!largest || paragraphs[i].size > paragraphs[*largest].size)) {
            largest = i;
        }
        if (!bold && paragraphs[i].bold && !bold_text) bold = i;
    }
    return largest ? largest : bold;
}

}  // namespace vigyapti
