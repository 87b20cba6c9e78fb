#include "indexer/readers/pdf.hpp"

#include <fmt/core.h>
#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/base/trim.hpp"
#include "common/text/legacy_font.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/pdf_bytes.hpp"
#include "indexer/readers/pdf_lines.hpp"
#include "indexer/readers/pdf_paragraphs.hpp"
#include "indexer/readers/pdf_title.hpp"

namespace vigyapti {
namespace {

constexpr int most_pages = 5000;
constexpr std::size_t most_text = std::size_t{64} << 20;
constexpr std::size_t most_fonts = 1000;

constexpr const char* run_ocr = "recognise its text first, for example with ocrmypdf";

// poppler's own conversion would open the C library's converters again and again.
std::string utf8_of(const poppler::ustring& text) {
    const std::u16string wide(text.begin(), text.end());
    std::string out;
    to_utf8(wide, out);
    return out;
}

// Text without control characters, soft hyphens but for the last character, private-use characters
// and others that name no letter. Bullets of symbol fonts become "•".
std::string readable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0x200B;
        const bool unnamed =
            (c >= 0xE000 && c <= 0xF8FF) || c == replacement_character || c >= 0xF0000;
        if (c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8) {
            append_utf8(out, U'•');
        } else if (c >= 0xFB00 && c <= 0xFB04) {
            constexpr std::array<std::string_view, 5> ligatures{"ff", "fi", "fl", "ffi", "ffl"};
            out += ligatures[c - 0xFB00];
        } else if (c == 0xAD && at < text.size()) {
            continue;
        } else if (!control && !unnamed) {
            append_utf8(out, c);
        }
    }
    return out;
}

// The left edges of a word's code points and the right edge of the last one.
std::vector<double> edges_of(const poppler::text_box& box, std::size_t code_points) {
    std::vector<double> edges;
    for (std::size_t i = 0; i < code_points; ++i)
        edges.push_back(box.char_bbox(i).left());
    edges.push_back(box.bbox().right());
    return edges;
}

PdfWord word_of(const poppler::text_box& box) {
    PdfWord word;
    word.text = utf8_of(box.text());
    const poppler::rectf place = box.bbox();
    word.left = place.left();
    word.top = place.top();
    word.right = place.right();
    word.bottom = place.bottom();
    word.space_after = box.has_space_after();
    word.rotation = box.rotation();
    word.last_letter = word.right;
    if (box.has_font_info()) {
        word.size = box.get_font_size();
        word.font = box.get_font_name();
    }
    return word;
}

class PdfReading {
  public:
    PdfReading(const Input& input, DraftSink& sink) : input_(input), sink_(sink) {}

    void run() {
        open();
        read_pages();
        const bool scanned = has_page_sized_image(input_.bytes);
        if (lines_.empty()) refuse_empty(scanned);
        if (scanned) report_empty_pages();
        Draft found = draft();
        // Pages may have nothing but their numbers.
        if (found.empty()) refuse_empty(scanned);
        sink_.add(std::move(found));
    }

  private:
    void open() {
        if (input_.bytes.size() > std::numeric_limits<int>::max()) {
            throw Error(ErrorCode::bad_input, "a PDF of more than 2 GB", "split it");
        }
        document_.reset(poppler::document::load_from_raw_data(
            input_.bytes.data(), static_cast<int>(input_.bytes.size())));
        if (!document_) {
            const bool other = input_.bytes.substr(0, 1024).find("%PDF-") == input_.bytes.npos;
            throw Error(ErrorCode::bad_input, other ? "not a PDF file" : "a damaged PDF",
                        other ? "" : "open it in a viewer and save it anew");
        }
        if (document_->is_locked()) {
            throw Error(ErrorCode::bad_input, "an encrypted PDF that wants a password",
                        "save a copy without one");
        }
        if (document_->pages() > most_pages) {
            throw Error(ErrorCode::bad_input,
                        fmt::format("a PDF of more than {} pages", most_pages), "split it");
        }
    }

    // The order of a font's signs is known when all of its words are, so words are kept until then,
    // as lines of one page each.
    void read_pages() {
        std::vector<std::vector<PdfWord>> pages;
        std::size_t bytes = 0;
        for (int i = 0; i < document_->pages(); ++i) {
            const std::unique_ptr<poppler::page> page(document_->create_page(i));
            if (!page) {
                sink_.problem(0, fmt::format("page {} is damaged", i + 1));
                pages.emplace_back();
                continue;
            }
            pages.push_back(words_of(*page));
            for (const PdfWord& word : pages.back())
                bytes += word.text.size();
            if (bytes > most_text) {
                throw Error(ErrorCode::bad_input, "a PDF of more than 64 MB of text", "split it");
            }
        }
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const std::size_t before = lines_.size();
            append_lines(pages[i], static_cast<int>(i), fonts_, lines_);
            if (lines_.size() == before) empty_pages_.push_back(i + 1);
            pages[i] = {};
        }
    }

    std::vector<PdfWord> words_of(const poppler::page& page) {
        std::vector<PdfWord> words;
        for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
            PdfWord word = word_of(box);
            measure(box, word);
            word.text = readable(word.text);
            if (word.text.empty()) continue;
            look_at(word);
            words.push_back(levelled(std::move(word)));
        }
        return words;
    }

    // Notes how wide the letters of a level word in Devanagari are, and where its last one begins.
    void measure(const poppler::text_box& box, PdfWord& word) {
        if (word.rotation != 0 || word.text.find("\xE0\xA4") == word.text.npos) return;
        const std::vector<double> edges = edges_of(box, count_code_points(word.text));
        fonts_.widths.look_at(word.font, word.text, edges, word.size);
        const LastLetter letter = last_letter(word.text);
        if (letter.has_signs && letter.begin < edges.size()) word.last_letter = edges[letter.begin];
    }

    void look_at(const PdfWord& word) {
        auto order = fonts_.orders.find(word.font);
        if (order == fonts_.orders.end()) {
            if (fonts_.orders.size() >= most_fonts) return;
            order = fonts_.orders.emplace(word.font, SignOrder()).first;
        }
        order->second.look_at(word.text);
    }

    [[noreturn]] static void refuse_empty(bool scanned) {
        if (scanned) {
            throw Error(ErrorCode::bad_input, "a scanned PDF without text", run_ocr);
        }
        throw Error(ErrorCode::bad_input, "a PDF without text in it", run_ocr);
    }

    void report_empty_pages() {
        if (empty_pages_.empty()) return;
        std::string numbers;
        constexpr std::size_t most_numbers = 10;
        for (std::size_t i = 0; i < std::min(empty_pages_.size(), most_numbers); ++i)
            numbers += fmt::format("{}{}", i == 0 ? "" : ", ", empty_pages_[i]);
        if (empty_pages_.size() > most_numbers) numbers += " and others";
        sink_.problem(0, fmt::format("no text on page {}, which may be scanned", numbers));
    }

    Draft draft() {
        Draft draft;
        std::string title(trimmed(readable(utf8_of(document_->get_title()))));
        if (!is_stated_title(title)) title.clear();
        const std::vector<PdfParagraph> paragraphs = join_paragraphs(lines_);
        const auto heading = find_title(paragraphs, title);
        for (std::size_t i = 0; i < paragraphs.size(); ++i)
            add(paragraphs[i], heading == i, draft);
        draft.begins_with_title = true;
        draft.add(ReleaseField::title, Origin::property, std::move(title));
        draft.add(ReleaseField::date, Origin::property, creation_day());
        return draft;
    }

    // Paragraphs of one kind and font are one part.
    static void add(const PdfParagraph& paragraph, bool heading, Draft& draft) {
        const PartKind kind = paragraph.running_head ? PartKind::boilerplate
                              : heading              ? PartKind::title
                                                     : PartKind::body;
        const bool legacy = legacy_font_named(paragraph.font) != LegacyFont::none;
        const std::string font = legacy ? paragraph.font : std::string();
        if (kind == PartKind::body && !draft.parts.empty() && draft.parts.back().kind == kind &&
            draft.parts.back().font == font) {
            draft.parts.back().text += '\n' + paragraph.text;
        } else {
            draft.add(kind, paragraph.text, font);
        }
    }

    // "D:20231017183000+05'30'" is of that day where it was made.
    std::string creation_day() const {
        std::string stamp = utf8_of(document_->info_key("CreationDate"));
        if (stamp.starts_with("D:")) stamp.erase(0, 2);
        constexpr std::size_t digits = 8;
        if (stamp.size() < digits ||
            !std::all_of(stamp.begin(), stamp.begin() + digits, is_digit)) {
            return {};
        }
        return stamp.substr(0, 4) + '-' + stamp.substr(4, 2) + '-' + stamp.substr(6, 2);
    }

    const Input& input_;
    DraftSink& sink_;
    std::unique_ptr<poppler::document> document_;
    PdfFonts fonts_;
    std::vector<PdfLine> lines_;
    std::vector<std::size_t> empty_pages_;
};

}  // namespace

void read_pdf(const Input& input, DraftSink& sink) {
    prepare_pdf();
    PdfReading(input, sink).run();
}

void prepare_pdf() {
    static std::once_flag once;
    std::call_once(once, [] {
        // poppler would write each oddity of a file to stderr.
        poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
        // The C library unloads converters that nobody holds; these stay for the life of the
        // process.
        static const iconv_t from_utf8 = iconv_open("UTF-16", "UTF-8");
        static const iconv_t to_utf8 = iconv_open("UTF-8", "UTF-16");
        static_cast<void>(from_utf8);
        static_cast<void>(to_utf8);
        static_cast<void>(poppler::ustring::from_utf8("x").to_utf8());
        // A document, even one that cannot be read, makes poppler look for its data.
        const std::unique_ptr<poppler::document> none(
            poppler::document::load_from_raw_data("%PDF-1.4\n", 9));
    });
}

}  // namespace vigyapti
