"""The measures against cases worked by hand, and what names of collections say."""

import math
import unittest

import collections_of
import metrics


class MeasuresByHand(unittest.TestCase):
    grades = {"a": 2, "b": 1, "c": 1, "x": 0}

    def test_ndcg(self):
        # Ranking x b a: 0/log2(2) + 1/log2(3) + 2/log2(4) = 0.63093 + 1 = 1.63093
        # Ideal a b c:   2/log2(2) + 1/log2(3) + 1/log2(4) = 2 + 0.63093 + 0.5 = 3.13093
        self.assertAlmostEqual(metrics.ndcg(["x", "b", "a"], self.grades), 1.63093 / 3.13093, 5)
        self.assertEqual(metrics.ndcg(["a", "b", "c"], self.grades), 1.0)
        self.assertEqual(metrics.ndcg([], self.grades), 0.0)

    def test_ndcg_stops_at_its_depth(self):
        self.assertEqual(metrics.ndcg(["x"] * 10 + ["a"], {"a": 1}), 0.0)
        self.assertAlmostEqual(metrics.ndcg(["x"] * 9 + ["a"], {"a": 1}), 1 / math.log2(11))

    def test_reciprocal_rank(self):
        self.assertEqual(metrics.reciprocal_rank(["x", "y", "c"], self.grades), 1 / 3)
        self.assertEqual(metrics.reciprocal_rank(["x", "y"], self.grades), 0.0)

    def test_recall(self):
        self.assertEqual(metrics.recall(["x", "a", "b"], self.grades), 2 / 3)
        self.assertEqual(metrics.recall(["x"] * 100 + ["a"], {"a": 1}), 0.0)

    def test_precision_at_1(self):
        self.assertEqual(metrics.precision_at_1(["a"], self.grades), 1.0)
        self.assertEqual(metrics.precision_at_1(["x", "a"], self.grades), 0.0)
        self.assertEqual(metrics.precision_at_1([], self.grades), 0.0)

    def test_a_query_without_an_answer_counts(self):
        values = metrics.evaluate({"1": ["a"]}, {"1": {"a": 1}, "2": {"b": 1}, "3": {"c": 0}})
        self.assertEqual(values["nDCG@10"], {"1": 1.0, "2": 0.0})

    def test_a_run_lists_a_document_once(self):
        run = metrics.read_run(["q Q0 b 2 1.0 t", "q Q0 a 1 2.0 t", "q Q0 a 3 0.5 t"])
        self.assertEqual(run, {"q": ["a", "b"]})


class Statistics(unittest.TestCase):
    def test_equal_runs_do_not_differ(self):
        values = {"1": 0.5, "2": 0.7}
        self.assertEqual(metrics.permutation_test(values, dict(values)), 1.0)

    def test_a_constant_gain_over_many_queries_is_significant(self):
        first = {str(i): 1.0 for i in range(20)}
        second = {str(i): 0.5 for i in range(20)}
        self.assertLess(metrics.permutation_test(first, second), 0.001)

    def test_one_query_of_twenty_is_not(self):
        first = {str(i): 0.5 for i in range(20)}
        second = dict(first, **{"3": 0.0})
        self.assertGreater(metrics.permutation_test(first, second), 0.5)

    def test_interval_holds_the_mean(self):
        values = [0.0, 1.0] * 50
        low, high = metrics.confidence_interval(values)
        self.assertTrue(0.35 < low < 0.5 < high < 0.65)


class Languages(unittest.TestCase):
    def test_a_name_tells_the_language_only_where_it_is_one(self):
        languages = {"P.hi": "hi", "S.en": "en", "P.hi.respelt": "hi", "P.hi2en": "",
                     "P.en2both": "", "P.roman": "", "ednil": "", "bundled": ""}
        for name, language in languages.items():
            self.assertEqual(collections_of.language_in(name), language, name)


if __name__ == "__main__":
    unittest.main()
