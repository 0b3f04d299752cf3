"""What LaTeX's commands and environments do with their text, as far as a reader sees it."""

from __future__ import annotations

from typing import Literal

from factcheck.drafts.draft import Role


def _words(names: str) -> frozenset[bytes]:
    return frozenset(names.encode().split())


#: Commands whose arguments are no text, so many as follow.
SILENT = _words(
    """label ref pageref eqref autoref nameref cref Cref vref cite citep citet citealp citealt citeauthor citeyear
    parencite
    textcite autocite footcite fullcite nocite url nolinkurl path includegraphics include input subfile import
    includeonly
    usepackage RequirePackage documentclass bibliography bibliographystyle addbibresource newcommand
    renewcommand
    providecommand newenvironment renewenvironment DeclareMathOperator DeclareRobustCommand def newcounter setcounter
    addtocounter stepcounter refstepcounter newlength setlength addtolength settowidth vspace hspace vskip hskip rule
    definecolor colorlet color pagecolor rowcolor columncolor cellcolor rowcolors pagestyle thispagestyle pagenumbering
    hypersetup geometry sisetup DeclareSIUnit lstset lstinputlisting verbatiminput inputminted graphicspath captionsetup
    setmainfont setsansfont setmonofont fontsize selectlanguage setdefaultlanguage hyphenation index glossary gls
    newglossaryentry newacronym footnotemark cline cmidrule specialrule addlinespace hline linespread titleformat
    titlespacing theoremstyle newtheorem tikz usetikzlibrary pgfplotsset draw node input@path phantom hphantom vphantom
    todo missingfigure iffalse lstinline author affil email institute orcid keywords addcontentsline addtocontents
    phantomsection hypertarget bibitem texttt code mintinline crefname setstretch enlargethispage needspace
    DeclareUnicodeCharacter newcolumntype setlist renewcaptionname AtBeginDocument ensuremath begingroup endgroup
    makeatletter tablenum date@format columnbreak pdfinfo markboth markright fancyhead fancyfoot lhead rhead cfoot ce
    chemfig frac sqrt sum qrcode ding foreach newif tag pgfmathsetmacro pdfbookmark hyphenchar"""
)
#: Commands with so many arguments before the text.
DROPS = {
    b"href": 1, b"textcolor": 1, b"colorbox": 1, b"fcolorbox": 2, b"multicolumn": 2, b"multirow": 2, b"parbox": 1,
    b"raisebox": 1, b"foreignlanguage": 1, b"resizebox": 2, b"scalebox": 1, b"rotatebox": 1, b"makebox": 0,
    b"hyperlink": 1, b"captionof": 1, b"blockcquote": 1, b"textcquote": 1, b"adjustbox": 1, b"footnotetext": 0,
}  # fmt: skip
#: Commands whose text is a block of its own; a heading is the headline if there is none yet.
BLOCKS: dict[bytes, Role | Literal["title", "heading", "date"]] = {
    b"title": "title", b"subtitle": "standfirst", b"date": "date", b"abstract": "standfirst",
    b"part": "heading", b"chapter": "heading", b"section": "heading", b"subsection": "heading",
    b"subsubsection": "heading", b"paragraph": "heading", b"subparagraph": "heading", b"frametitle": "heading",
    b"caption": "caption", b"captionof": "caption", b"blockquote": "quote", b"blockcquote": "quote",
}  # fmt: skip
NOTES = _words("footnote footnotetext thanks endnote sidenote marginpar marginnote tablefootnote")
#: What a preamble says of the text.
IN_PREAMBLE = _words("title subtitle date abstract")

VERBATIM = _words(
    """verbatim verbatim* Verbatim BVerbatim LVerbatim lstlisting minted alltt comment filecontents filecontents*
    tikzpicture
    equation equation* align align* alignat alignat* gather gather*
    multline multline* eqnarray eqnarray* math
    displaymath flalign flalign* pgfpicture thebibliography picture luacode axis forest algorithm algorithmic"""
)
TABLES = _words(
    "tabular tabular* tabularx tabulary longtable longtable* supertabular tblr longtblr xltabular NiceTabular"
)
ENVIRONMENTS: dict[bytes, Role] = {
    b"quote": "quote", b"quotation": "quote", b"verse": "quote", b"displayquote": "quote", b"displaycquote": "quote",
    b"itemize": "list", b"enumerate": "list", b"description": "list", b"compactitem": "list", b"abstract": "standfirst",
    b"tablenotes": "note",
}  # fmt: skip
#: Environments whose text begins right behind their name: a `{` there is no argument.
PLAIN = frozenset(ENVIRONMENTS) | _words(
    """document center flushleft flushright figure figure* table table* sidewaystable titlepage small footnotesize
    threeparttable landscape em"""
)
RULES = _words("midrule hline")

SYMBOLS = {
    b"pounds": "£", b"textsterling": "£", b"euro": "€", b"texteuro": "€", b"EUR": "€", b"textyen": "¥", b"yen": "¥",
    b"textdollar": "$", b"textcent": "¢", b"cent": "¢", b"textwon": "₩", b"textnaira": "₦", b"textpercent": "%",
    b"textperthousand": "‰", b"degree": "°", b"textdegree": "°", b"textcelsius": "°C", b"celsius": "°C",
    b"textendash": "–", b"textemdash": "—", b"textquotedblleft": "“", b"textquotedblright": "”", b"textquoteleft": "‘",
    b"textquoteright": "’", b"ldots": "…", b"dots": "…", b"textellipsis": "…", b"textasciitilde": "~",
    b"texttimes": "×",
    b"textpm": "±", b"textminus": "−", b"textonehalf": "½", b"textonequarter": "¼", b"textthreequarters": "¾",
    b"textmu": "µ", b"slash": "/", b"textbackslash": "\\", b"textunderscore": "_", b"nobreakspace": "\u00a0",
    b"space": " ", b"quad": " ", b"qquad": " ", b"thinspace": "\u202f", b"enspace": " ", b"textless": "<",
    b"textgreater": ">", b"S": "§", b"P": "¶", b"dag": "†", b"ddag": "‡", b"ss": "ß", b"o": "ø", b"O": "Ø", b"l": "ł",
    b"L": "Ł", b"ae": "æ", b"AE": "Æ", b"oe": "œ", b"OE": "Œ", b"aa": "å", b"AA": "Å", b"i": "ı", b"j": "ȷ",
    b"TeX": "TeX", b"LaTeX": "LaTeX", b"par": "\n", b"newline": "\n", b"linebreak": "\n", b"copyright": "©",
    b"textregistered": "®", b"texttrademark": "™", b"textbar": "|", b"guillemotleft": "«", b"guillemotright": "»",
    b"og": "« ", b"fg": " »", b"textbullet": "•", b"textnumero": "№", b"hfill": " ", b"hfil": " ",
}  # fmt: skip
SIGNS = {
    b"%": "%", b"$": "$", b"&": "&", b"#": "#", b"_": "_", b"{": "{", b"}": "}", b",": "\u202f", b" ": " ", b";": " ",
    b":": " ", b"\n": " ", b"\t": " ", b">": " ",
}  # fmt: skip
ACCENTS = {
    b"'": "\u0301", b"`": "\u0300", b"^": "\u0302", b'"': "\u0308", b"~": "\u0303", b"=": "\u0304", b".": "\u0307",
    b"c": "\u0327", b"v": "\u030c", b"H": "\u030b", b"u": "\u0306", b"k": "\u0328", b"r": "\u030a", b"d": "\u0323",
    b"b": "\u0331",
}  # fmt: skip
#: What a formula of one sign reads as; of other formulas only plain numbers and powers are read.
FORMULAS = {
    r"\sim": "~", r"\approx": "≈", r"\simeq": "≈", r"\pm": "±", r"\times": "×", r"\cdot": "·", r"^\circ": "°",
    r"^{\circ}": "°", "-": "−", "+": "+", "<": "<", ">": ">", "=": "=", r"\leq": "≤", r"\le": "≤", r"\geq": "≥",
    r"\ge": "≥", r"\%": "%", r"\$": "$", r"\mu": "µ", r"\rightarrow": "→", r"\to": "→", r"\pounds": "£",
    r"\frac{1}{2}": "½", r"\frac12": "½", r"\frac{1}{4}": "¼", r"\frac14": "¼", r"\frac{3}{4}": "¾", r"\frac34": "¾",
}  # fmt: skip
