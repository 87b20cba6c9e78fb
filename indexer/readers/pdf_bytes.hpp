// What poppler's interface does not tell of a PDF and its bytes do.
#pragma once

#include <string_view>

namespace vigyapti {

// Whether the file has a picture large enough to be a scanned page, 500 pixels each way. Pictures
// are streams, whose dictionaries stand in the file uncompressed (ISO 32000-1, 7.5.7). At most
// 10,000 pictures are looked at.
bool has_page_sized_image(std::string_view pdf);

}  // namespace vigyapti
