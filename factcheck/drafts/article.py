"""Which blocks of a page are the draft: its article with headline and standfirst, not what stands around it."""

from __future__ import annotations

from collections import Counter

from factcheck.drafts.page import Page, Text


def article(page: Page) -> list[tuple[int, Text]]:
    """The blocks that are read, in order, with their numbers on the page; of several headlines the first is one.

    Of the articles of a page it is the one that holds the headline, else the one that holds half of the text; without
    such a one all of `<main>`, and without that the whole page. Articles inside of articles are comments and teasers.
    """
    inside = _inside(page)
    kept: list[tuple[int, Text]] = []
    headline = any(text.role == "headline" for n, text in enumerate(page.texts) if inside[n])
    headed = False
    for n, text in enumerate(page.texts):
        outside_head = not headline and not text.article and text.role in ("headline", "standfirst")
        if not inside[n] and not outside_head:
            continue
        if text.role == "headline":
            if headed:
                text = text._replace(role="body")
            headed = True
        kept.append((n, text))
    return kept


def _inside(page: Page) -> list[bool]:
    """For each block whether it stands in the part of the page that is read."""
    sizes: Counter[int] = Counter()
    for text in page.texts:
        sizes[text.article] += text.size
    chosen = _chosen(page, sizes)
    if chosen:
        return [text.article == chosen for text in page.texts]
    if any(text.main for text in page.texts):
        return [text.main for text in page.texts]
    if any(text.article for text in page.texts):
        return [text.article > 0 for text in page.texts]
    return [True] * len(page.texts)


def _chosen(page: Page, sizes: Counter[int]) -> int:
    """The number of the one article that is the draft; 0: none is."""
    headed = {text.article for text in page.texts if text.role == "headline"} - {0}
    if headed:
        return max(headed, key=lambda n: (sizes[n], -n))
    largest = max((n for n in sizes if n), key=lambda n: (sizes[n], -n), default=0)
    if not largest:
        return 0
    outermost = _outermost(page.articles)
    mains = any(text.main for text in page.texts)
    others = sum(
        text.size
        for text in page.texts
        if outermost[text.article] != outermost[largest] and (text.main if mains else text.article)
    )
    return largest if sizes[largest] >= others else 0


def _outermost(articles: list[int]) -> list[int]:
    """For each article the one that stands in no other and holds it, or is it."""
    found = [0] * len(articles)
    for n, above in enumerate(articles):
        found[n] = found[above] if above else n
    return found
