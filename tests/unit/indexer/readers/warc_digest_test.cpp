#include "indexer/readers/warc_digest.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace vigyapti {

TEST_CASE("digests are compared in the spellings of crawlers") {
    struct Case {
        std::string digest;  // of "abc"
        std::optional<bool> agrees;
    };
    for (const Case& each : {
             // RFC 3174, RFC 1321 and FIPS 180-2 give them in base16.
             Case{"sha1:a9993e364706816aba3e25717850c26c9cd0d89d", true},
             Case{"SHA-1:A9993E364706816ABA3E25717850C26C9CD0D89D", true},
             Case{"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", true},
             Case{"sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5", true},
             Case{"md5:900150983cd24fb0d6963f7d28e17f72", true},
             Case{"md5:SAAVBGB42JH3BVUWH56SRYL7OI======", true},
             Case{"md5:SAAVBGB42JH3BVUWH56SRYL7OI", true},
             Case{"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true},
             Case{"sha-256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", true},
             Case{"sha512:"
                  "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a8"
                  "36ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                  true},
             Case{"sha1:a9993e364706816aba3e25717850c26c9cd0d89e", false},
             Case{"sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", false},
             Case{"md5:d41d8cd98f00b204e9800998ecf8427e", false},
             Case{"", std::nullopt},
             Case{"a9993e364706816aba3e25717850c26c9cd0d89d", std::nullopt},
             Case{"sha1:", std::nullopt},
             Case{"sha1:====", std::nullopt},
             Case{"sha1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", std::nullopt},
             Case{"crc32:352441c2", std::nullopt},
         }) {
        CAPTURE(each.digest);
        CHECK(agrees_with_digest("abc", each.digest) == each.agrees);
    }
}

}  // namespace vigyapti
