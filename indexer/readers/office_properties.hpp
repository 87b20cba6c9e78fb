// What documents of word processors have in common beside their text.
#pragma once

#include <string>
#include <string_view>

#include "indexer/draft.hpp"
#include "indexer/readers/office_xml.hpp"

namespace vigyapti {

// Title, date of creation and language out of a document's properties (dc:title, dcterms:created or
// meta:creation-date, dc:language). A title that is no title (pdf_title.hpp) is left out.
class OfficeProperties : public OfficeXmlHandler {
  public:
    // `draft` must outlive it.
    explicit OfficeProperties(Draft& draft) : draft_(draft) {}

    bool begin(const OfficeXmlStart& start) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

  private:
    Draft& draft_;
    std::string value_;
};

// Throws Error(bad_input) when `bytes` are those of a compound file: a .doc of Word 97 to 2003, or
// an encrypted document ([MS-CFB] 2.2, [MS-OFFCRYPTO]).
void refuse_older_format(std::string_view bytes);

}  // namespace vigyapti
