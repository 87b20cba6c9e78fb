// The words of an index, read off its stored releases: for a vocabulary that is lost or holds much
// that the index does not any more.
#pragma once

#include <filesystem>
#include <span>

#include "common/index/vocabulary.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {

// Makes `analyser` note each word that it analyses in `forms`, which must outlive it.
void note_forms(Analyser& analyser, Forms& forms);

// All words of the releases in `shards`; takes about a second for 60 MB of text. Throws
// Xapian::Error and Error(corrupt).
Forms collect_forms(std::span<const std::filesystem::path> shards);

}  // namespace vigyapti
