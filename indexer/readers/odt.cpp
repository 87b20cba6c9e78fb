#include "indexer/readers/odt.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "indexer/readers/office_properties.hpp"
#include "indexer/readers/office_text.hpp"
#include "indexer/readers/office_xml.hpp"
#include "indexer/readers/zip_parts.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_spaces = 1000;

bool is_wanted(std::string_view name) {
    return name == "content.xml" || name == "styles.xml" || name == "meta.xml" ||
           name == "META-INF/manifest.xml";
}

// One XML file of a document, or the whole of a flat one.
class OpenDocument : public OfficeXmlHandler {
  public:
    OpenDocument(OfficeText& body, OfficeText& notes, OfficeText& heads)
        : body_(body), notes_(notes), heads_(heads) {}

    bool begin(const OfficeXmlStart& start) override {
        const std::string_view name = start.name();
        const std::array<std::string_view, 6> left_out{
            "tracked-changes", "annotation", "note-citation", "meta", "script", "binary-data"};
        if (std::find(left_out.begin(), left_out.end(), name) != left_out.end()) return false;
        if (name == "style" || name == "text-properties") {
            begin_style(start);
        } else if (name == "header" || name == "footer") {
            in_head_ = true;
        } else if (name == "note-body") {
            in_note_ = true;
        } else if (name == "p" || name == "h") {
            begin_paragraph(start);
        } else if (name == "span") {
            fonts_.push_back(font_of(start.attribute("style-name")));
        } else if (name == "table-row") {
            target().begin_row();
        } else {
            begin_character(start);
        }
        return true;
    }

    void end(std::string_view name) override {
        if (name == "p" || name == "h") {
            target().end_paragraph();
            if (!fonts_.empty()) fonts_.pop_back();
        } else if (name == "span") {
            if (!fonts_.empty()) fonts_.pop_back();
        } else if (name == "table-cell") {
            target().end_cell();
        } else if (name == "table-row") {
            target().end_row();
        } else if (name == "header" || name == "footer") {
            in_head_ = false;
        } else if (name == "note-body") {
            in_note_ = false;
        } else if (name == "style") {
            style_.clear();
        }
    }

    void text(std::string_view text) override {
        target().append(text, fonts_.empty() ? std::string_view() : fonts_.back());
    }

  private:
    struct Style {
        std::string parent;
        std::string font;
    };

    OfficeText& target() { return in_note_ ? notes_ : in_head_ ? heads_ : body_; }

    void begin_style(const OfficeXmlStart& start) {
        if (start.name() == "style") {
            style_ = start.attribute("name");
            styles_[style_].parent = start.attribute("parent-style-name");
        } else if (!style_.empty()) {
            std::string font = start.attribute("font-name");
            if (font.empty()) font = start.attribute("font-family");
            styles_[style_].font = std::move(font);
        }
    }

    void begin_paragraph(const OfficeXmlStart& start) {
        const std::string style = start.attribute("style-name");
        PartKind kind = start.name() == "h" ? PartKind::title : kind_of(style);
        if (in_head_) kind = PartKind::boilerplate;
        if (in_note_) kind = PartKind::body;
        target().begin_paragraph(kind);
        fonts_.push_back(font_of(style));
    }

    void begin_character(const OfficeXmlStart& start) {
        const std::string_view name = start.name();
        if (name == "s") {
            const std::string count = start.attribute("c");
            std::size_t spaces = 0;
            for (const char c : count) {
                if (is_digit(c) && spaces < most_spaces) {
                    spaces = spaces * 10 + static_cast<std::size_t>(c - '0');
                }
            }
            target().append(std::string(std::clamp<std::size_t>(spaces, 1, most_spaces), ' '));
        } else if (name == "tab") {
            target().append("\t");
        } else if (name == "line-break") {
            target().append("\n");
        }
    }

    // Styles of one document are named after those of all; "_20_" is a space in a name.
    PartKind kind_of(const std::string& style) const {
        std::string name = style;
        for (int i = 0; i < 8; ++i) {
            if (name == "Title" || name.starts_with("Heading")) return PartKind::title;
            if (name == "Caption" || name == "Illustration" || name == "Figure") {
                return PartKind::caption;
            }
            const auto found = styles_.find(name);
            if (found == styles_.end() || found->second.parent.empty()) break;
            name = found->second.parent;
        }
        return PartKind::body;
    }

    std::string font_of(const std::string& style) const {
        std::string name = style;
        for (int i = 0; i < 8; ++i) {
            const auto found = styles_.find(name);
            if (found == styles_.end()) break;
            if (!found->second.font.empty()) return found->second.font;
            name = found->second.parent;
        }
        return fonts_.empty() ? std::string() : fonts_.back();
    }

    OfficeText& body_;
    OfficeText& notes_;
    OfficeText& heads_;
    std::map<std::string, Style> styles_;
    std::string style_;               // that is being defined
    std::vector<std::string> fonts_;  // of the open paragraphs and spans
    bool in_head_ = false;
    bool in_note_ = false;
};

// The XML files of the document, in the order of reading.
std::vector<std::pair<std::string, std::string>> files_of(const Input& input) {
    if (!input.bytes.starts_with("PK")) return {{"document", std::string(input.bytes)}};
    ZipParts parts = read_zip_parts(input.bytes, is_wanted);
    if (parts["META-INF/manifest.xml"].find("encryption-data") != std::string::npos) {
        throw Error(ErrorCode::bad_input, "an encrypted document that wants a password",
                    "save a copy without one");
    }
    if (parts["content.xml"].empty()) {
        throw Error(ErrorCode::bad_input, "no OpenDocument text in it");
    }
    std::vector<std::pair<std::string, std::string>> files;
    for (const char* name : {"styles.xml", "content.xml", "meta.xml"}) {
        if (!parts[name].empty()) files.emplace_back(name, std::move(parts[name]));
    }
    return files;
}

}  // namespace

void read_odt(const Input& input, DraftSink& sink) {
    refuse_older_format(input.bytes);
    Draft draft;
    OfficeText body;
    OfficeText notes;
    OfficeText heads;
    OpenDocument document(body, notes, heads);
    const auto files = files_of(input);
    for (const auto& [name, xml] : files) {
        if (name != "meta.xml") read_office_xml(xml, name, document);
    }
    for (const OfficeText* text : {&body, &notes, &heads})
        text->add_to(draft);
    const auto& [name, xml] = files.back();
    if (name != "content.xml") {
        OfficeProperties properties(draft);
        read_office_xml(xml, name, properties);
    }
    draft.begins_with_title = true;
    if (draft.empty()) throw Error(ErrorCode::bad_input, "no text in it");
    sink.add(std::move(draft));
}

}  // namespace vigyapti
