// Feeds: each item of RSS 0.9x, 1.0 and 2.0 and each entry of Atom is a release.
//
// Title, link, dates, source and language are those of the item, the feed's own title is a source
// and its language a hint. The text is the item's content where there is one, else its summary. An
// address that serves as an id is one; an id that is none of any world ("1234") tells the item from
// the others of its file. Categories and authors, who are persons and names of accounts, are passed
// over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reader.hpp"
#include "indexer/readers/feed_elements.hpp"
#include "indexer/readers/feed_text.hpp"
#include "indexer/readers/xml_events.hpp"

namespace vigyapti {

class FeedHandler : public XmlHandler {
  public:
    // Yields to `sink`, which must outlive the handler, as must `input`. `charset`: of the file.
    FeedHandler(const Input& input, std::string_view charset, DraftSink& sink)
        : input_(input), charset_(charset), sink_(sink) {}

    void start(const XmlName& name, std::span<const XmlAttribute> attributes) override;
    void end() override;
    void text(std::string_view text) override;

    // Yields the rest. Returns how many items there were.
    std::size_t finish();

  private:
    struct Item {
        FeedText title;
        FeedText dublin_title;
        FeedText content;
        FeedText summary;
        std::vector<std::pair<int, std::string>> addresses;  // with ranks, 0 the best
        std::string id;
        std::vector<std::string> dates;  // of publication
        std::vector<std::string> changes;
        std::string source;
        std::string publisher;
        std::string language;     // stated by an element
        std::string markup_lang;  // by an attribute
        std::vector<Part> media;
    };

    bool is_captured(FeedElement element, FeedElement parent) const;
    void take_href(std::span<const XmlAttribute> attributes);
    void take(FeedElement element, FeedText text);
    void take_for_item(FeedElement element, FeedText text);
    void take_for_channel(FeedElement element, const FeedText& text);
    void take_id(const FeedText& text);
    void take_address(std::string_view address, int rank);
    void finish_item();
    Draft draft_of(Item item) const;
    void yield(Draft draft, const std::string& id);
    void yield_waiting();
    std::string resolved(std::string_view address) const;
    std::string_view inherited(
        const std::vector<std::pair<std::size_t, std::string>>& values) const;

    const Input& input_;
    const std::string charset_;
    DraftSink& sink_;
    std::vector<FeedElement> open_;
    // xml:base and xml:lang with the depth at which they stand, the innermost last.
    std::vector<std::pair<std::size_t, std::string>> bases_;
    std::vector<std::pair<std::size_t, std::string>> languages_;

    std::string channel_title_;
    std::string channel_link_;
    std::string channel_language_;
    bool in_item_ = false;
    Item item_;
    std::size_t items_ = 0;

    bool capturing_ = false;
    std::size_t capture_depth_ = 0;
    bool id_is_address_ = false;
    FeedText captured_;

    // Items that stand before the title of the channel.
    std::vector<std::pair<Draft, std::string>> waiting_;
};

}  // namespace vigyapti
