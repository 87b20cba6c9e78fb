// SIGTERM and SIGINT as a request to end the run in good order.
#pragma once

namespace vigyapti {

// From now on the two signals set the request instead of ending the process; a second one ends it.
void catch_stop_signals();

// Whether the program was asked to stop. Any thread may ask.
bool stop_requested();

}  // namespace vigyapti
