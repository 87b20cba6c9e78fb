#!/usr/bin/env bash
# The library as it is installed: what it exports and needs, its headers each by itself, the
# examples built by CMake and by pkg-config, and the C interface from C and from Python.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

: "${BUILD_DIR:?}"
CC=${CC:-cc} CXX=${CXX:-c++}
PREFIX=$WORK/prefix
cmake --install "$BUILD_DIR" --prefix "$PREFIX" >"$WORK/install.log" 2>&1 ||
    fail "not installed: $(tail -n 5 "$WORK/install.log")"
PC=$(find "$PREFIX" -name vigyapti.pc)
LIBRARY_DIR=${PC%/pkgconfig/vigyapti.pc}
LIBRARY=$LIBRARY_DIR/libvigyapti.so
HEADERS=$PREFIX/include/vigyapti
export PKG_CONFIG_PATH=${PC%/*}
index --index "$WORK/index" "$SOURCE_DIR/corpus/releases"
QUESTIONS=("रूस पाकिस्तान ऊर्जा" "Chabahar port")

# Its names are those of the interface, and no name of a library that it uses or of the C library is
# among them, malloc above all.
exports() {
    local others
    nm -D --defined-only "$LIBRARY" | c++filt | sed 's/^[0-9a-f]* . //' | sort -u >"$WORK/names"
    others=$(grep -vE '^(vigyapti_[a-z_]*$|vigyapti::(Searcher|Index|Error)::[^:(]*(\[abi:cxx11\])?\(|vigyapti::current_day\(\)$|(vtable|typeinfo( name)?) for vigyapti::Error$)' \
        "$WORK/names" || true)
    expect_equal "$others" ""
    for name in vigyapti_search 'vigyapti::Searcher::search(vigyapti::Request const&)' \
        'vigyapti::Index::releases() const' 'typeinfo for vigyapti::Error'; do
        grep -qxF "$name" "$WORK/names" || fail "$name is not exported"
    done
}

# The version of the project in every name, and no library that only programs use.
needs() {
    local version major_minor
    version=$(pkg-config --modversion vigyapti)
    expect_equal "$(search --version)" "vigyapti-search $version"
    major_minor=${version%.*}
    [ -f "$LIBRARY.$version" ] || fail "no $LIBRARY.$version"
    readelf -d "$LIBRARY" >"$WORK/dynamic"
    expect_contains "$(cat "$WORK/dynamic")" "soname: [libvigyapti.so.$major_minor]"
    for other in boost readline mimalloc simdjson; do
        expect_lacks "$(grep NEEDED "$WORK/dynamic")" "$other"
    done
}

headers() {
    local header
    find "$HEADERS" -name '*.hpp' | sort >"$WORK/headers"
    [ "$(wc -l <"$WORK/headers")" -gt 5 ] || fail "hardly a header in $HEADERS"
    while read -r header; do
        printf '#include <%s>\n#include <%s>\n' "${header#"$HEADERS/"}" "${header#"$HEADERS/"}" |
            "$CXX" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror \
                -I "$HEADERS" -x c++ - || fail "$header does not stand by itself"
    done <"$WORK/headers"
    for standard in c99 c11 c17; do
        printf '#include <vigyapti.h>\nint main(void) { return vigyapti_error_code(); }\n' |
            "$CC" -std=$standard -fsyntax-only -pedantic -Wall -Wextra -Wstrict-prototypes \
                -Werror -I "$HEADERS" -x c - || fail "vigyapti.h is not $standard"
    done
    printf '#include <vigyapti.h>\n' |
        "$CXX" -std=c++98 -fsyntax-only -pedantic -Wall -Werror -I "$HEADERS" -x c++ -
}

# example.cpp COMMAND: it has built the same program.
expect_example() {
    expect_status 0 "$1" "$WORK/index" "${QUESTIONS[@]}"
    expect_contains "$OUT" "$(find "$SOURCE_DIR/corpus/releases" -type f | wc -l) releases, en "
    expect_contains "$OUT" "रूस पाकिस्तान ऊर्जा: "
    expect_contains "$OUT" "1. बीजिंग में पुतिन और काकड़ की मुलाकात, [ऊर्जा] सहयोग पर ज़ोर (2023-10-17, "
    expect_contains "$OUT" "[Chabahar]"
    expect_status 2 "$1" "$WORK/nowhere" x
    expect_contains "$ERR" "no index there"
}

example_by_cmake() {
    expect_status 0 cmake -S "$SOURCE_DIR/scripts/embed" -B "$WORK/example" \
        -DCMAKE_PREFIX_PATH="$PREFIX" -DCMAKE_CXX_COMPILER="$CXX"
    expect_status 0 cmake --build "$WORK/example"
    expect_example "$WORK/example/example"
    # Another minor version is another interface.
    sed 's/Vigyapti 0\.1/Vigyapti 0.2/' "$SOURCE_DIR/scripts/embed/CMakeLists.txt" >"$WORK/CMakeLists.txt"
    expect_status 1 cmake -S "$WORK" -B "$WORK/other" -DCMAKE_PREFIX_PATH="$PREFIX" \
        -DCMAKE_CXX_COMPILER="$CXX"
    expect_contains "$ERR" "0.2"
}

example_by_pkg_config() {
    local flags
    read -ra flags <<<"$(pkg-config --cflags --libs vigyapti)"
    "$CXX" -std=c++20 -Wall -Wextra -Werror "$SOURCE_DIR/scripts/embed/example.cpp" \
        -o "$WORK/by-pkg-config" -pthread "${flags[@]}" "-Wl,-rpath,$LIBRARY_DIR"
    expect_example "$WORK/by-pkg-config"
}

# A C program that loads the library, asks and lets go of it, again and again.
from_c() {
    cat >"$WORK/host.c" <<'END'
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <vigyapti.h>

int main(int argc, char **argv) {
    int i;
    for (i = 0; i < 5 && argc == 4; i++) {
        void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
        vigyapti_searcher *(*open)(const char *);
        char *(*search)(vigyapti_searcher *, const char *);
        void (*free_answer)(char *);
        void (*close)(vigyapti_searcher *);
        vigyapti_searcher *searcher;
        char *answer;
        if (library == NULL) return 3;
        *(void **)&open = dlsym(library, "vigyapti_open");
        *(void **)&search = dlsym(library, "vigyapti_search");
        *(void **)&free_answer = dlsym(library, "vigyapti_free");
        *(void **)&close = dlsym(library, "vigyapti_close");
        searcher = open(argv[2]);
        if (searcher == NULL) return 4;
        answer = search(searcher, argv[3]);
        if (answer == NULL) return 5;
        if (i == 4) fputs(answer, stdout);
        free_answer(answer);
        close(searcher);
        if (dlclose(library) != 0) return 6;
    }
    return 0;
}
END
    "$CC" -std=c99 -Wall -Wextra -Werror -I "$HEADERS" "$WORK/host.c" -o "$WORK/host" -ldl
    expect_status 0 "$WORK/host" "$LIBRARY" "$WORK/index" "q=Chabahar+port"
    search --index "$WORK/index" --format json "Chabahar port" >"$WORK/expected"
    expect_equal "$OUT" "$(cat "$WORK/expected")"
}

from_python() {
    has_program python3 || {
        printf 'not tried: python3\n'
        return
    }
    local example=("$SOURCE_DIR/scripts/embed/search.py" "$WORK/index")
    export VIGYAPTI_LIBRARY=$LIBRARY
    expect_status 0 "${example[@]}" "रूस पाकिस्तान ऊर्जा" n=1
    expect_equal "$OUT" "1. बीजिंग में पुतिन और काकड़ की मुलाकात, [ऊर्जा] सहयोग पर ज़ोर"
    expect_status 0 "${example[@]}" "Putin & Kakar=?" lang=en n=1
    expect_contains "$OUT" "1. [Putin] and Pakistan"
    expect_status 1 "${example[@]}" xyzzyxyzzy cross=off
    expect_equal "$OUT" ""
    expect_status 2 "${example[@]}" x sort=size
    expect_contains "$ERR" 'search.py: sort: not "size" (one of relevance, date, date-asc)'
    expect_status 2 "${example[@]:0:1}" "$WORK/nowhere" x
    expect_contains "$ERR" "no index there"
    expect_status 2 "${example[@]}" $'\xff'
    expect_contains "$ERR" "search.py: "
    VIGYAPTI_LIBRARY=$WORK/none.so expect_status 2 "${example[@]}" x
    expect_contains "$ERR" "none.so"
}

# The page says of every function of the C interface what it does, and of no other.
manual() {
    local page=$SOURCE_DIR/searcher/vigyapti.3
    sed -n 's/.*[ *]\(vigyapti_[a-z_]*\)(.*;$/\1/p' "$HEADERS/vigyapti.h" | sort -u >"$WORK/declared"
    [ "$(wc -l <"$WORK/declared")" -gt 8 ] || fail "hardly a function in vigyapti.h"
    for mark in '^\.Fn' '^\.It Fn'; do
        sed -n "s/$mark \(vigyapti_[a-z_]*\).*/\1/p" "$page" | sort >"$WORK/described"
        diff "$WORK/declared" "$WORK/described" >&2 || fail "the page differs from the header"
    done
    [ -s "$PREFIX/share/man/man3/vigyapti.3" ] || fail "the page is not installed"
    has_program mandoc || {
        printf 'not tried: mandoc\n'
        return
    }
    expect_status 0 mandoc -T lint -W warning "$page"
    expect_equal "$OUT" ""
}

section "exported names" exports
section "names and needs" needs
section "headers" headers
section "the example by CMake" example_by_cmake
section "the example by pkg-config" example_by_pkg_config
section "from C" from_c
section "from Python" from_python
section "the manual" manual
finish
