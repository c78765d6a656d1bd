# The checks: what the report says, held against itself.

accept-unused = { $code } is accepted, but nothing in this file answers to it
accept-unused-field = { $code } at `{ $field }` is accepted, but nothing in this file answers to it
accept-unused-hint =
    take the acceptance out: what it was for has been corrected, or the field has moved

## Ages

ages-overview = the overview says { $overview }, but the spread's target groups are { $spread }
ages-groups-here = the target groups
check-ask = ask the { -forvaltning } which one is right
ages-text = the text says { $said }, but the target group is { $group }
ages-text-hint = correct the text or the target group's `alder`
ages-by-head = the column's own head
ages-by-group = the target group
ages-outside = “{ $row }” is { $age } years, but { $by } goes { $way } { $limit }
ages-outside-hint = ask whether somebody outside the target group took part, or the number is wrong
ages-own = “{ $row }” is { $age }, outside the column's own { $low } to { $high }
ages-contradict =
    “{ $low_row }” is { $low }, but “{ $high_row }” is { $high }: the bounds contradict each other
ages-backwards = the span in “{ $span }” begins above its end: the bounds contradict each other
check-wrong-number = correct the wrong number
ages-own-spread = { $age } is outside its own spread, { $spread }
ages-spread-begins = the spread begins at { $from } years, but the target group at { $group }

## What the text points at

announced = the text announces “{ $words }” ({ $n }), but there is { $there ->
        [0] none
       *[other] only { $there }
    }
announced-hint = add what is missing, or take the words out
announced-empty = the text announces “{ $words }”, but the values of { $figures } are missing
announced-empty-hint =
    the official edition leaves figures without values out: get them, or take the words out
announced-figure = the figure

## Money

budget-membership =
    the { -opslag } says that it is not part of the budget package, but the report counts it among the
    budget package's { $n }
budget-counted-here = counted here
budget-membership-hint = say in the introduction that it reports without being part of it
budget-amount = the text says { $said } kr., but the amount is { $amount } kr.
budget-amount-here = the amount
budget-amount-hint = correct one of them, or say what the other amount is for

## Changes and shares

change-in-row = “{ $row }”: { $words }
change-turned-hint = turn the words
change-wrong =
    the change is told as { $told } %, but from { $from } to { $to } is { $percent } % ({ $points }
    percentage points)
change-of-after =
    { $percent } % is the change measured against the after value; measure it against the before
    value
change-wrong-hint = compute the change again, or say percentage points
share-wrong = { $part } of { $whole } is { $percent } %, but the text says { $said } %
share-wrong-hint = correct the percentage or the counts
parts-wrong = the parts { $parts } add up to { $sum }, but the text names a whole of { $whole }
change-turned = told as a { $told }, but from { $from } to { $to } is a { $told ->
        [rise] fall
       *[fall] rise
    }

## Text and table

count-percent = the text says { $said } % for “{ $row }”, but the table says { $table }
count-row-here = the table's row
count-hint = correct the text or the table
count-total = the text says { $said } { $words }, but “{ $row }” in the table is { $table }
count-series =
    the text says { $said } { $words } in { $year }, but the series “{ $series }” says { $value }
count-series-here = the series
count-series-hint = correct the text or the series
count-two = “{ $row }” is { $here } here and { $there } in another table
count-two-there = the other table
count-two-hint = the same count has one value; correct one of them
count-mean = the text says about { $said } on average, but “{ $row }” in the table says { $table }
count-mean-hint = correct the text, or say what its numbers are the average of

## Small counts

small-counts = { $n ->
        [one] a count
       *[other] { $n } counts
    } below { $limit } in “{ $place }”: { $counts }
small-counts-hint =
    withhold them ("diskretion"), or put small groups together; accept the finding with a reason
    where nobody can be recognised
small-of-year = { $year }: { $n }
small-count = “{ $name }” { $n }
small-share = “{ $name }” { $percent } % of { $base } is { $n }
small-callouts = callouts
small-second-hint = withhold “{ $name }” ({ $n }) too, or “{ $sum }” gives the count away
check-and-here = and here
given-away = “{ $name }” is withheld, but can be computed: { $n }, for { $reasons }
given-away-hint = withhold the next smallest too, or the sum, the mean or the percentage
told-mean = the mean{ $value } of { $rows } rows
told-sum = “{ $row }”{ $value } is the sum of the rows
told-across = “{ $column }” is the sum of the columns in the row “{ $row }”
told-percent = “{ $column }” { $percent } % of { $base }
told-figure = n = { $n } is the sum of the figure's values
told-table = the table “{ $title }”
told-elsewhere = { $place } has the same number for { $year }

## Footnotes

note-missing = the mark { $mark } has no note
note-missing-hint = write the note, or take the mark away
note-unmarked = nothing bears the mark of the note { $mark }
note-unmarked-hint = mark what the note is about, or make it a `note` block
note-unmarked-above = nothing above bears the mark of the note { $mark }
note-unmarked-above-hint = mark what the note is about, or take the note's mark away
printed = the source prints { $printed } for `{ $name }`, but the data gives { $computed }
printed-hint = the report prints the computed number; find out which one is right

## Counts and lists

listed = the text says “{ $said }”, but { $n } are listed
listed-range = the text says “{ $said }”, but { $low } to { $high } are listed
listed-hint = correct the number, or the list
listed-on = the text says { $n }, but “{ $words } …” names { $named }
listed-follow = the text says “{ $said }”, but { $n } follow
listed-follow-here = what follows
listed-follow-hint = correct the number, or what follows
topic = “{ $title }” is not among “{ $topics }” in the description
topic-here = the description
topic-hint = use the same name in both places
report-count = the text says “{ $said }”, but the report has { $n }
data-count = the text says “{ $said }”, but the data has { $n }
report-count-hint =
    correct the number, or use a placeholder such as {"{"}antal.indsatser{"}"}, which always
    follows the data

## What is missing

lost = { $who } owes { $what }
lost-hint =
    the official edition leaves out the whole figure or picture; the draft says at the place what is
    missing
lost-number = { $what }: not known or cannot be counted
lost-number-hint =
    the official edition shows ··; where there is a number after all, { $who } writes it in place of "mangler"
no-evaluation =
    { $n } of { $all } { -indsats(form: "flertal") } do not say whether an evaluation is going on: { $names }
no-evaluation-hint = write virkningsevaluering = true or false in each
fill-in = { $who } fills in { $what }
fill-in-hint = write the number in place of "udfyldes"
owed-series = the series “{ $name }” for { $years }
owed-text = a text
unwritten-report = one of the report's own texts is not written
unwritten-hint = write it in place of “Teksten mangler.”
unwritten-unconfirmed =
    { $n } { $n ->
        [one] text is
       *[other] texts are
    } not written yet and cannot be confirmed
owed-amount = the amount
owed-part = the amount's part “{ $name }”
owed-cells = { $n } of { $all } cells of the table “{ $table }”
owed-figure = the values of the figure “{ $title }”
owed-picture = the picture “{ $caption }”
owed-a-picture = a picture
owed-numbers = { $n ->
        [one] one number
       *[other] { $n } numbers
    } of “{ $title }”

## The list of words

term-unused = “{ $term }” stands in no text
term-unused-hint = write the abbreviation as the texts do, or take it out of the list
term-form = “{ $found }” is “{ $form }” in the rest of the report
term-form-hint = write “{ $form }”, or correct the list below [[skrivemaade]] in { $file }

## Overview and spread

names-differ = the overview says “{ $overview }”, the { -opslag } “{ $spread }”
names-misspelt = one letter or two differ: one of them is probably misspelt
names-differ-hint = use one name, or accept that there are two
names-here = the spread's name
payers-differ = the overview says { $overview }, the { -opslag } { $spread }
payers-here = here
payers-hint =
    correct the code; the overview has room for one, so where several take part you accept it: `sats accept D162 --only { $id } --reason "…"`
payer-unlisted = the text says that { $name } pays, but `forvaltninger` is { $codes }
payer-unlisted-hint = correct the text or `forvaltninger`
since-differs = the text says since { $said }, but the field `siden` is { $field }
since-missing = the text says since { $said }, but the field `siden` is not there
since-here = the field
since-hint = correct the text or the field

## Time

no-such-date = the date “{ $date }” does not exist
no-such-date-hint = look the right date up; most likely the last day of the month
period-since = the text says since { $said }, but the numbers begin in { $first }
period-since-hint = write { $first }, or add the years that are missing
series-ends = the series ends in { $last }, but the data year is { $year }
series-beyond = { $last } is later than the data year { $year }
series-beyond-hint = if it is a slip, correct the year; else correct `dataaar` in rapport.toml
series-lacks = the series lacks { $years }
series-years-hint = add the year, as "mangler" where nobody knows it
head-year = the head says “{ $head }”, but the row “{ $row }” is from { $year }
head-here = the head
head-year-hint = let the head name the whole period
latest-month = the text says that { $month } is the latest month, but the table goes to “{ $row }”
latest-month-here = the table's months
latest-month-hint = correct the text, or take out the months that are not in yet
months = the text says { $said } months, but the table has { $n }
months-here = the table

## Repetition

repeated = { $how ->
        [same] the same
       *[nearly] nearly the same
    } { $what } is printed { $n ->
        [2] twice
       *[other] { $n } times
    }
repeated-hint = take one of them out
repeated-across = { $words }: { $names }
repeated-across-hint =
    make it a shared text under [faelles] in rapport.toml, with words filled in by `med`

## Texts of last year

carried-over = { $n } { $n ->
        [one] text
       *[other] texts
    } of last year { $n ->
        [one] waits
       *[other] wait
    } for { $who }
carried-over-report = { $n } of the report's own texts are of last year
carried-over-hint = change them, or confirm those that still hold: `sats confirm { $choice }`
old-year-of = { $who } reviews { $n } { $n ->
        [one] text that says
       *[other] texts that say
    } { $words }
old-year = review { $n } { $n ->
        [one] text that says
       *[other] texts that say
    } { $words }
old-year-hint = see whether it still holds; numbers and years in prose are not moved on

## Shares

shares = the { $n } shares{ $place } add up to { $sum } %, not 100 %
shares-hint =
    find the wrong share; where one person may give several answers, say so under the title
shares-sentence = the shares { $shares } of one sentence add up to { $sum } %, not 100 %
share-over-all = the share is { $share } %, more than the whole
share-over-all-hint = see whether a decimal mark is missing; where it is a change, let the name say so
in-column = {" "}in “{ $name }”

## Sums

sum-row =
    “{ $row }” says { $printed }, but its { $n } parts add up to { $sum }{ $place } ({ $parts })
sum-rounded = { $words }; rounding can explain it
sum-rounded-hint = add a footnote that the numbers are rounded, for readers will add up
sum-row-hint =
    find out which number is wrong; a row that is not part of the sum has rolle = "grundlag"
mean-row = “{ $row }” says { $printed }, but the mean of the { $n } rows is { $mean }{ $place }
mean-row-hint = correct it, or say in a footnote how it is weighted
base-row =
    “{ $row }” is { $printed }, but the kinds listed below it add up to { $sum } ({ $parts })
base-row-hint = ask whether the count or one of its kinds is wrong
amount-parts = the amount is { $amount } kr., but its parts add up to { $sum } kr. ({ $parts })
amount-parts-here = the parts
amount-parts-hint = correct the amount or its parts

## Personal data

personal-comment = { $words } in a comment
personal-cpr-hint = delete the number, in earlier versions of the file too
personal-hint = delete it, or accept the finding with a reason ([[accepteret]])
personal-mail = an e-mail address, “{ $words }”
personal-name = a person's name, “{ $words }”
personal-cpr = a CPR number that begins with { $words }
personal-phone = a telephone number, “{ $words }”

## What a word processor leaves

look-alike = “{ $word }” has the letter “{ $letter }” ({ $sign }) of another alphabet
look-alike-hint = type the word again
sign-soft-hyphen = a soft hyphen
sign-no-width = a sign without width
sign-space = a special space
sign-no-break-space = a no-break space
sign-private = a sign without meaning
invisible-after = { $name } ({ $sign }) after “{ $word }”
invisible-first = { $name } ({ $sign }) at the beginning of the text
invisible-hint = delete it, or write a plain space
bullet = “{ $sign }” stands as a bullet at the beginning of a line
bullet-hint = write - and a space before each item, and an empty line before the list
open-emphasis = a star (* or **) is not closed and would be printed
open-emphasis-hint = put ** on both sides of the words, without spaces inside
quote-open = a quote (") is not closed
quote-curly = quotes of a word processor (“ ”)
quote-lone = a quote, » or «, lacks its other
quote-hint = write " on both sides
tight-percent = “{ $number }%” is written without a space
tight-percent-hint = write “{ $number } %”
told-series = the series “{ $name }”

## Leaps

leap = “{ $series }” leaps from { $from } in { $before } to { $to } in { $year }
leap-hint = see whether there is a digit too many or too few, or a full stop should go
leap-year = { $what } is { $to }, and was { $from } in the report of { $year }
leap-amount = the amount
leap-named = “{ $name }”
odd-amount = the amount is { $amount }, but the middle amount of the report is { $middle }
odd-amount-hint = write the amount in whole kroner, not in thousands or millions

pointing = “{ $words }” points at a place on the page where there is nothing
pointing-hint = write the name of what the text refers to instead

## Before publication

gate-shut = the report is not complete: { $open }
gate-shut-values = { gate-values } to be filled in
gate-shut-texts = { gate-texts } to be written, changed or confirmed
gate-values = { $n } { $n ->
        [one] value
       *[other] values
    }
gate-texts = { $n } { $n ->
        [one] text
       *[other] texts
    }
gate-sum = { $n } { $n ->
        [one] { -indsats }
       *[other] { -indsats(form: "flertal") }
    }: { $parts }
gate-line = { $name }: { $parts }
gate-own = the report's own texts: { $parts }
gate-of = { $code }  { $words }
gate-values-hint = write the number where "udfyldes" stands, or "mangler" where it cannot be had
gate-texts-hint =
    change the texts, or confirm them with { $whose ->
        [own] `sats confirm --report`
        [both] `sats confirm --forvaltning CODE` or `--only ID`, the report's own with `--report`
       *[efforts] `sats confirm --forvaltning CODE` or `--only ID`
    }
gate-hint =
    `sats check` shows each place; `--incomplete` makes the edition all the same and marks each gap
check-sum = sats check: { $errors }, { $warnings }, { $accepted }, { $missing } missing
