"""What holds digits and is no figure."""

from __future__ import annotations

import pytest
from figure_table import figures_in

SILENT = [
    "the G20 and the G7 met",
    "COVID-19 and Covid-19",
    "at 10:57 PM",
    "at 10:57:03",
    "at 5pm, 5 p.m. and 6.30am",
    "an F-35 fighter",
    "the 9/11 attacks",
    "on 06/03/2025",
    "a 401(k) plan",
    "a 501(c)(3) body under 284(b)(7)",
    "version 1.2.3",
    "call 555-123-4567",
    "call (202) 555-0143",
    "call +44 20 7946 0958",
    "call +1-202-555-0143",
    "D+5",
    "in his 50s",
    "the '60s and 60's",
    "his 3rd term and 45th birthday",
    "at https://example.org/2019/05/12 today",
    "see www.example.org/a?b=25",
    "from @user42 with #top10",
    "an MP3 and a B2B deal",
    "a 3D film in 4K",
    "10.0.0.1",
    "page_12",
    "R2-D2",
    "H1N1",
    "ratio 1:5",
    "call 555-0143",
    "call 1-800-555-0143",
    "call 1-800-FLOWERS",
    "call 0800 123 4567",
    "call 020 7946 0958",
    "ISBN 978-3-16-148410-0",
    "under § 230 and §§ 12.4",
    "at 40.7° N",
    "at 40°42'N",
    "at 40.7128 N",
    "in New York, NY 10001",
    "18 U.S.C. 1001",
    "410 U.S. 113",
    "at 1430 GMT",
    "at 7 o'clock",
    "at five o'clock",
    "She called 911.",
    "a 911 call",
    "at 10 Downing Street",
    "1600 Pennsylvania Avenue",
    "a 7-Eleven",
    "in 1080p",
    "the Group of Seven",
    "the Gang of Eight",
    "ISO 9001",
    "Rule 144A",
    "PM2.5",
    "on the M25 and I-95",
    "version 10",
    "iOS 14",
    "article 50",
    "section 8 housing",
    "a 737 MAX 8",
    "a Porsche 911",
    "flew at Mach 5",
    "the Top 40",
    "SB 1070",
    "the 777X",
    "No one came.",
    "about one another",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_silent(sentence: str) -> None:
    assert figures_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("At 10:57 PM 12 people left.", ["12"]),
        ("The F-35 costs $80 million.", ["$80 million"]),
        ("COVID-19 killed 300.", ["300"]),
        ("It was 20, 30 or 40.", ["20", "30", "40"]),
        ("(5) and [6]", ["5", "6"]),
        ("a 7-seat car", ["7"]),
        ("Of 5,000,300 came.", ["5,000,300"]),
        ("“12”", ["12"]),
        ("up 5%.", ["5%"]),
    ],
)
def test_figures_beside_them_are_read(sentence: str, texts: list[str]) -> None:
    assert [figure.text for figure in figures_in(sentence)] == texts


@pytest.mark.parametrize("text", ["", " ", "no digits here", "\n\n", "$", "€ %", "C$", "million dollars", "per cent"])
def test_nothing_to_read(text: str) -> None:
    assert figures_in(text) == []
