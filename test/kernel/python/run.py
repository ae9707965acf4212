"""Runs one file of tests and tells the outcome of each as a line of JSON."""
import importlib
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))


class Teller(unittest.TestResult):
    def tell(self, test, outcome, text=""):
        print(json.dumps({"name": str(test), "outcome": outcome, "text": text}), flush=True)

    def addSuccess(self, test):
        self.tell(test, "ok")

    def addError(self, test, err):
        self.tell(test, "error", self._exc_info_to_string(err, test))

    def addFailure(self, test, err):
        self.tell(test, "failure", self._exc_info_to_string(err, test))

    # Every sample is declared and every feature is there: a test that skips itself has not passed.
    def addSkip(self, test, reason):
        self.tell(test, "skipped", reason)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.tell(subtest, "failure", self._exc_info_to_string(err, test))


suite = unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module(sys.argv[1]))
suite.run(Teller())
