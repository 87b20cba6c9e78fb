# Writes the bytes of a file as the inside of a C array: cmake -D IN=FILE -D OUT=FILE -P embed.cmake
file(READ ${IN} hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" lines "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${lines}")
file(WRITE ${OUT} "${bytes}\n")
