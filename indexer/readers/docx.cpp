#include "indexer/readers/docx.hpp"

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

bool is_running_head(std::string_view name) {
    return name.starts_with("word/header") || name.starts_with("word/footer");
}

bool is_wanted(std::string_view name) {
    return name == "word/document.xml" || name == "word/document2.xml" ||
           name == "word/styles.xml" || name == "word/footnotes.xml" ||
           name == "word/endnotes.xml" || name == "docProps/core.xml" || is_running_head(name);
}

// The names of the styles by their ids.
class Styles : public OfficeXmlHandler {
  public:
    bool begin(const OfficeXmlStart& start) override {
        if (start.name() == "style") id_ = start.attribute("styleId");
        if (start.name() == "name" && !id_.empty()) names_.emplace(id_, start.attribute("val"));
        return true;
    }
    void end(std::string_view name) override {
        if (name == "style") id_.clear();
    }
    void text(std::string_view) override {}

    PartKind kind_of(const std::string& id) const {
        const auto found = names_.find(id);
        const std::string name = lowered(found == names_.end() ? id : found->second);
        if (name == "title" || name.starts_with("heading")) return PartKind::title;
        return name == "caption" ? PartKind::caption : PartKind::body;
    }

  private:
    std::string id_;
    std::map<std::string, std::string> names_;
};

// One part of the document, which holds paragraphs.
class Paragraphs : public OfficeXmlHandler {
  public:
    Paragraphs(const Styles& styles, PartKind kind, OfficeText& text)
        : styles_(styles), kind_(kind), text_(text) {}

    bool begin(const OfficeXmlStart& start) override {
        const std::string_view name = start.name();
        // Fallback repeats what its Choice says; the others are what was taken out, and the marks
        // between notes and the text.
        if (name == "del" || name == "moveFrom" || name == "Fallback") return false;
        if ((name == "footnote" || name == "endnote") && !start.attribute("type").empty()) {
            return false;
        }
        if (name == "p") {
            text_.begin_paragraph(kind_);
        } else if (name == "pStyle" && kind_ == PartKind::body) {
            text_.set_kind(styles_.kind_of(start.attribute("val")));
        } else if (name == "tr") {
            text_.begin_row();
        } else {
            begin_in_run(start);
        }
        return true;
    }

    void end(std::string_view name) override {
        if (name == "p") text_.end_paragraph();
        if (name == "tc") text_.end_cell();
        if (name == "tr") text_.end_row();
        if (name == "t") in_text_ = false;
    }

    void text(std::string_view text) override {
        if (in_text_ && !hidden_) text_.append(text, font_);
    }

  private:
    void begin_in_run(const OfficeXmlStart& start) {
        const std::string_view name = start.name();
        if (name == "r") {
            font_.clear();
            hidden_ = false;
        } else if (name == "rFonts") {
            font_ = start.attribute("ascii");
            if (font_.empty()) font_ = start.attribute("hAnsi");
        } else if (name == "vanish") {
            const std::string value = start.attribute("val");
            hidden_ = value != "0" && value != "false";
        } else if (name == "t") {
            in_text_ = true;
        } else if (name == "tab" || name == "ptab") {
            // The tab stops of a paragraph's style have positions.
            if (start.attribute("pos").empty()) text_.append("\t");
        } else if (name == "br" || name == "cr") {
            text_.append("\n");
        } else if (name == "noBreakHyphen") {
            text_.append("-");
        }
    }

    const Styles& styles_;
    PartKind kind_;
    OfficeText& text_;
    std::string font_;
    bool hidden_ = false;
    bool in_text_ = false;
};

}  // namespace

void read_docx(const Input& input, DraftSink& sink) {
    refuse_older_format(input.bytes);
    const ZipParts parts = read_zip_parts(input.bytes, is_wanted);
    auto main = parts.find("word/document.xml");
    if (main == parts.end()) main = parts.find("word/document2.xml");
    if (main == parts.end()) {
        throw Error(ErrorCode::bad_input, "no Word document in it");
    }
    Styles styles;
    if (const auto found = parts.find("word/styles.xml"); found != parts.end()) {
        read_office_xml(found->second, found->first, styles);
    }
    Draft draft;
    OfficeText text;
    const auto read = [&](const ZipParts::value_type& part, PartKind kind) {
        Paragraphs paragraphs(styles, kind, text);
        read_office_xml(part.second, part.first, paragraphs);
    };
    read(*main, PartKind::body);
    for (const std::string_view name : {"word/footnotes.xml", "word/endnotes.xml"}) {
        if (const auto found = parts.find(name); found != parts.end()) read(*found, PartKind::body);
    }
    for (const auto& part : parts) {
        if (is_running_head(part.first)) read(part, PartKind::boilerplate);
    }
    text.add_to(draft);
    if (const auto found = parts.find("docProps/core.xml"); found != parts.end()) {
        OfficeProperties properties(draft);
        read_office_xml(found->second, found->first, properties);
    }
    draft.begins_with_title = true;
    if (draft.empty()) throw Error(ErrorCode::bad_input, "no text in it");
    sink.add(std::move(draft));
}

}  // namespace vigyapti
