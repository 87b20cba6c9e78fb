// The only place that includes Xapian, so that its version and its warnings are dealt with once.
#pragma once

#include <xapian.h>

#include "common/base/error.hpp"

namespace vigyapti {

// The project's error for one of Xapian's: lock, absence, corruption and disk errors get their own
// code and a hint. `where` names the index directory for the reader of the message.
Error translate(const Xapian::Error& error, const std::string& where);

}  // namespace vigyapti
