// A part of a mail as GMime has it: what it says it is, what it is called and what it holds.
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <string_view>

#include "indexer/reader.hpp"

namespace vigyapti {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

// Views live as long as the part.

bool is_type(GMimeObject* part, const char* type, const char* subtype);

// The parameter of its content type, as it stands there; empty when there is none.
std::string_view parameter(GMimeObject* part, const char* name);

// The value of a header field, not decoded; empty when there is none.
std::string_view raw_header(GMimeObject* part, const char* name);

// What it holds, neither base64 nor quoted-printable.
std::string content_of(GMimeObject* part);

// Its name without folders, and with neither controls nor malformed UTF-8; may be empty.
std::string file_name_of(GMimeObject* part);

bool is_attachment(GMimeObject* part);

// The reader for its type, failing that for `name`; nullptr when there is none.
const Reader* reader_for(GMimeObject* part, std::string_view name);

// Why its content is not to be had; or empty.
std::string_view why_hidden(GMimeObject* part);

}  // namespace vigyapti
