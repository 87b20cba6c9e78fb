#include "indexer/readers/warc.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/header_fields.hpp"
#include "indexer/readers/http_response.hpp"
#include "indexer/readers/inner.hpp"
#include "indexer/readers/warc_digest.hpp"
#include "indexer/readers/warc_records.hpp"

namespace vigyapti {
namespace {

// Of one document, in bytes: beside the archive itself in the memory of an isolated process.
constexpr std::size_t largest_body = 128'000'000;

// The path of `address`, without query and fragment.
std::string_view path_of(std::string_view address) {
    const auto scheme = address.find("://");
    if (scheme == address.npos) return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, std::min(address.find_first_of("?#"), address.size()));
    const auto slash = address.find('/');
    return slash == address.npos ? std::string_view() : address.substr(slash);
}

// Types that servers give to what they do not know, or only wish to be saved, tell nothing.
const Reader* reader_for(std::string_view type, std::string_view address) {
    constexpr std::array<std::string_view, 8> untold{"",
                                                     "application/octet-stream",
                                                     "binary/octet-stream",
                                                     "application/download",
                                                     "application/force-download",
                                                     "application/x-download",
                                                     "unknown/unknown",
                                                     "no-type"};
    if (const Reader* known = reader_for_type(type)) return known;
    if (std::find(untold.begin(), untold.end(), type) == untold.end()) return nullptr;
    return reader_for_extension(extension_of(path_of(address)));
}

// Crawlers store logs of their own under other schemes.
bool is_of_the_web(std::string_view address) {
    constexpr std::array<std::string_view, 4> schemes{"https://", "http://", "ftp://", "file://"};
    return std::any_of(schemes.begin(), schemes.end(),
                       [&](std::string_view scheme) { return address.starts_with(scheme); });
}

// `address` in UTF-8, without the white space and control characters that old archives have in it.
std::string clean_address(std::string_view address) {
    std::string clean;
    for (const char c : in_utf8(address)) {
        const auto code = static_cast<unsigned char>(c);
        if (code <= 0x20 || code == 0x7F) {
            clean += fmt::format("%{:02X}", code);
        } else {
            clean += c;
        }
    }
    return clean;
}

// Crawlers differ in whether chunks belong to the payload.
std::optional<bool> payload_agrees(const WarcRecord& record) {
    if (record.payload_digest.empty() || record.is_truncated) return std::nullopt;
    if (record.kind != "response") return agrees_with_digest(record.block, record.payload_digest);
    const auto payload = http_payload(record.block);
    if (!payload) return std::nullopt;
    const auto agrees = agrees_with_digest(payload->body, record.payload_digest);
    if (agrees.value_or(true) || !payload->joined) return agrees;
    return agrees_with_digest(*payload->joined, record.payload_digest);
}

// Gives releases the address of their record. Those of a list have, if any, their own.
class AddressSink : public DraftSink {
  public:
    AddressSink(std::string_view address, bool is_single, DraftSink& sink)
        : address_(address), is_single_(is_single), sink_(sink) {}

    void add(Draft draft, std::string name) override {
        if (is_single_) draft.add(ReleaseField::url, Origin::container, std::string(address_));
        sink_.add(std::move(draft), std::move(name));
    }
    void problem(std::uint64_t line, const std::string& what) override {
        sink_.problem(line, what);
    }
    void nothing(const std::string& why) override { sink_.nothing(why); }

  private:
    const std::string_view address_;
    const bool is_single_;
    DraftSink& sink_;
};

class WarcReader {
  public:
    WarcReader(std::string_view name, DraftSink& sink) : name_(name), sink_(sink) {}

    void read(WarcBytes& bytes, std::size_t largest) {
        for_each_warc_record(
            bytes, largest, [this](const WarcRecord& record) { take(record); },
            [this](const std::string& what) { problem(what); });
        if (heard_) return;
        if (records_ == 0) throw Error(ErrorCode::bad_input, "no records in it");
        sink_.nothing(fmt::format("no document of a known format among its {} records", records_));
    }

  private:
    void problem(const std::string& what) {
        heard_ = true;
        sink_.problem(0, what);
    }

    void take(const WarcRecord& record) {
        ++records_;
        if (!is_of_the_web(record.address)) return;
        try {
            if (record.kind == "response") {
                take_response(record);
            } else if (record.kind == "resource" || record.kind == "conversion") {
                const MediaType type(record.type);
                const Reader* reader = reader_for(type.type, record.address);
                if (reader != nullptr) hand_over(record, *reader, type, std::string(record.block));
            }
        } catch (const Error& error) {
            if (error.code() != ErrorCode::bad_input) throw;
            problem(fmt::format("the record at {}: {}", record.place, error.what()));
        }
    }

    // Records of old ARC files may be without a header of HTTP where the protocol was another.
    void take_response(const WarcRecord& record) {
        const MediaType of_block(record.type);
        if (!of_block.type.empty() && of_block.type != "application/http") return;
        if (record.block.empty()) return;
        CrawledResponse response = read_http_response(record.block, largest_body);
        if (response.status != 200) return;
        const Reader* reader = reader_for(response.type.type, record.address);
        if (reader == nullptr) return;
        hand_over(record, *reader, response.type, std::move(response.body));
    }

    void hand_over(const WarcRecord& record, const Reader& reader, const MediaType& type,
                   std::string body) {
        verify(record);
        const std::string address = clean_address(record.address);
        const bool is_single = reader.shape == FileShape::one_release;
        AddressSink addressed(address, is_single, sink_);
        InnerSink inner(fmt::format("{}/{}", name_, address), shown_inner_name(address), addressed);
        const PaddedBytes bytes(std::move(body));
        read_inner(reader.read, {bytes.text(), inner.name(), 1, type.charset, address}, inner);
        heard_ |= inner.heard();
    }

    // Some text that is not quite what was published is better found than not, and whoever looks
    // after the archive is told.
    void verify(const WarcRecord& record) {
        const bool has_block_digest = !record.block_digest.empty();
        const auto agrees = has_block_digest ? agrees_with_digest(record.block, record.block_digest)
                                             : payload_agrees(record);
        if (agrees.value_or(true)) return;
        problem(
            fmt::format("the record at {}, {}: it does not agree with its {}, and is read all "
                        "the same",
                        record.place, shown_inner_name(record.address),
                        has_block_digest ? "WARC-Block-Digest" : "WARC-Payload-Digest"));
    }

    const std::string_view name_;
    DraftSink& sink_;
    std::uint64_t records_ = 0;
    bool heard_ = false;  // whether releases or problems came
};

}  // namespace

void read_warc(const Input& input, DraftSink& sink) {
    WarcBytes bytes(input.bytes);
    read_warc_bytes(bytes, largest_body, input.name, sink);
}

void read_warc_bytes(WarcBytes& bytes, std::size_t largest, std::string_view name,
                     DraftSink& sink) {
    WarcReader(name, sink).read(bytes, largest);
}

}  // namespace vigyapti
