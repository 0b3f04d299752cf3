"""Settings of the whole suite."""

import os

from hypothesis import settings

# the rates that whoever runs the tests has downloaded are no part of them; a test's own store is set by the test
os.environ["FACTCHECK_RATES_DIR"] = os.devnull

# what a run keeps between runs is none of the tests' business, but where a test makes it so
os.environ["FACTCHECK_CACHE_DIR"] = ""

# a first example may load a lexicon or the rates, which on a busy machine takes longer than hypothesis allows
settings.register_profile("factcheck", deadline=None)
settings.load_profile("factcheck")
