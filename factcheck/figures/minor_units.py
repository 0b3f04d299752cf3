"""Whose cents "cents" are: the euro's in "46.6 million euros or 80 cents a share"."""

from __future__ import annotations

from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import Lexicon

#: Marks that a sentence may end in, with the space behind them.
_ENDS = (". ", "? ", "! ", "\n")
#: The longest sentence that is looked through on either side.
_REACH = 400


def settle_cents(text: str, figures: list[Figure], lex: Lexicon) -> list[Figure]:
    """The same figures, cents of no named currency with that of their sentence, if it has cents and is the only one.

    The cents of a sentence in dollars are settled already, since their candidates are those of the dollar.
    """
    dollars = lex.symbols["$"].codes
    words = lex.cents
    cents = [n for n, figure in enumerate(figures) if _bare(figure, words) and figure.currency in dollars]
    if not cents:
        return figures
    settled = list(figures)
    for n in cents:
        figure = figures[n]
        start = max(text.rfind(end, max(0, figure.start - _REACH), figure.start) for end in _ENDS) + 1
        stops = [at for end in _ENDS if (at := text.find(end, figure.end, figure.end + _REACH)) >= 0]
        sentence = text[max(start, figure.start - _REACH, 0) : min([*stops, figure.end + _REACH])]
        if "$" in sentence or any(word in sentence.lower() for word in lex.dollars):
            continue
        near = {
            other.currency
            for other in figures
            if other.kind == "money" and start <= other.start < start + len(sentence) and not _bare(other, words)
        }
        if len(near) == 1 and (code := near.pop()) in lex.of_cents and code is not None:
            settled[n] = figure.with_currencies((code, *figure.currencies))
    return settled


def _bare(figure: Figure, words: frozenset[str]) -> bool:
    """Whether money is printed in cents without the name of their currency."""
    if figure.kind != "money" or len(figure.possible) < 2:
        return False
    return figure.text.replace("-", " ").rsplit(None, 2)[-1].lower() in words
