"""Tests that the texts of the benchmarks are what they are said to be."""

import json
import pathlib
import tempfile
import unittest

import build_peers
import texts


class TextsTest(unittest.TestCase):
    def test_pieces_of_a_text_are_whole_lines_and_all_of_them(self):
        text = "\n".join(f"पंक्ति {number}" for number in range(200))
        pieces = texts.cut(text)
        self.assertGreater(len(pieces), 2)
        self.assertEqual("\n".join(pieces), text)
        self.assertTrue(all(len(piece.encode()) >= texts.PIECE for piece in pieces))

    def test_a_short_text_is_one_piece(self):
        self.assertEqual(texts.cut("a\nb"), ["a\nb"])

    def test_rotation_moves_the_words_of_each_line_and_keeps_them(self):
        self.assertEqual(texts.rotated("a b c\n\nd e", 1), "b c a\n\ne d")
        self.assertEqual(texts.rotated("a b c", 3), "a b c")

    def test_text_is_measured_in_bytes_of_title_and_text(self):
        self.assertEqual(texts.text_bytes({"id": "long", "title": "क", "text": "ab"}), 5)
        self.assertEqual(texts.text_bytes({"id": "1", "title": None, "text": "ab"}), 2)

    def test_records_for_omega_keep_line_breaks_and_end_with_a_blank_line(self):
        releases = [{"id": "1", "title": "t", "text": "a\n\nb"}, {"id": "2", "text": "c"}]
        with tempfile.TemporaryDirectory() as name:
            jsonl = pathlib.Path(name, "in.jsonl")
            omega = pathlib.Path(name, "out.omega")
            jsonl.write_text("".join(json.dumps(release) + "\n" for release in releases))
            build_peers.write_omega(jsonl, omega)
            self.assertEqual(omega.read_text(), "id=1\ntitle=t\ntext=a\n=\n=b\n\nid=2\ntext=c\n\n")


if __name__ == "__main__":
    unittest.main()
