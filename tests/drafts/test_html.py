"""HTML: what is read, in which role, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import draft_of, printed, shape

from factcheck.drafts.draft import Draft


def html(source: str) -> Draft:
    return draft_of(source, "page.html")


@pytest.mark.parametrize(
    ("source", "text", "figure", "in_source"),
    [
        ("<p>It cost <b>$5</b> billion.", "It cost $5 billion.", "$5 billion", "$5</b> billion"),
        ("<p>Up <b>349.5</b> million (<i>$2.38&nbsp;billion</i>)", "Up 349.5 million ($2.38\u00a0billion)",
         "$2.38\u00a0billion", "$2.38&nbsp;billion"),
        ("<p>It cost &pound;5.</p>", "It cost £5.", "£5", "&pound;5"),
        ("<p>It cost &pound5 or &pound 6", "It cost £5 or £ 6", "£5", "&pound5"),
        ("<p>It cost &#36;5.", "It cost $5.", "$5", "&#36;5"),
        ("<p>It cost &#36 5 then", "It cost $ 5 then", "$", "&#36"),
        ("<p>It cost 5&nbsp;&#x20ac;.", "It cost 5\u00a0€.", "5\u00a0€", "5&nbsp;&#x20ac;"),
        ("<p>It cost 5&nbsp&#X20AC;.", "It cost 5\u00a0€.", "5\u00a0€", "5&nbsp&#X20AC;"),
        ("<p>5&#150;6 &#x00000000024;7", "5–6 $7", "5–6", "5&#150;6"),
        ("<p>5 &frac12 or &notit; &#0; &#xD800; &#99999999999;", "5 ½ or ¬it; \ufffd \ufffd \ufffd", "½", "&frac12"),
        ("<p>AT&T R&D; 5 &nosuch; &", "AT&T R&D; 5 &nosuch; &", "5", "5"),
        ("<p>AT&amp;T paid 5", "AT&T paid 5", "T&T", "T&amp;T"),
        ("<p>It cost\n    $5\t billion  now ", "It cost $5 billion now", "$5 billion", "$5\t billion"),
        ("<p>It cost <b> $5</b> billion", "It cost $5 billion", "$5", "$5"),
        ("<p>5&#32;\n&#10;6", "5 6", "5 6", "5&#32;\n&#10;6"),
        ("<p>1.5 mil&shy;lion\u200b euros and bil\u00adlions", "1.5 million euros and billions",
         "million", "mil&shy;lion"),
        ("<p>It cost $5<!-- or > 6 --> billion<!---->.", "It cost $5 billion.",
         "$5 billion", "$5<!-- or > 6 --> billion"),
        ('<p>It <a title="x > 6" href=/7>cost $5</a>', "It cost $5", "$5", "$5"),
        ("<p>It <a title='\"' data-x=a=\"b>cost $5</a>", "It cost $5", "$5", "$5"),
        ("<p>5 < 6 and 7 > 6 <5>", "5 < 6 and 7 > 6 <5>", "7", "7"),
        ("<p>Some <code>x = 6</code> cost <kbd>7</kbd>5", "Some cost 5", "5", "5"),
        ("<p>It <del>cost 6</del> <ins>costs 5</ins>", "It costs 5", "5", "5"),
        ("<p>He said <q>it is 5</q>.", "He said “it is 5”.", "it is 5", "it is 5"),
        ("<p>“Müller” — 𝟝 <b>€5</b> é", "“Müller” — 𝟝 €5 é", "€5 é", "€5</b> é"),
        ("<P>It COST <B>$5</b\n> billion</P >", "It COST $5 billion", "$5 billion", "$5</b\n> billion"),
        ("<p>It cost $5 <img src=5 alt='6'>billion", "It cost $5 billion",
         "$5 billion", "$5 <img src=5 alt='6'>billion"),
    ],
)  # fmt: skip
def test_offsets_stay(source: str, text: str, figure: str, in_source: str) -> None:
    draft = html(source)
    assert draft.text == text
    assert printed(draft, figure) == in_source


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("19.5 billion<sup>2</sup> euros", "19.5 billion euros"),
        ("19.5<sup>2</sup> billion", "19.5 billion"),
        ("19.5 billion<sup>12,13</sup>, and", "19.5 billion, and"),
        ("19.5 billion<sup>[4]</sup>", "19.5 billion"),
        ("19.5 billion <sup>2</sup> euros", "19.5 billion euros"),
        ("£5m<sup>a</sup> or 6<sup>*</sup>", "£5m or 6"),
        ('5<sup class="reference"><a href="#cite_note-3">[b 3]</a></sup> euros', "5 euros"),
        ('5<a href="#fn:1"><sup>1</sup></a> euros', "5 euros"),
        ('100 m<sup><a href="/notes">2</a></sup> of land', "100 m of land"),
        ("5 billion<sup>1</sup><sup>,</sup><sup>2</sup> euros", "5 billion euros"),
        ("5 million<sup>ii</sup> and 6 <sup>(b)</sup>", "5 million and 6"),
        ("5 billion<sup>e</sup> and XX<sup>e</sup>", "5 billion and XXe"),
        ("5 billion<a href='#n4'>4</a> and <a href='#_ftn2'>[2]</a>", "5 billion and"),
        ("5 billion<span class='footnote-ref'>3</span> in <a href='#c5'>5</a>", "5 billion in 5"),
        ("$4<sup>99</sup> or €4.<sup>50</sup> or 4<sup>99</sup>", "$4.99 or €4.50 or 4"),
        ("<sup>1</sup>Source: ministry", "Source: ministry"),
        ("a flat of 100 m<sup>2</sup> here", "a flat of 100 m² here"),
        ("100m<SUP> 2 </SUP>, 5 km<sup>2</sup>, 3 cm<sup>3</sup>", "100m², 5 km², 3 cm³"),
        ("90 square feet, 90 ft<sup>2</sup>", "90 square feet, 90 ft²"),
        ("£5m<sup>2</sup> and EUR 7 m<sup>2</sup>", "£5m and EUR 7 m"),
        ("3 × 10<sup>6</sup> and 10<sup>-3</sup>", "3 × 10⁶ and 10⁻³"),
        ("19,510<sup>6</sup> people", "19,510 people"),
        ("5 kg m<sup>−2</sup>", "5 kg m⁻²"),
        ("the <sup>14</sup>C age", "the ¹⁴C age"),
        ("the 20<sup>th</sup> and 1<sup>er</sup>", "the 20th and 1er"),
        ("at 20<sup>o</sup>C", "at 20°C"),
        ("2<sup>1</sup>/<sub>2</sub> miles", "2½ miles"),
        ("5<sup>3</sup>&frasl;<sub>16</sub> inches", "5³⁄₁₆ inches"),
        ("5<sup>3</sup>⁄<sub>4</sub> inches", "5¾ inches"),
        ("CO<sub>2</sub> fell 5%, PM<sub>2.5</sub> 6%", "CO2 fell 5%, PM2.5 6%"),
        ("a base of 5<sub>2</sub>", "a base of 5₂"),
        ("up 5<sup>2 more text that is no mark", "up 52 more text that is no mark"),
    ],
)
def test_raised_and_lowered(source: str, text: str) -> None:
    assert html(f"<p>{source}</p>").text == text


def test_an_exponent_is_printed_where_its_digit_stands() -> None:
    draft = html("<p>It has 100 m<sup>2</sup> of it</p>")
    assert printed(draft, "100 m²") == "100 m<sup>2"
    draft = html("<p>It is 2<sup>1</sup>/<sub>2</sub> miles</p>")
    assert printed(draft, "½ miles") == "1</sup>/<sub>2</sub> miles"


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("5<p>6<p>7</div>8", [("body", "5"), ("body", "6"), ("body", "7"), ("body", "8")]),
        ("<h1>Up 5%</h1><h2>Down 6%</h2>x", [("headline", "Up 5%"), ("body", "Down 6%"), ("body", "x")]),
        ("<h1>Up 5%</h1><h1>Down 6%</h1>", [("headline", "Up 5%"), ("body", "Down 6%")]),
        ("<h1>Up<br>5% <br> now</h1>", [("headline", "Up\n5% \nnow")]),
        ("<title>Up &pound;5 | News</title><p>x", [("headline", "Up £5 | News"), ("body", "x")]),
        ("<title>Up 5%</title><h1>Up 5.1%</h1>x", [("headline", "Up 5.1%"), ("body", "x")]),
        ("<p>5<br>6<br/>7</br>8", [("body", "5"), ("body", "6"), ("body", "7"), ("body", "8")]),
        ("<ul><li>5<li><p>6<ul><li>7</ul></ul>8", [("list", "5"), ("list", "6"), ("list", "7"), ("body", "8")]),
        ("<dl><dt>5<dd>6</dl>7", [("list", "5"), ("list", "6"), ("body", "7")]),
        ("<blockquote>5<p>6<ul><li>7</ul></blockquote>8",
         [("quote", "5"), ("quote", "6"), ("quote", "7"), ("body", "8")]),
        ("<figure><img alt=4><figcaption>Seen 5 <p>in 6</figcaption></figure>7",
         [("caption", "Seen 5"), ("caption", "in 6"), ("body", "7")]),
        ('<div class="wp-caption"><p class="wp-caption-text">Seen 5</p></div>6',
         [("caption", "Seen 5"), ("body", "6")]),
        ("<table><caption>In 2020<tr><th>a<td>5<br>6<tr><td>7<tfoot><tr><td>Source 8</table>9",
         [("note", "In 2020"), ("cell", "a"), ("cell", "5\n6"), ("cell", "7"), ("note", "Source 8"), ("body", "9")]),
        ("<table><tr><td>1<table><tr><td>2<td>3</table><td>4</table>",
         [("cell", "1"), ("cell", "2"), ("cell", "3"), ("cell", "4")]),
        ("<table><td>" + "It is a layout. " * 20 + "<td>5</table>",
         [("body", ("It is a layout. " * 20).strip()), ("cell", "5")]),
        ('<p>5<ol class="footnotes"><li>Of 6</ol>', [("body", "5"), ("note", "Of 6")]),
        ('<p>5<footer><section role="doc-endnotes"><p>Of 6</section></footer>', [("body", "5")]),
        ("<h1>Up 5%</h1><p class='story__standfirst'>It is 6</p><p>x", [
            ("headline", "Up 5%"), ("standfirst", "It is 6"), ("body", "x")]),
        ("<h1>Up 5%</h1><p>by A<h2 itemprop=description>It is 6</h2>x", [
            ("headline", "Up 5%"), ("body", "by A"), ("standfirst", "It is 6"), ("body", "x")]),
        ("<p class=dek>It is 6<h1>Up 5%</h1><table><td><p class=dek>7</table>", [
            ("body", "It is 6"), ("headline", "Up 5%"), ("cell", "7")]),
        ("<h1>Up 5%</h1>" + "<p>1" * 5 + "<p class=summary>6", [("headline", "Up 5%")] + [("body", "1")] * 5
         + [("body", "6")]),
        ("<!-- 5 --><!DOCTYPE html><?php 6 ?><![CDATA[ 7 ]]>8", [("body", "8")]),
        ("<script>a = '</p>5'</SCRIPT >6<style>7</style><template><p>8</template>9",
         [("body", "6"), ("body", "9")]),
        ("<script>if (a</scripts) 5</script>6", [("body", "6")]),
        ("<noscript><p>5</noscript><pre>6</pre><nav><p>7</nav><textarea><p>8</textarea>9", [("body", "9")]),
        ("<svg><title/><text>5</text></svg>6<math><mn>7</mn></math><select><option>8</select>9",
         [("body", "6"), ("body", "9")]),
        ("<p hidden>5<p>6<p aria-hidden=TRUE>7<p style='color: red; Display : none'>8<p>9",
         [("body", "6"), ("body", "9")]),
        ("<div hidden><b>4<p>5</div>6<span hidden>7<b>8</span>9", [("body", "69")]),
        ("<p>It is <span class=sr-only>4</span>5", [("body", "It is 5")]),
        ("<span style='display:block'>5</span>6", [("body", "5"), ("body", "6")]),
        ("<b>5<p>6</b> 7</p>8", [("body", "5"), ("body", "6 7"), ("body", "8")]),
        ("<p>It cost 5</b></i> billion</span></p>", [("body", "It cost 5 billion")]),
        ("<p>5</p>" + "\u00a0 <p>&nbsp;</p> <td> </td>", [("body", "5")]),
        ("5 <a", [("body", "5")]),
        ("5 <a b='6> 7", [("body", "5")]),
        ("5 <!-- 6", [("body", "5")]),
        ("5 </ 6", [("body", "5")]),
        ("5 <", [("body", "5 <")]),
        ("5 &pound", [("body", "5 £")]),
        ("5 <script>6", [("body", "5")]),
    ],
)  # fmt: skip
def test_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(html(source)) == blocks


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>1<article><p>2</article><p>3", "2"),
        ("<main><p>1<article><p>2 long enough</article><p>3</main>4", "2 long enough"),
        ("1<main>2</main>3", "2"),
        ("1<div role=navigation>2</div>3<footer>4</footer><aside>5</aside>", "1\n\n3"),
        ("<article><aside>1</aside>2</article>", "1\n\n2"),
        ("<main><h1>1</h1><article>2 text</article><article>3</article></main>", "1\n\n2 text"),
        ("<main><h1>1</h1><p class=dek>2</p>x<article>3 and on</article></main>", "1\n\n2\n\n3 and on"),
        ("<article>1 the longest of all<article>2</article></article>", "1 the longest of all"),
        ("<article><article><h1>1</h1>2</article>3 is longer than that</article>", "1\n\n2"),
        ("<main>0<article>1</article><article>2</article><article>3</article></main>", "0\n\n1\n\n2\n\n3"),
        ("0<article>1</article><article>2</article><article>3</article>4", "1\n\n2\n\n3"),
        ("<article><h1>1</h1></article><article>2 is a long one</article>", "1"),
        ("<article>1 is it<div class='related-posts'>2</div><footer>3</footer></article>", "1 is it"),
        ("<body class='comments related'><article class='has-related'>1</article>", "1"),
        ("<div class='comments'><article>1 is a comment</article></div>2", "2"),
        ("<div class='comment paywall'>1</div>", "1"),
        ("<div id='cookie-notice'>1</div>2<div role=main>3</div>", "2\n\n3"),
    ],
)
def test_the_article_of_a_page(source: str, text: str) -> None:
    assert html(source).text == text


def test_xhtml_ends_elements_that_end_themselves() -> None:
    source = "<?xml version='1.0'?><html xml:lang='de'><p hidden=''/><p>5 <i/>Mio. <![CDATA[ < 6 &amp;]]></p><title/>7"
    draft = draft_of(source, "page.xhtml")
    assert draft.text == "5 Mio. < 6 &amp;\n\n7"
    assert draft.language == "de"
    assert draft_of(source, "page.htm").text == "5 Mio. < 6 &amp;\n\n7"
    assert html("<p hidden=''/>5<p>6").text == "6"


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("<html lang=en-GB>5", "en-GB"),
        ("<HTML LANG=' fr '>5", "fr"),
        ("<html lang=en_US>5", "en-US"),
        ("<html lang=''>5", None),
        ("<html lang='{{ page.lang }}'>5", None),
        ("<p lang=fr>5", None),
    ],
)
def test_language(source: str, language: str | None) -> None:
    assert html(source).language == language


FRAGMENTS = (
    *("a", "é", "5", "$", "€", "𝟝", " ", "  ", "\u00a0", "\u00ad", "\n", "\r\n", "\t",
    '"', "'", "=", ">", "<", "&", ";"),
    *("<b>", "</b>", "<p>", "</p>", "<br>", "<td>", "</td>", "<table>", "</table>", "<li>", "<ul>", "<q>", "</q>"),
    *("<article>", "</article>", "<main>", "</main>", "<h1>", "</h1>", "<title>", "</title>", "<p class=dek>"),
    *("<div hidden>", "</div>", "<svg>", "</svg>", "<code>", "</code>", "<script>", "</script>", "<!--", "-->", "<!"),
    *("<sup>", "</sup>", "<sub>", "</sub>", "m<sup>2</sup>", "<sup>1</sup>/<sub>2</sub>", "<a href='#fn1'>", "</a>"),
    *("&pound;", "&pound", "&amp;", "&#36;", "&#36", "&NotEqualTilde;", "&#150;", "&shy;"),
    "<time datetime=2024-05-02>",
    *("<meta name=date content=2024-05-02>", "<html lang=de>", "<blockquote>", "<figcaption>", "<a b='", "</", "<?"),
    '<script type="application/ld+json">{"datePublished": "2024-05-02"}</script>',
)  # fmt: skip
PAGES = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
RAISED = {*"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉⁄°", *"½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"}


@given(PAGES | st.text(), st.sampled_from(["page.html", "page.xhtml"]))
def test_every_character_is_the_one_in_the_source(source: str, path: str) -> None:
    if not source or source.isspace():
        return
    draft = draft_of(source, path)
    assert "\n\n".join(draft.text[block.start : block.end] for block in draft.blocks) == draft.text
    for block in draft.blocks:
        assert draft.text[block.start : block.end].strip()
        last = 0
        for n in range(block.start, block.end):
            start, end = draft.to_source(n, n + 1)
            written, character = source[start:end], draft.text[n]
            assert start >= last
            last = start
            assert (
                written == character
                or written.startswith("&")
                or (character == " " and not written.strip(" \t\r\n\f"))
                or (character == "\n" and written == "<br>")
                or (character in "“”" and written in ("<q>", "</q>"))
                or (character in RAISED and written)
                or written.startswith("<sup>")
            )
