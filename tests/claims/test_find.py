"""Claims of a text: conversions fold, pairs are compared with the majority, restatements are told once."""

from __future__ import annotations

import factcheck
from factcheck.claims.claim import Amount, Claim, faces


def claims(text: str, kind: str) -> list[Claim]:
    return [claim for claim in factcheck.find_claims(text) if claim.kind == kind]


def roles(claim: Claim) -> dict[str, str]:
    return {role: faces(part)[0].text for role, part in claim.roles.items()}


def test_a_conversion_folds_into_one_amount_with_two_faces() -> None:
    (claim,) = claims(
        "Aid of C$19.5 billion ($13.5 billion), including C$4.5 billion ($3.1 billion) in arms.", "part_whole"
    )
    whole, part = claim.roles["whole"], claim.roles["part"]
    assert isinstance(whole, Amount)
    assert isinstance(part, Amount)
    assert [face.text for face in whole.faces] == ["C$19.5 billion", "$13.5 billion"]
    assert [face.text for face in part.faces] == ["C$4.5 billion", "$3.1 billion"]
    assert [face.currency for face in part.faces] == ["CAD", "USD"]


def test_three_currencies_are_two_conversions_and_one_amount() -> None:
    text = "The bid of 3.1bn Australian dollars ($2.3bn; £1.2bn), including $1bn in debt, failed."
    assert [roles(claim) for claim in claims(text, "conversion")] == [
        {"original": "3.1bn Australian dollars", "converted": "$2.3bn"},
        {"original": "3.1bn Australian dollars", "converted": "£1.2bn"},
    ]
    (claim,) = claims(text, "part_whole")
    assert [face.text for face in faces(claim.roles["whole"])] == ["3.1bn Australian dollars", "$2.3bn", "£1.2bn"]


def test_a_part_must_fit_in_every_currency_that_it_shares() -> None:
    text = "Aid of C$19.5 billion ($13.5 billion), including C$4.5 billion ($14.1 billion) in arms."
    assert [(f.code, f.text) for f in factcheck.check(text)] == [
        ("FX101", "$14.1 billion"),
    ]
    assert any("SUM101" in note.text for note in factcheck.check(text)[0].notes)


def test_the_minority_of_the_pairs_is_blamed() -> None:
    text = "He paid 10.0 million SYP ($900,000), then 20.0 million SYP ($180,000), then 30.0 million SYP ($270,000)."
    text = text.replace("SYP", "Syrian pounds")  # of which the rate book knows nothing
    found = factcheck.check(text)
    assert [(f.code, f.text, f.expected) for f in found] == [("FX102", "$900,000", "$90,000")]


def test_a_restatement_is_told_once_however_often_it_stands() -> None:
    caption = (
        "The minister of ports opens the new harbour bridge at the ceremony in Bergen on {}. (Source: Harbour Office)"
    )
    text = "\n\n".join(caption.format(day) for day in ("May 4, 2025", "May 5, 2025", "May 4, 2025", "May 5, 2025"))
    found = factcheck.check(text)
    assert [(f.code, f.severity, f.text) for f in found] == [("CON103", "warning", "May 5, 2025")]
    assert [related.text for related in found[0].related] == ["May 4, 2025"]


def test_two_occasions_are_no_restatement() -> None:
    caption = (
        "The minister of ports opens the new harbour bridge at the ceremony in Bergen on {}. (Source: Harbour Office)"
    )
    text = "\n\n".join(caption.format(day) for day in ("May 4, 2025", "June 7, 2023"))
    assert factcheck.check(text) == []


def test_an_amount_in_a_headline_is_compared_with_the_body() -> None:
    text = (
        "Harbour board approves $4.5 million grant for new ferry terminal at Bergen\n\n"
        "The harbour board has approved a grant of $4.8 million for the new ferry terminal at Bergen.\n\n"
        "Work starts soon."
    )
    (found,) = factcheck.check(text)
    assert (found.code, found.text, found.related[0].text) == ("CON101", "$4.5 million", "$4.8 million")
    assert [(a.text, a.label) for a in found.alternatives] == [
        ("$4.8 million", "if $4.8 million is right"),
        ("$4.5 million", "if $4.5 million is right"),
    ]
    assert factcheck.check(text.replace("$4.8", "$4.5")) == []
    assert factcheck.check(text.replace("approves $4.5", "approves nearly $5")) == []
