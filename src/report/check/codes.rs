//! The checks' codes, in the order of the families.

crate::codes! {
    /// Codes of the checks of what the report says.
    CHECK:
    SUM "D101" "a total is not the sum of its parts"
        "A row with rolle = \"total\" is the sum of the data rows above it, back to the last \
         total; a \"subtotal\" of those since the last subtotal. The message shows the sum. \
         Correct the number that is wrong, or give a row that is no part of the sum another role.";
    ROUNDED_SUM "D102" "a total differs from its parts by rounding"
        "Each part is rounded on its own, so their sum may differ from the rounded total by half a \
         step for each. Nothing is wrong, but readers add up: say in a note that the numbers are \
         rounded.";
    MEAN "D103" "a mean is not the mean of its rows"
        "A row with rolle = \"gennemsnit\" is the mean of the data rows, within rounding. Means of \
         percents are left alone, for they may rightly be weighted.";
    BASE "D104" "a count is not the sum of its kinds"
        "A base count (rolle = \"grundlag\") stands above rows that divide it (finished cases: \
         positively, negatively, not assessed), and they do not add up to it.";
    AMOUNT_PARTS "D105" "an amount is not the sum of its parts"
        "The parts in `opdeling` add up to `beloeb`.";
    SHARES "D111" "shares do not add up to 100 %"
        "A column with rolle = \"andel\", a column or figure with a residual category (other, \
         unknown), or three or more shares within 3 points of 100 divide a whole. Their sum may \
         miss 100 by half a step of rounding for each share, and no more.";
    PROSE_SHARES "D112" "shares in a sentence do not add up to 100 %"
        "A sentence that gives one share and the rest, or men and women, divides a whole.";
    RESULT "D121" "a change does not follow from before and after"
        "Where a table has columns with the roles foer, efter and resultat, the percent in the \
         result is the relative change, or the difference in percentage points, within the \
         rounding of the numbers; and a rise is told as a rise. A common mistake is to measure \
         against the after value.";
    PROSE_PERCENT "D122" "a percent does not follow from its counts"
        "`37 of the 84 … 44 %`: the percent is the part's share of the whole, rounded as written.";
    PROSE_PARTS "D123" "parts do not add up to the whole that the text names"
        "A sentence names a whole and its parts (`of the 33, 23 have …, and 10 …`). The parts are \
         more than the whole, or miss it so narrowly that a number is likely wrong.";
    PROSE_TABLE "D131" "text and table disagree"
        "The text before a table gives a percent, a total or an average that the table tells \
         otherwise. An average that is given with `cirka` may be a tenth off.";
    PROSE_SERIES "D132" "text and series disagree"
        "The users' prose gives a count of what the yearly series counts, for a year of the \
         series, with another number.";
    SAME_LABEL "D133" "the same count has two values"
        "Two tables of the indsats give a total or base count of the same name, unit and period \
         different values.";
    LISTED "D141" "a number named in the text is not what is listed"
        "The text says how many there are, and then lists more or fewer: after a colon, in the \
         sentence that follows (`Det er …`), or in the block below. Lists that can be read in more \
         than one way are given the benefit of the doubt.";
    REPORT_COUNT "D142" "a number named in the text is not what the data has"
        "The text counts indsatser, bydele, fagprincipper, forvaltninger or the rows of a table, \
         and the data has another number. In rapport.toml a placeholder can never be wrong.";
    TOPICS "D143" "a topic has two names"
        "The description lists topics by name, and the columns of the list that goes through them \
         have other heads.";
    TERM "D144" "en anden skrivemåde end i resten af rapporten"
        "ordliste.toml siger under [[skrivemaade]], hvilken form et ord har i hele rapporten, og \
         hvilke former det ikke har. Ret teksten, eller ret listen, hvis formen er rigtig.";
    UNUSED_WORD "D145" "en forkortelse i ordlisten, som ingen tekst bruger"
        "Hver forkortelse under [[begreb]] i ordliste.toml skal stå i mindst én tekst, skrevet på \
         samme måde. Ret den, eller tag den ud.";
    AGES "D151" "ages differ between overview and spread"
        "`overblik.alder` against the ages of `brugere.maalgrupper`, from the youngest to the \
         oldest. Both are kept as printed; ask the forvaltning which is right.";
    PROSE_AGES "D152" "ages in the text are not the target group's"
        "A range of ages in the overview, the description or the users' prose is neither a target \
         group's nor that of all groups together. Words such as `primært` allow a range within.";
    TABLE_AGES "D153" "an age is outside its range"
        "The smallest or largest age of a table lies outside the target group or outside the range \
         that the column's head names; or a value lies outside its own smallest and largest.";
    NAMES "D161" "two names for one indsats"
        "The overview prints another name than the spread. Both are kept; a difference of a letter \
         or two is a warning, for one is then likely misspelt. Case and hyphens do not count.";
    FORVALTNINGER "D162" "the forvaltning differs between overview and spread"
        "The overview names one forvaltning, the spread another or more. The insights count by the \
         overview's.";
    PAYS "D163" "the text names a payer that is not among the forvaltninger"
        "A sentence about the grant names a forvaltning that the indsats does not list.";
    SINCE "D164" "since when differs between text and field"
        "The description says since one year, the field `siden` another, or none.";
    IMPOSSIBLE_DATE "D171" "a date that does not exist"
        "The calendar has no such day. The same date in several fields is told once.";
    PERIOD "D172" "text and numbers cover different periods"
        "The text names a first year, a latest month or a number of months that the series or the \
         table does not have.";
    SERIES_YEARS "D173" "a series has a gap or does not reach the data year"
        "A yearly series runs without gaps to `dataaar`. A year that nobody knows is there as \
         \"mangler\".";
    HEAD_YEAR "D174" "a row of another year than the head says"
        "The table's title or row head names one year, and a row names another.";
    REPEATED "D181" "the same text twice"
        "A quote, or a text of one indsats, is printed twice: at least 85 % of the words, ten or \
         more, stand in the same order.";
    REPEATED_ACROSS "D182" "several indsatser share a text"
        "At least 85 % of the words, ten or more, are the same. Such a text belongs under \
         [faelles] in rapport.toml, so that it is mended in one place.";
    MARK_WITHOUT_NOTE "D191" "a footnote mark without a note"
        "The mark has no note in its block, nor in a `note` block right below.";
    NOTE_WITHOUT_MARK "D192" "a note without a mark"
        "Nothing in the block, or right above the `note` block, bears the note's mark.";
    ANNOUNCED "D201" "what the text announces is not there"
        "The text speaks of a table, a figure or a list (the table below, the two figures), and \
         the indsats has none, or too few, on that side of the text.";
    ANNOUNCED_EMPTY "D202" "the text announces a figure without values"
        "The figure's values are missing, so the official edition leaves it out, and the text \
         points at nothing.";
    MEMBERSHIP "D212" "counted in the budgetpakke, but not part of it"
        "The indsats says that it is no part of the budgetpakke (i_budgetpakken = false), and the \
         front matter counts it among the budgetpakke's indsatser.";
    AMOUNT "D213" "an amount is repeated with another value"
        "The text about the grant gives kroner that are neither the amount nor one of its parts, \
         and that rounding does not explain.";
    PRINTED "D214" "a printed insight is not what the data gives"
        "`trykt` holds what the source prints for a number that the program computes.";
    SMALL_COUNT "D221" "a small count of persons"
        "Counts from 1 to one below `diskretion.graense` can point at single persons. It holds for \
         columns, series and figures in the unit personer, for every count in a table with \
         foelsom = true, and for shares whose base makes them small counts.";
    GIVEN_AWAY "D222" "et tal, der er holdt tilbage, kan regnes ud"
        "Summer, gennemsnit, procenter af et kendt grundlag, en figurs n og samme tal et andet sted \
         på siden lader kun ét tal tilbage. Meddelelsen viser regnestykket. Hold et tal mere \
         tilbage, eller det, der røber det.";
    LOST "D231" "something is missing"
        "The value, figure or picture exists but is not in the data. The message says who owes it. \
         Missing is not zero.";
    TO_FILL_IN "D232" "something is to be filled in"
        "`sats new` has made place for this year's value. The message says who fills it in.";
    OLD_YEAR "D233" "prose that speaks of last year"
        "`sats new` keeps the prose. As long as values are to be filled in or texts are not \
         confirmed, texts that name the year before the data year, or speak of a moment without \
         naming it (senest, for nylig, i øjeblikket), are listed for review.";
    CARRIED_OVER "D234" "tekster fra sidste år er ikke bekræftet"
        "`sats new` lader teksterne stå og skriver dem op under [fra_sidste_aar] nederst i filen. \
         Ret en tekst, eller bekræft, at den stadig gælder: med `sats confirm`, eller ved at slette \
         dens linje. Indtil da laves hverken den officielle udgave eller trykfiler.";
    UNUSED_ACCEPT "D241" "an accepted finding that is not found"
        "The acceptance answers to nothing any more. Take it out, so that it does not hide \
         something new.";
}
