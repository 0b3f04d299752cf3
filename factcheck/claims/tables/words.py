"""The words in the labels of tables that say what a row or column is. English; other languages find no totals."""

from __future__ import annotations

import re2

#: The row or column that adds up the others.
TOTAL = re2.compile(r"(?i)^\W*(?:(?:grand|sub|sum|overall|combined)[\s-]?)?totals?\b|^\W*sum\W*$|\btotal\W*$")
SUBTOTAL = re2.compile(r"(?i)^\W*sub[\s-]?totals?\b")
#: A total that is not one of all the rows.
PARTIAL = re2.compile(
    r"(?i)\bexcl|\bwithout\b|\bexcept|\bunique\b|\bdistinct\b|\bnet\b|\bof which\b|\bother than\b|\bper\b|\bafter\b"
    r"|\bbefore\b|\bcumulative\b|\bsavings?\b|\bless\b|\+|\bplus\b|\bvs\b|%|\bavg\b|\baverage\b|\bdifference\b|\bchange\b"
)
#: A row that adds to nothing.
APART = re2.compile(
    r"(?i)\b(?:averages?|avg|mean|median|std|stdev|s\.?d\.?|min|max|minimum|maximum|percent(?:age)?|per ?cent|pct"
    r"|rates?|ratios?|growth|change|delta|diff|difference|rank|ranking|share|cumulative|running|per|target|limit|goal|yoy"
    r"|previous|p\d\d)\b|%|±|Δ|÷|/"
)
#: A column of what does not add up, besides.
RATES = re2.compile(
    r"(?i)\b(?:index|years?|ages?|density|scores?|speed|percentile|efficiency|accuracy|precision|recall|f1|margin|id|order|position"
    r"|pos|coverage|quantile|price|rating|latency|throughput|speedup|factor|version|port|level|unique|distinct|phase|week|day"
    r"|month|step|sprint|no\.|nr|gpa|temperature|height|depth|time|duration|elapsed|peak|weight)\b|^\W*#?\W*$"
)
#: A part of the row above it.
NESTED = re2.compile(
    r"(?i)^\W*(?:of which|of them|of these|including|incl\b|o/w|thereof|which )|^[\s\x{a0}]*[-–—•·↳└├→>*▸]|\bof which\b"
)
#: What is taken away, or added twice.
TAKEN_AWAY = re2.compile(
    r"(?i)\b(?:less|minus|deduct\w*|discounts?|refunds?|net|surplus|deficit|balance|remaining|remainder|duplicates?|overlap\w*|"
    r"adjustments?|eliminations?|credit|excluding|returns|unused|saved|savings?|before|after)\b"
)
#: Columns of per cent that are shares of one whole.
SHARES = re2.compile(
    r"(?i)\bshares?\b|\bproportion\b|\bdistribution\b|\bbreakdown\b|\bcomposition\b|\bsplit\b"
    r"|(?:%|\bper ?cent|\bpercent(?:age)?|\bpct) of (?:the )?(?:total|all|whole|votes?|sales|revenue|budget|population"
    r"|sample|respondents|cases|deaths|spending|exports|imports|seats)\b"
)
NO_SHARES = re2.compile(
    r"(?i)\bchange|\bgrowth|\brate|\bwho\b|\bincrease|\bdecrease|\bper share\b|\bshares\b|\bcumul|\bpoints?\b|\bprice"
)
#: Questions with several answers.
MULTIPLE = re2.compile(
    r"(?i)\bmultiple (?:answers|responses|choice)|\bmore than one\b|\ball that apply\b|\bseveral answers\b|\boverlap"
)
#: The row that makes a list of shares complete.
REST = re2.compile(
    r"(?i)^\W*(?:all |the )?(?:others?|rest|remainder|none|don.t know|undecided|unknown|not stated|no answer)\b"
)
