// What is attached to a mail: documents of their own, each for the reader of its format.
#pragma once

#include <gmime/gmime.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reader.hpp"

namespace vigyapti {

// Gives releases of attachments the date and the sender of their mail, for those that have none.
class AttachmentSink : public DraftSink {
  public:
    // `outer` must outlive the sink.
    AttachmentSink(std::string date, std::string sender, DraftSink& outer)
        : date_(std::move(date)), sender_(std::move(sender)), outer_(outer) {}

    void add(Draft draft, std::string name) override;
    void problem(std::uint64_t line, const std::string& what) override;
    void nothing(const std::string& why) override;

    std::uint64_t releases() const { return releases_; }

  private:
    const std::string date_;
    const std::string sender_;
    DraftSink& outer_;
    std::uint64_t releases_ = 0;
};

class Attachments {
  public:
    // `mail`: its name, which those of the attachments begin with.
    explicit Attachments(std::string mail) : mail_(std::move(mail)) {}

    // Notes a part, which must outlive the object.
    void note(GMimeObject* part) { parts_.push_back(part); }
    // Reads those noted whose formats are known, in their order, by "MAIL/ATTACHMENT".
    void read(DraftSink& sink);

  private:
    void read(GMimeObject* part, DraftSink& sink);
    std::string name_of(GMimeObject* part, const Reader& reader);

    const std::string mail_;
    std::vector<GMimeObject*> parts_;
    std::set<std::string> names_;
    std::uint32_t read_ = 0;
};

}  // namespace vigyapti
