"""Settings of the whole suite."""

from hypothesis import settings

# a first example may load a lexicon or the rates, which on a busy machine takes longer than hypothesis allows
settings.register_profile("factcheck", deadline=None)
settings.load_profile("factcheck")
