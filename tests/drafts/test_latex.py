"""LaTeX: what is read, in which role, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from texts import draft_of, printed, shape

from factcheck.drafts.draft import Draft
from factcheck.fronts.cli import main


def tex(source: str) -> Draft:
    return draft_of(source, "draft.tex")


@pytest.mark.parametrize(
    ("source", "text", "figure", "in_source"),
    [
        (r"It cost \$5 billion.", "It cost $5 billion.", "$5 billion", r"\$5 billion"),
        (r"It rose 5\,\% then.", "It rose 5\u202f% then.", "5\u202f%", r"5\,\%"),
        (r"It cost \textbf{\$5} \emph{billion}.", "It cost $5 billion.", "$5 billion", r"\$5} \emph{billion"),
        (r"It cost \pounds 5 or \pounds{}6.", "It cost £5 or £6.", "£5", r"\pounds 5"),
        ("Of 5~million, 12{,}000", "Of 5\u00a0million, 12,000", "12,000", "12{,}000"),
        ("The years 2019--20 --- ``so''", "The years 2019–20 — “so”", "2019–20", "2019--20"),
        (r"About \num{12000} of them", "About 12000 of them", "12000", "12000"),
        (r"About \qty{5}{\km} away", "About 5\u00a0km away", "5\u00a0km", r"\qty{5}{\km}"),
        (r"At \SI[per-mode=symbol]{5}{\kilo\metre\per\hour}.", "At 5\u00a0km/h.", "5\u00a0km/h",
         r"\SI[per-mode=symbol]{5}{\kilo\metre\per\hour}"),
        (r"At \qty{40}{km^2} or \SI{7}{\percent}", "At 40\u00a0km² or 7%", "7%", r"\SI{7}{\percent}"),
        (r"Of \qtyrange{5}{10}{\kg} or \numrange{2}{3}", "Of 5 to 10\u00a0kg or 2 to 3", "2 to 3", r"\numrange{2}{3}"),
        (r"At \qty{5}{\furlongs} it", "At \ufffc it", "it", "it"),
        (r"Where $x_5 = 6$ is", "Where \ufffc is", "is", "is"),
        (r"It is $5\%$ and 10$^6$ or 20$^\circ$C", "It is 5% and 10⁶ or 20°C", "5%", r"$5\%$"),
        ("It cost $5 million.\n\nThen $6.", "It cost $5 million.\n\nThen $6.", "$5 million", "$5 million"),
        (r"It cost 5 billion\footnotemark[2] then", "It cost 5 billion then", "5 billion", "5 billion"),
        (r"It cost 5 billion\textsuperscript{2} in 3 m\textsuperscript{2}", "It cost 5 billion in 3 m²", "3 m²",
         r"3 m\textsuperscript{2}"),
        (r"See \cite[p. 5]{a6} and \ref{t:7}, 8", "See  and , 8", "8", "8"),
        (r"See \href{http://a.example/5}{the \$6} here", "See the $6 here", "$6", r"\$6"),
        ("It cost 5 % or 6\nmillion", "It cost 5 million", "5 million", "5 % or 6\nmillion"),
        (r"Type \verb|rm -5| for 6", "Type \ufffc for 6", "6", "6"),
        (r"Th\'eo et Fran\c{c}ois, \'{e}t\'e 5", "Théo et François, été 5", "5", "5"),
        (r"It is \textcolor{red}{5} now \vspace{5cm}", "It is 5 now", "5", "5"),
        (r"\foo{2}{5} now", "2\ufffc5 now", "5 now", "5} now"),
        ("Cost\\\\\nof 5", "Cost\n\nof 5", "of 5", "of 5"),
    ],
)  # fmt: skip
def test_commands_are_left_out_and_offsets_stay(source: str, text: str, figure: str, in_source: str) -> None:
    draft = tex(source)
    assert draft.text == text
    assert printed(draft, figure) == in_source


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        (r"\section{Up 5\%}" "\nText.\n" r"\subsection*{Down 6}" "\nMore.",
         [("headline", "Up 5%"), ("body", "Text."), ("body", "Down 6"), ("body", "More.")]),
        (r"\title{Up 5}" "\n" r"\begin{document}" "\n" r"\maketitle \section{In 6}" "\n" r"\end{document} 7",
         [("headline", "Up 5"), ("body", "In 6")]),
        (r"\newcommand{\a}{5}\begin{document}6\end{document}", [("body", "6")]),
        (r"\begin{abstract}It cost 5.\end{abstract}", [("standfirst", "It cost 5.")]),
        (r"It cost 5\footnote{In 2019, of 6.} billion.", [("body", "It cost 5 billion."), ("note", "In 2019, of 6.")]),
        (r"\begin{itemize}\item One 5" "\n" r"\item[2)] Two 6\end{itemize}", [("list", "One 5"), ("list", "Two 6")]),
        (r"\begin{quote}I paid 5.\end{quote} So.", [("quote", "I paid 5."), ("body", "So.")]),
        (r"\begin{figure}[h]\includegraphics[width=5cm]{a}\caption[b]{In 6}\label{f7}\end{figure}",
         [("caption", "In 6")]),
        ("a 5\n" r"\begin{equation}x = 6\end{equation}" "\nb 7", [("body", "a 5\n\ufffc\nb 7")]),
        (r"\begin{lstlisting}5 % $\end{lstlisting}6", [("body", "\ufffc6")]),
        (r"\begin{verbatim}\end{lie}5\end{verbatim}", []),
        (r"\input{five5}\include{six6} 7", [("body", "7")]),
        (r"\begin{minipage}{0.5\textwidth}6\end{minipage}", [("body", "6")]),
        (r"\iffalse 5 \fi 6", [("body", "6")]),
        ("a 5\n% b\nc 6\n\nd", [("body", "a 5\nc 6"), ("body", "d")]),
    ],
)  # fmt: skip
def test_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(tex(source)) == blocks
    assert shape(tex(source.replace("\n", "\r\n"))) == blocks


def test_the_date_of_the_title() -> None:
    draft = tex("\\title{A}\n\\date{16 March 2025}\n\\begin{document}\nText.\n\\end{document}")
    assert draft.date is not None
    assert (draft.date.day, draft.date.origin) == (date(2025, 3, 16), r"\date")
    assert draft.source[draft.date.start : draft.date.end] == "16 March 2025"
    assert tex(r"\date{\today} Text.").date is None


TABLE = r"""\begin{table}\caption{Buses}
\begin{tabular}{l|rr}
\toprule
Depot & \multicolumn{2}{c}{Buses} \\
\midrule
Alder & 112 & \\
Birch\footnote{Of 3} & \textbf{87} & 1 \\
\hline
Total & 189 & 1 \\[2pt]
\end{tabular}\end{table}
"""


def test_tables() -> None:
    draft = tex(TABLE)
    (table,) = draft.tables
    assert [(cell.row, cell.column, cell.part, draft.text[cell.start : cell.end]) for cell in table.cells] == [
        (0, 0, "head", "Depot"), (0, 1, "head", "Buses"), (1, 0, "body", "Alder"), (1, 1, "body", "112"),
        (2, 0, "body", "Birch"), (2, 1, "body", "87"), (2, 2, "body", "1"),
        (3, 0, "body", "Total"), (3, 1, "body", "189"), (3, 2, "body", "1"),
    ]  # fmt: skip
    assert table.cells[1].columns == 2
    assert shape(draft)[5:7] == [("cell", "Birch"), ("note", "Of 3")]


def test_from_the_command(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.tex"
    source = "\\date{16 March 2025}\nThe firm paid \\$19.5 billion (\\euro{}13.5 billion).\n\n" + TABLE
    path.write_text(source, encoding="utf-8")
    assert main(["check", str(path), "--format", "concise"]) == 1
    out = capsys.readouterr().out
    assert ":2:31: error FX101" in out
    assert ":12:9: error SUM110 the cells make 199, not 189" in out
    assert main(["check", str(path), "--format", "concise", "--fix", "--unsafe-fixes"]) == 1
    assert path.read_text(encoding="utf-8") == source  # what a finding would write is no LaTeX


@pytest.mark.parametrize(
    ("comment", "covers"),
    [("% factcheck: ignore FX101: old", "block"), ("A. % factcheck: ignore FX101", "line"),
     (r"5\% factcheck: ignore", ""),
     ("%%factcheck: ignore-file", "file"), ("\\begin{verbatim}\n% factcheck: ignore\n\\end{verbatim}", "")],
)  # fmt: skip
def test_comments(comment: str, covers: str) -> None:
    source = f"One.\n\n{comment}\n\nText."
    found = tex(source).directives
    assert [directive.covers for directive in found] == ([covers] if covers else [])
    if found:
        assert source[found[0].start : found[0].end] == comment[comment.index("%") :]


@pytest.mark.parametrize(
    "part",
    ["{", "}", "\\footnote{", "\\label{", "\\a[", "\\begin{quote}", "\\end{quote}", "\\begin{tabular}{l}", "$", "$$",
     "\\(",
     "&", "\\\\", "\\verb|", "\\begin{verbatim}", "\\caption{", "\\qty{", "%", "\\'", "\\begin{", "\\num[",
      "\\section{\n\n",
     "\\footnote{a}", "\\textsuperscript{2}", "[", "\\item[", "\\iffalse", "}{"],
)  # fmt: skip
def test_hostile_rows_are_read(part: str) -> None:
    draft = tex("a " + part * 20_000 + "5")
    assert all(draft.text[block.start : block.end] for block in draft.blocks)
