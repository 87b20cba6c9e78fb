#include "indexer/readers/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"
#include "common/text/charset.hpp"
#include "indexer/readers/front_matter.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/html_fragment.hpp"

namespace vigyapti {
namespace {

// Gathers the text from what md4c finds.
class TextBuilder {
  public:
    explicit TextBuilder(Draft& draft) : draft_(draft) {}

    // md4c fills each row up to the number of columns, so that a table of many columns and many
    // short rows takes the product of both: false for one that no release has.
    bool enter(MD_BLOCKTYPE type, const void* detail) {
        constexpr std::size_t most_columns = 200;
        switch (type) {
            case MD_BLOCK_H:
                in_title_ =
                    !has_title_ && static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level == 1;
                if (in_title_) flush(PartKind::body);
                break;
            case MD_BLOCK_HTML:
                flush(PartKind::body);
                break;
            case MD_BLOCK_TR:
                columns_ = 0;
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                if (columns_++ > 0) text_ += " | ";
                return columns_ <= most_columns;
            default:
                break;
        }
        break_line();
        return true;
    }

    void leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_H:
                if (in_title_) flush(PartKind::title);
                has_title_ = has_title_ || in_title_;
                in_title_ = false;
                break;
            case MD_BLOCK_HTML:
                add_html_text(std::exchange(text_, {}), draft_);
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                return;
            default:
                break;
        }
        add_captions();
        break_line();
    }

    void enter(MD_SPANTYPE type) {
        if (type == MD_SPAN_IMG && images_++ == 0) captions_.emplace_back();
    }
    void leave(MD_SPANTYPE type) {
        if (type == MD_SPAN_IMG) --images_;
    }

    void text(MD_TEXTTYPE type, std::string_view text) {
        std::string& out = images_ > 0 ? captions_.back() : text_;
        switch (type) {
            case MD_TEXT_SOFTBR:
                out += ' ';
                break;
            case MD_TEXT_BR:
                out += '\n';
                break;
            case MD_TEXT_ENTITY:
                add_entity(text, out);
                break;
            case MD_TEXT_HTML:
                // Within a sentence only the tags are HTML.
                if (in_html_) out += text;
                break;
            case MD_TEXT_NULLCHAR:
                break;
            default:
                out += text;
        }
    }

    void set_in_html(bool in_html) { in_html_ = in_html; }
    void finish() { flush(PartKind::body); }

  private:
    static void add_entity(std::string_view entity, std::string& out) {
        const std::string character = html_to_line(entity);
        out += character.empty() ? std::string(" ") : character;
    }
    void break_line() {
        if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    }
    void add_captions() {
        for (std::string& caption : std::exchange(captions_, {})) {
            if (trimmed(caption).empty()) continue;
            flush(PartKind::body);
            draft_.add(PartKind::caption, std::string(trimmed(caption)));
        }
    }
    void flush(PartKind kind) {
        draft_.add(kind, std::string(trimmed(text_)));
        text_.clear();
    }

    Draft& draft_;
    std::string text_;
    std::vector<std::string> captions_;  // of images of the block
    std::size_t columns_ = 0;
    int images_ = 0;
    bool in_html_ = false;
    bool in_title_ = false;
    bool has_title_ = false;
};

// What stands between md4c and the builder. No exception may pass through md4c, which is C.
struct Callbacks {
    TextBuilder builder;
    std::exception_ptr thrown = nullptr;
    bool refused = false;
};

template <class Call>
int guarded(void* data, Call call) noexcept {
    auto& callbacks = *static_cast<Callbacks*>(data);
    try {
        if (call(callbacks.builder)) return 0;
        callbacks.refused = true;
    } catch (...) {
        callbacks.thrown = std::current_exception();
    }
    return 1;
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
    return guarded(data, [&](TextBuilder& builder) {
        if (type == MD_BLOCK_HTML) builder.set_in_html(true);
        return builder.enter(type, detail);
    });
}

int leave_block(MD_BLOCKTYPE type, void*, void* data) {
    return guarded(data, [&](TextBuilder& builder) {
        builder.leave(type);
        if (type == MD_BLOCK_HTML) builder.set_in_html(false);
        return true;
    });
}

int enter_span(MD_SPANTYPE type, void*, void* data) {
    return guarded(data, [&](TextBuilder& builder) { return builder.enter(type), true; });
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
    return guarded(data, [&](TextBuilder& builder) { return builder.leave(type), true; });
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    return guarded(data, [&](TextBuilder& builder) {
        builder.text(type, {text, size});
        return true;
    });
}

// False when a table was refused.
bool parse(std::string_view text, unsigned flags, Draft& draft) {
    Callbacks callbacks{TextBuilder(draft)};
    const MD_PARSER parser{0,          flags,     enter_block, leave_block, enter_span,
                           leave_span, take_text, nullptr,     nullptr};
    const int status =
        md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &callbacks);
    if (callbacks.thrown) std::rethrow_exception(callbacks.thrown);
    if (callbacks.refused) return false;
    if (status != 0) throw std::bad_alloc();
    callbacks.builder.finish();
    return true;
}

}  // namespace

void read_markdown(const Input& input, DraftSink& sink) {
    const DecodedText decoded = decode_text(input.bytes, input.charset);
    std::string text(decoded.text());
    std::erase(text, '\0');
    if (text.size() > std::numeric_limits<MD_SIZE>::max()) {
        throw Error(ErrorCode::bad_input, "more than 4 GB of Markdown", "divide the file");
    }
    std::string_view body = text;
    NamedValues values;
    take_front_matter(body, values);
    Draft draft = values.take();
    Draft whole = draft;
    if (!parse(body, MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH, whole)) {
        whole = std::move(draft);
        parse(body, MD_FLAG_STRIKETHROUGH, whole);
    }
    whole.charset = decoded.description();
    whole.begins_with_title = true;
    if (whole.empty()) throw Error(ErrorCode::bad_input, "no text in it");
    sink.add(std::move(whole));
}

}  // namespace vigyapti
