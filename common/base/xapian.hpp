// The only place that includes Xapian, so that its version and its warnings are dealt with once.
#pragma once

#include <xapian.h>

#include "common/base/error.hpp"

namespace vigyapti {

// The project's error for one of Xapian's: lock, absence, corruption and disk errors get their own
// code and a hint. `where` names the index directory for the reader of the message.
Error translate(const Xapian::Error& error, const std::string& where);

// Xapian 1.4 ends the program by std::terminate when the disk fails while it writes values: a
// destructor of its own throws (ValueUpdater in glass_values.cc). From now on that is an error with
// a hint, under the name `program`, which must outlive all else, and the exit status `status`; what
// was committed before is whole. For the main function of a program that writes.
void end_on_failed_write(const char* program, int status);

}  // namespace vigyapti
