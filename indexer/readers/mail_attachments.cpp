#include "indexer/readers/mail_attachments.hpp"

#include <fmt/core.h>

#include <utility>

#include "indexer/readers/inner.hpp"
#include "indexer/readers/mail_part.hpp"

namespace vigyapti {

void AttachmentSink::add(Draft draft, std::string name) {
    ++releases_;
    draft.add(ReleaseField::date, Origin::container, date_);
    draft.add(ReleaseField::source, Origin::container, sender_);
    outer_.add(std::move(draft), std::move(name));
}

void AttachmentSink::problem(std::uint64_t line, const std::string& what) {
    outer_.problem(line, what);
}

void AttachmentSink::nothing(const std::string& why) {
    outer_.nothing(why);
}

void Attachments::read(DraftSink& sink) {
    for (GMimeObject* part : parts_)
        read(part, sink);
}

void Attachments::read(GMimeObject* part, DraftSink& sink) {
    const Reader* reader = reader_for(part, file_name_of(part));
    if (reader == nullptr) return;
    const std::string name = name_of(part, *reader);
    InnerSink inner(fmt::format("{}/{}", mail_, name), shown_inner_name(name), sink);
    const PaddedBytes bytes(content_of(part));
    read_inner(reader->read, {bytes.text(), inner.name(), 1, parameter(part, "charset")}, inner);
}

// Of two attachments of one name the second gets a number.
std::string Attachments::name_of(GMimeObject* part, const Reader& reader) {
    std::string name = file_name_of(part);
    if (name.empty()) name = fmt::format("attachment.{}", reader.format);
    ++read_;
    if (!names_.insert(name).second) name = fmt::format("{}/{}", read_, name);
    return name;
}

}  // namespace vigyapti
