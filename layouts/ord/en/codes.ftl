# Codes of findings: title and explanation. `sats check --explain D010` prints them.

## Data: files

D001 = a file is missing
    .explain =
        A report is a folder with rapport.toml, forvaltninger.toml, fagprincipper.toml, bydele.toml
        and one file per indsats in indsatser/. Make the file, or name the right folder with --data.
D002 = a file cannot be read
    .explain =
        The name is there, but it is a folder, a link to nothing, or the system refuses to read it.
        Put a plain file in its place, or correct its permissions.
D003 = a file is not UTF-8
    .explain =
        Data files are text in UTF-8, as TOML asks. Open the file in an editor, choose UTF-8 as its
        encoding, and save it again.
D004 = a file is too large
    .explain =
        A data file holds at most 4 MB; one indsats takes some 20 kB. A larger file is most likely
        not a data file at all. Pictures belong in billeder/.
D005 = a file is empty
    .explain =
        There is nothing in the file, or only white space and comments. Fill it in, or delete it and
        take its id out of raekkefoelge.
D006 = a file is not TOML
    .explain =
        The text breaks a rule of TOML: a quote or bracket that is not closed, a key that stands
        twice, a value without quotes. All such places of a file are told at once; its content is
        checked when they are corrected.
D007 = a file is not read
    .explain =
        The file lies where data is read from, but nothing reads a file of that name. Rename it, or
        move it out of the folder.
D008 = a file's name cannot be an id
    .explain =
        The file's name without .toml is the id of the indsats and part of addresses and file names.
        It is made of a to z, 0 to 9 and hyphens, 40 characters at most.
D009 = the data changes while it is read
    .explain =
        A report is read as its data is at one moment. Where files go on changing meanwhile – copied,
        synchronised or saved by another program – reading stops.

## Data: fields

D010 = an unknown key
    .explain =
        Keys that the model does not know are refused, so that a misspelt key never means that
        something is silently left out. `sats schema` writes every key with its meaning.
D011 = a required key is missing
    .explain = The table cannot do without this key. The hint shows an example.
D012 = a value of the wrong kind
    .explain =
        The key takes another kind of value. Numbers are written bare (30.6, never "30,6 %"), words
        in quotes, lists in square brackets.
D013 = a number out of range
    .explain = The number is smaller or larger than the key allows, or does not fit 64 bits.
D014 = a word that the key does not know
    .explain = The key takes one of a few words. They are listed in the hint.
D015 = a list of the wrong length
    .explain = The list must have exactly as many items as the key says.
D016 = not a number
    .explain =
        nan and inf are TOML, but no figures of a report. Write the number, or "mangler" where it is
        not known.
D017 = a value that the model refuses
    .explain =
        The value has the right shape but could not be read into the model. The message says why.
D018 = a value is both a number and a state
    .explain =
        What is missing, to be filled in or withheld has no number: otherwise a withheld number could
        go out with a spreadsheet. Write the state alone ("diskretion"), or the number with
        "endelig", "foreloebig" or "anslaaet".

## Data: text

D020 = a control character in text
    .explain =
        Characters below U+0020 other than line breaks and tabs, and U+007F to U+009F, cannot be
        printed. They come in by copying from other programs. Delete them.
D021 = a character that turns the direction of text
    .explain =
        U+202A to U+202E and U+2066 to U+2069 make text appear in another order than it is written,
        which can hide what a text says. Danish needs none of them. Delete them.
D022 = a text is too long
    .explain =
        A single text holds at most 20,000 characters; a spread holds some 6,000 in all. Divide the
        text into blocks.
D023 = a required text is empty
    .explain =
        The key is there, but its text is empty. Write it, or take the key out if the model lets
        you.
D024 = something that prose may not hold
    .explain =
        Prose takes paragraphs, **bold**, *italic*, lists and links. Headings, tables, quotes and
        pictures are blocks of their own. HTML and code are not used.
D025 = an unknown placeholder
    .explain =
        `{"{"}name{"}"}` stands for a computed number, in the texts of the insights;
        `{"{"}tal.1{"}"}` and `{"{"}ord.1{"}"}` for a callout's own numbers; `{"{"}figur.name{"}"}` and
        `{"{"}tabel.name{"}"}` for the number of the figure or table with that `id`; `{"{"}word{"}"}` in a
        shared text for a word of `med`. Braces that mean braces are doubled: `{"{{"}` and `{"}}"}`.
D026 = a name is long
    .explain =
        Names over 120 characters break the page. A name over 28 characters wants a `kort_navn` of
        at most 28 for running heads and charts.

## Data: references

D030 = an unknown bydel
    .explain =
        Bydele are named as in bydele.toml, by name or alias. Add the place as alias of the bydel it
        lies in, or write the bydel's name.
D031 = an unknown forvaltning
    .explain = Forvaltninger are named by their code in forvaltninger.toml, for example SOF.
D032 = an unknown fagprincip
    .explain = Fagprincipper are named by their number in fagprincipper.toml.
D033 = an id without a file
    .explain = raekkefoelge names an indsats that has no file in indsatser/.
D034 = a file without a place in the order
    .explain =
        Every file in indsatser/ stands once in raekkefoelge in rapport.toml, which decides the
        order of the spreads. Add its id there, or move the file away.
D035 = the overview's order does not fit
    .explain =
        overblik_raekkefoelge names exactly the ids of raekkefoelge, in the overview's order; or it
        is left out.
D036 = an unknown shared text
    .explain = `faelles` names a text under [faelles] in rapport.toml.
D037 = a shared text's words do not fit
    .explain = `med` gives a word for each placeholder of the shared text, and no others.
D038 = a picture that cannot be used
    .explain =
        `fil` names a PNG, JPEG or SVG file directly in billeder/, without folders. It is whole, in
        RGB or grey, at most 64 MB and 50 million pixels.
D039 = the map file cannot be used
    .explain =
        `geojson` names a file beside rapport.toml, without folders: a FeatureCollection of polygons
        in WGS 84 (longitude, latitude), one or more for each bydel, named in a property as
        bydele.toml names it. Without `geojson` tiles are drawn.

## Data: form

D040 = something stands twice
    .explain =
        Ids, names, codes, numbers, aliases and tiles each name one thing. Two that are the same
        cannot be told apart.
D041 = years do not fit
    .explain = The folder has the name of the report's year, and the data year is not after it.
D042 = a series' key is not a year
    .explain =
        The keys of `vaerdier` are years from 1990 to 2100: vaerdier = {"{"} 2022 = 239, 2023 = 401 {"}"}.
D043 = a row does not fit its table
    .explain =
        Every row has as many cells as the table has columns. An empty cell is "", a printed dash
        "-", a lost value "mangler".
D044 = a pair needs two series
    .explain =
        `par = true` says that two series are read as pairs (722/335). It needs exactly two, with
        the same years.
D045 = a footnote mark of another form
    .explain = Footnote marks are *, ** and ***.
D046 = a negative amount or count
    .explain = Kroner, persons and other counts are zero or more.
D047 = an age range runs backwards
    .explain = `fra` is not greater than `til`. Leave `til` out for an open range.
D048 = the whole city, or bydele
    .explain =
        An indsats either covers the whole city (bydaekkende = true, no bydele) or has at least one
        bydel.
D049 = a date that does not exist
    .explain = Dates are written in quotation marks as "2024-05-31" and exist in the calendar.
D050 = a figure's values do not fit
    .explain =
        Each series of a figure has as many values as there are categories. A figure whose values
        are lost has `tilstand = "mangler"` and no series; every other figure has at least one.
D051 = a picture without file or alt text
    .explain = A picture has `fil` and `alt`, or `tilstand = "mangler"`.
D052 = a number is written as words
    .explain =
        The cell stands in a column of numbers but is a string that reads as a number. It would be
        printed as it stands and left out of sums and charts. Write it as a number; the unit is the
        column's.
D053 = an accepted finding of an unknown code
    .explain = `kode` under [[accepteret]] is not a code of any finding.

## Checks

D054 = a whole number is written with a full stop
    .explain = Kroner, persons and counts are whole numbers. In TOML a full stop is the decimal mark, so 1.234 is a little over one. Write 1234 or 1_234.
D055 = `om` points at a figure that is not there
    .explain =
        A text, a note, a source or a callout may name the figure that it is about, by the figure's
        `id`. The figure stands in the same indsats. Where its values are missing, the text and the
        note stay away with it, and a statement keeps the figure's source and population.
D056 = a colour cannot be read
    .explain =
        A colour on screen is written as # and six hexadecimal digits, two for each of red, green and
        blue: #0d1f5e.
D101 = a total is not the sum of its parts
    .explain =
        A row with rolle = "total" is the sum of the data rows above it, back to the last total; a
        "subtotal" of those since the last subtotal. The message shows the sum. Correct the number
        that is wrong, or give a row that is not part of the sum another role.
D102 = a total differs from its parts by rounding
    .explain =
        Each part is rounded on its own, so their sum may differ from the rounded total by half a
        step for each. Nothing is wrong, but readers add up: say in a note that the numbers are
        rounded.
D103 = a mean is not the mean of its rows
    .explain =
        A row with rolle = "gennemsnit" is the mean of the data rows, within rounding. Means of
        percents are left alone, for they may rightly be weighted.
D104 = a count is not the sum of its kinds
    .explain =
        A base count (rolle = "grundlag") stands above rows that divide it (finished cases:
        positively, negatively, not assessed), and they do not add up to it.
D105 = an amount is not the sum of its parts
    .explain = The parts in `opdeling` add up to `beloeb`.
D111 = shares do not add up to 100 %
    .explain =
        A column with rolle = "andel", a column or figure with a residual category (other, unknown),
        or three or more shares within 3 points of 100 divide a whole. Their sum may miss 100 by
        half a step of rounding for each share, and no more.
D112 = shares in a sentence do not add up to 100 %
    .explain = A sentence that gives one share and the rest, or men and women, divides a whole.
D113 = a share is over 100 %
    .explain = A number with the unit pct is more than the whole. Most often a decimal mark is missing: 429 for 42.9. Where it is a change, such as a rise, let the name of the row, the column or the table say so.
D121 = a change does not follow from before and after
    .explain =
        Where a table has columns with the roles foer, efter and resultat, the percent in the result
        is the relative change, or the difference in percentage points, within the rounding of the
        numbers; and a rise is told as a rise. A common mistake is to measure against the after
        value.
D122 = a percent does not follow from its counts
    .explain =
        `37 of the 84 … 44 %`: the percent is the part's share of the whole, rounded as written.
D123 = parts do not add up to the whole that the text names
    .explain =
        A sentence names a whole and its parts (`of the 33, 23 have …, and 10 …`). The parts are
        more than the whole, or miss it so narrowly that a number is likely wrong.
D131 = text and table disagree
    .explain =
        The text before a table gives a percent, a total or an average that the table tells
        otherwise. An average that is given with `cirka` may be a tenth off.
D132 = text and series disagree
    .explain =
        The users' prose gives a count of what the yearly series counts, for a year of the series,
        with another number.
D133 = the same count has two values
    .explain =
        Two tables of the indsats give a total or base count of the same name, unit and period
        different values.
D141 = a number named in the text is not what is listed
    .explain =
        The text says how many there are, and then lists more or fewer: after a colon, in the
        sentence that follows (`Det er …`), or in the block below. Lists that can be read in more
        than one way are given the benefit of the doubt.
D142 = a number named in the text is not what the data has
    .explain =
        The text counts indsatser, bydele, fagprincipper, forvaltninger or the rows of a table, and
        the data has another number. In rapport.toml a placeholder can never be wrong.
D143 = a topic has two names
    .explain =
        The description lists topics by name, and the columns of the list that goes through them
        have other heads.
D151 = ages differ between overview and spread
    .explain =
        `overblik.alder` against the ages of `brugere.maalgrupper`, from the youngest to the oldest.
        Both are kept as printed; ask the forvaltning which is right.
D152 = ages in the text are not the target group's
    .explain =
        A range of ages in the overview, the description or the users' prose is neither a target
        group's nor that of all groups together. Words such as `primært` allow a range within.
D153 = an age is outside its range
    .explain =
        The smallest or largest age of a table lies outside the target group or outside the range
        that the column's head names; or a value lies outside its own smallest and largest.
D161 = two names for one indsats
    .explain =
        The overview prints another name than the spread. Both are kept; a difference of a letter or
        two is a warning, for one is then likely misspelt. Case and hyphens do not count.
D162 = the forvaltning differs between overview and spread
    .explain =
        The overview names one forvaltning, the spread another or more. The insights count by the
        overview's.
D163 = the text names a payer that is not among the forvaltninger
    .explain = A sentence about the grant names a forvaltning that the indsats does not list.
D164 = since when differs between text and field
    .explain = The description says since one year, the field `siden` another, or none.
D171 = a date that does not exist
    .explain = The calendar has no such day. The same date in several fields is told once.
D172 = text and numbers cover different periods
    .explain =
        The text names a first year, a latest month or a number of months that the series or the
        table does not have.
D173 = a series has a gap or does not reach the data year
    .explain =
        A yearly series runs without gaps to `dataaar`. A year that nobody knows is there as
        "mangler".
D174 = a row of another year than the head says
    .explain = The table's title or row head names one year, and a row names another.
D175 = a number leaps tenfold
    .explain = A count of at least 100, or an amount, is ten times the one of the year before, or a tenth. Most often there is a digit too many or too few, or a full stop was read as a decimal mark. If the number is right, accept the finding with a reason.
D181 = the same text twice
    .explain =
        A quote, or a text of one indsats, is printed twice: at least 85 % of the words, ten or
        more, stand in the same order. The same quote word for word is an error: it looks like two who
        say the same.
D182 = several indsatser share a text
    .explain =
        At least 85 % of the words, ten or more, are the same. Such a text belongs under [faelles]
        in rapport.toml, so that it is corrected in one place.
D191 = a footnote mark without a note
    .explain = The mark has no note in its block, nor in a `note` block right below.
D192 = a note without a mark
    .explain = Nothing in the block, or right above the `note` block, bears the note's mark.
D201 = what the text announces is not there
    .explain =
        The text speaks of a table, a figure or a list (the table below, the two figures), and the
        indsats has none, or too few, on that side of the text.
D202 = the text announces a figure without values
    .explain =
        The figure's values are missing, so the official edition leaves it out, and the text points
        at nothing.
D203 = words that point at a place on the page
    .explain =
        The text points to a side (to the right, to the left), which the layout decides, or up or down
        where the indsats has nothing to show. Write the name of the table or figure.
D212 = counted in the budget package, but not part of it
    .explain =
        The indsats says that it is not part of the budget package (i_budgetpakken = false), and the
        front matter counts it among the budget package's indsatser.
D213 = an amount is repeated with another value
    .explain =
        The text about the grant gives kroner that are neither the amount nor one of its parts, and
        that rounding does not explain.
D214 = a printed insight is not what the data gives
    .explain = `trykt` holds what the source prints for a number that the program computes.
D215 = an amount is unlikely small or large
    .explain = The amount is less than a thousandth of the report's middle amount, or more than a thousand times as large. Most often it is written in thousands. Amounts are in whole kroner.
D221 = a small count of persons
    .explain =
        Counts from 1 to one below `diskretion.graense` can point at single persons. It holds for
        columns, series and figures in the unit personer, for every count in a table with foelsom =
        true, and for shares whose base makes them small counts.
D222 = a withheld count can be computed
    .explain =
        A total and the other cells give the withheld count away. Withhold a second one
        (complementary suppression).
D231 = something is missing
    .explain =
        The value, figure or picture is not in the data. A figure or a picture is to be delivered, and
        the message says by whom; a single number may not be known or countable. Missing is not zero.
D232 = something is to be filled in
    .explain = `sats new` has made place for this year's value. The message says who fills it in.
D233 = prose that speaks of last year
    .explain =
        `sats new` keeps the prose. As long as values are to be filled in, texts that name the year
        before the data year are listed for review.
D241 = an accepted finding that is not found
    .explain =
        The acceptance answers to nothing any more. Take it out, so that it does not hide something
        new.

## The next year and older data

D251 = next year's folder cannot be made there
    .explain =
        `sats new` never writes into a folder that is there already, and a folder named by a year
        must be named by the report's year. Name another folder, or move the old one away.
D252 = the year is not after the report's
    .explain = `sats new YEAR` makes a later year's folder from an earlier one, up to 2100.
D253 = next year's folder could not be written
    .explain = The system refused to read or write a file. Nothing has been made.
D271 = a letter of another alphabet
    .explain = The word mixes Latin letters with Cyrillic or Greek ones that look alike. It cannot be searched for and is read aloud wrongly. Type the letter anew.
D272 = an invisible character
    .explain = The text holds a character that cannot be seen: a soft hyphen, a space without width, a special space. It tends to come along from a word processor. Delete it; sats hyphenates and sets no-break spaces itself.
D273 = bullets that are typed as text
    .explain = A line that begins with a bullet sign does not become an item, but stands in the middle of a line. Write `- ` before each item, with an empty line before the list.
D274 = emphasis that is not closed
    .explain = Two asterisks are left in the text and are printed. Bold has `**` on both sides, without a space inside.
D275 = quotes that do not pair
    .explain = The text has an odd number of quotes, or two kinds. Write " on both sides; sats sets them as »…«.
D276 = a number runs into its percent sign
    .explain = Danish has a space before the percent sign: 50 %.
D281 = a CPR number
    .explain = The text or a comment holds ten digits that begin with a date. CPR numbers must not stand in the data, nor in comments: many read the files. Delete the number.
D282 = a telephone number
    .explain = A telephone number may be a person's own. Delete it, or accept the finding with a reason where it is a public line.
D283 = an e-mail address
    .explain = An e-mail address may be a person's own. Delete it, or accept the finding with a reason where it is a shared mailbox.
D284 = a person's name
    .explain = A title or a role is followed by a name. The report names no private persons. Write the role alone, or accept the finding with a reason.
G001 = git cannot be run
    .explain =
        A comparison with a git revision asks the git program for the data as it was. It is not
        installed, not on the path, or refuses to run. Install it, or compare with a folder.
G002 = the data is in no git repository
    .explain =
        A comparison with a git revision needs the data's folder to be in a git repository, and git
        to trust that repository. Compare with a folder instead, or take the data from a clone.
G003 = no folder and no revision has that name
    .explain =
        The name is neither a folder nor a revision (branch, tag, commit, such as HEAD~3) of the
        repository that holds the data. A shallow clone lacks older commits: git fetch --unshallow
        gets them.
G004 = the revision has no such data
    .explain =
        The revision is there, but has no rapport.toml where the data lies now. The data may be
        younger than the revision, or have been moved since. Compare with a folder instead.
G005 = the older data has errors
    .explain =
        The older data cannot be read by this program: it was faulty then, or the model has changed
        since. Choose another revision, or take that data into a folder and correct it.

## Theme, layouts and fonts

T001 = theme.toml cannot be used
    .explain =
        theme.toml is not TOML, or a colour, grade, slot or font that the program needs is missing
        or misspelt. The place names the key.
T002 = two roles have the same colour
    .explain =
        Two roles have the same RGB. The print edition finds a colour's inks by its RGB, so each
        must be unique; a step in one channel is enough and cannot be seen.
T003 = inks are out of their range
    .explain =
        Inks are percent, 0 to 100 each, and all four together at most 300: more does not dry on
        coated paper in sheet-fed offset.
T004 = a chart's slot is not usable
    .explain =
        A chart's slot, [plads.*], is too narrow or lacks its heights. Charts are drawn at true size
        and cannot be drawn smaller than their labels.
T005 = a grade is not usable
    .explain =
        A grade that charts use, [grad], is too small to read or has lines tighter than its type.
T006 = charts have no fonts to measure with
    .explain =
        Charts measure their labels with the report's own fonts and need an upright regular (400)
        and an upright semibold (600) of the theme's family.
T007 = the page has no room for the layouts
    .explain =
        The measures of the page, [side], give the layouts less than they are made for: too few columns of
        the grid, or a type area that is too narrow or too low. [krav] in theme.toml says what they need.
T010 = a colour is too near the paper
    .explain =
        The contrast between the colour and the paper is too small to read or see (WCAG 2.2: 4.5:1
        for text, 3:1 for graphics).
T011 = two colours have the same lightness
    .explain =
        Two colours that stand side by side have nearly the same lightness: a grey print or a
        photocopier cannot keep them apart.
T012 = two colours look alike to some eyes
    .explain =
        Two colours that stand side by side look alike to people who do not tell red from green, or
        blue from yellow.
T013 = no text is readable on a colour
    .explain =
        Neither the text colour nor the paper's is readable on this colour, so a chart cannot put a
        label in it.
T014 = a fagprincip has no colour
    .explain =
        Every fagprincip has its colour: as `farve` in fagprincipper.toml, or under [farve.fagprincip]
        in theme.toml with its number as key. Without it it is drawn in the accent and cannot be told from others.
T016 = a symbol is not there
    .explain =
        Every fagprincip has a drawing, symboler/fagprincip-NR.svg in the layouts folder; rapport.toml
        may name more. Without the drawing the pages cannot be set.
T017 = a block's component is not there
    .explain =
        A block of kind "eget" is drawn by the component of its name, komponenter/egne/NAME.typ in the
        layouts folder. The file must have a function `komponent`.
T018 = a token of theme.toml is not read
    .explain =
        A theme.toml in the layouts folder is laid over the built-in one, table by table. A name that the
        built-in one lacks and that no layout names is misspelt or left over.
T019 = a drawing is not used
    .explain =
        symboler/ beside the data holds the drawings that take the place of the layouts' own: they are
        called fagprincip-NR.svg, or by the name that rapport.toml gives.
L001 = a layout has an error or a warning
    .explain =
        A layout (.typ) has an error, or Typst warns about it. Warnings count as errors, because
        what they warn of (an unknown font, a layout that does not settle) ruins the page. The place
        is in the layout; the lines below it are the calls that led there.
L002 = the layouts' folder or the asked layout is not there
    .explain =
        The folder given with --layouts is not there, is not a folder, or lacks the layout that the
        edition is made from. Without --layouts the layouts built into the program are used.
L003 = a file of words cannot be used as it is
    .explain =
        A layouts folder may hold words of its own, ord/da/*.ftl, which replace those built in. An
        entry of it is not well formed, or does not fit what the program knows. The built-in entry
        is used in its place.
L004 = layouts are written for another contract
    .explain =
        What layouts get of the program stands in a contract with a number, which theme.toml names
        (`kontrakt`). Where it is not the program's, fields are missing or mean something else.
        `sats schema layouts` prints the contract; without --layouts those built in are used.
L005 = a file in the layouts' folder is not used
    .explain =
        The folder given with --layouts lies over the built-in layouts: a file in it takes the place of
        the built-in one of the same path. This file has no built-in one beside it, and no layout
        names it. `sats layouts list` shows those built in.
L006 = a fault of the typesetter's library
    .explain =
        The library that makes the PDF broke off at a fault of its own. The message names the
        indsatser that it comes from: each was made alone. Word what is unusual in the text otherwise
        (a link or emphasis inside a word), or leave the indsats out meanwhile.
L007 = something runs off the paper
    .explain =
        Words or a picture stand outside the page, wholly or in part. Words that cannot be read stop
        the official edition. Most often a word is too long for its column, or a measure of the
        layout too small.
L008 = something stands over something else
    .explain = Two pieces of text, a picture and a text, or two pictures cover each other on a page.
L009 = words are cut off
    .explain =
        The frame around the words is too small, so that part of them cannot be seen. Shorten the
        text, or give the frame more room in the layout.
F001 = a font file cannot be read
    .explain =
        A file in the fonts' folder has a font's name ending but is not a font that can be read.
        Mend it or move it away; fonts are never skipped in silence.
F002 = the theme asks for a family or weight that no font has
    .explain =
        theme.toml asks for a font family, weight or italic that is not there. Typst would take the
        nearest one and the report would look wrong, so nothing is typeset. Add the font with
        --fonts DIR, or change [skrift] in theme.toml.
F003 = a font forbids embedding
    .explain =
        The font's licence bits (OS/2 fsType) forbid embedding or subsetting. A PDF for archive or
        print must embed its fonts. Get a licence and a file that allows it.
F004 = a character has no glyph
    .explain =
        A character in the data or in a layout has no glyph in the report's font. There is no
        fallback font, so it would print as an empty box. Write the text with other characters, or
        add a font that has it.

## Finished files

P001 = the pages do not meet PDF/A-3a or PDF/UA-1
    .explain =
        The pages cannot be written as PDF/A-3a and PDF/UA-1, for instance because a figure has no
        alternative text, a heading level is skipped or a glyph is missing. Where the place is known
        it is in the layout that makes the thing.
P002 = a file cannot be written
    .explain =
        The file cannot be written: the folder is not there and cannot be made, is full or
        read-only, or a folder stands where the file should. The last good file is untouched.
P003 = `SOURCE_DATE_EPOCH` or the report's date is not a date
    .explain =
        The date in SOURCE_DATE_EPOCH (seconds since 1970) or in the report (`dato`, YYYY-MM-DD) is
        no date of the calendar between the years 1970 and 9999.
P004 = the pages are a draft's
    .explain =
        The pages carry the marks of a draft (stamp, watermark, change bars, what is missing) and
        can never become the official edition. Build it without `draft`.
P110 = a page cannot be written as TIFF
    .explain =
        The page could not be drawn or encoded as a bitmap, most likely because there is not memory
        enough for it at 300 pixels an inch.
P111 = a page cannot be drawn as a picture
    .explain =
        The pages could not be drawn or encoded as PNG, most likely because there is not memory
        enough for so many pixels.
P101 = the PDF to finish cannot be read
    .explain = The PDF that Typst exported, or the one that was named, cannot be read as a PDF.
P102 = a printer's profile is wrong
    .explain =
        A printer's profile (data/trykkerier/*.toml) has an unknown key, a value out of its range or
        two that contradict each other. Nothing is guessed, because a wrong bleed or ink limit is
        seen only after printing.
P103 = the printer's ICC profile is missing or is not the one that is asked for
    .explain =
        The ICC profile that the printer's profile names is missing, is not an output profile for CMYK,
        is truncated, or has another SHA-256 than is stated. Print shops compare checksums, so a
        profile of the same name is not enough. Some profiles may not be handed on: get them where
        the message says and put them beside the printer's profile.
P104 = the pages have less bleed than the printer asks for
    .explain =
        Colour that runs to the edge must go past it, or the knife leaves white. The printer asks
        for more bleed than the pages have (side.beskaering_mm in theme.toml).
P105 = a colour that cannot become ink of the four process colours
    .explain =
        The layout uses a colour that has no form in cyan, magenta, yellow and black ink: a spot
        colour, a conic gradient, or an inline picture. Use theme colours, linear or radial
        gradients.
P106 = a picture that cannot be converted
    .explain =
        A picture's samples cannot be read or converted. Save it again as PNG or JPEG with 8 bits a
        channel.
P107 = the delivered file is held back, because its preflight found errors
    .explain =
        The print file failed its own preflight and is not delivered; the last good file is
        untouched. The findings above say what to correct.
P301 = a PDF to impose cannot be read, or one of its pages cannot
    .explain =
        The PDF whose pages should go on sheets is not a PDF, is encrypted, has no pages, or has a page
        without a size or with content that cannot be unpacked.
P302 = the paper's thickness is none
    .explain =
        The thickness of the paper makes the inner sheets of a booklet stand out. It is given in mm:
        office paper of 80 g/m² has 0.1. Measure ten sheets and divide by ten.
P303 = something on the pages does not come along to the sheets
    .explain =
        Links, notes and form fields belong to a page on the screen. Pages that are set on sheets
        keep what is drawn on them only; what a filled-in form field shows is lost, too. Print the
        form to a PDF first.

## Command line and preview

K001 = an excerpt of what the report does not have
    .explain =
        --only, --forvaltning or --bydel names what the report does not have, or together they leave
        no indsats. Ids are the names of the files in indsatser/ without .toml; codes stand in
        forvaltninger.toml, names in bydele.toml.
K002 = an argument that the command cannot use
    .explain =
        The command was given an argument that it cannot use. `sats help` lists what there is, `sats
        help build` what one command takes.
K003 = a file or folder that the command needs is not there
    .explain =
        A file or folder that the command needs cannot be read. Run sats in the folder that holds
        data/, or name the year's folder with --data.
K005 = a workbook cannot be made
    .explain = A sheet holds a million rows and 32,767 characters a cell; the data has more.
K010 = a chart cannot be made a PNG
    .explain =
        The chart's SVG could not be drawn as a bitmap, most likely because there is not memory
        enough for its size. The SVG itself is written all the same.
V001 = the preview's server cannot start
    .explain =
        The preview listens on this machine only, on a port between 3000 and 3019 or the one given
        with --port. All of them are taken, or the system refuses. Close another preview, or name a
        free port.
V002 = files cannot be watched
    .explain =
        The system refuses to tell when files change. On Linux the number of watches is limited:
        raise fs.inotify.max_user_watches, or close programs that watch many files.

## Changes of data, and the list of words

D144 = another spelling than in the rest of the report
    .explain =
        ordliste.toml says below [[skrivemaade]] which form a word has in the whole report and which
        it has not. Mend the text, or the list where the form is right.
D145 = an abbreviation in the list of words that no text uses
    .explain =
        Each abbreviation below [[begreb]] in ordliste.toml stands in one text at least, written the
        same way. Mend it, or take it out.
E001 = the field has been changed in the meantime
    .explain =
        Whoever made the change saw another value than the one that stands in the file now. Nothing
        has been written. Look at both values and choose the right one.
E002 = there is no such field
    .explain =
        The change is of a field that the file has not and cannot have at that place. A field is
        named as in `sats check`: brugere.serie[0].vaerdier.2023.
E003 = the file cannot be changed before it can be read
    .explain = The file is not valid TOML. Mend first what `sats check` tells.
E004 = the change could not be written without touching something else
    .explain =
        After each change the file is read again, and only the changed field may differ. That was
        not so, and nothing has been written. Mend the field in the file with a text editor.
D234 = texts of last year are not confirmed
    .explain =
        `sats new` leaves the texts as they are and lists them below [fra_sidste_aar] at the foot of
        the file. Change a text, or confirm that it still holds: with `sats confirm`, or by deleting
        its line. Until then neither the official edition nor print files are made.
D235 = the report has no date
    .explain =
        The official edition must say which day it is of: `dato` in rapport.toml. Without it the PDF
        is dated 1 January of the report's year, and an archive cannot tell two editions apart.
D254 = no such text waits for confirmation
    .explain =
        `sats confirm` takes the marks of last year's texts away. The named field is not a text of last
        year, or it has been changed or confirmed already. `sats confirm` without a choice lists
        what is open.
D261 = the report is not complete
    .explain =
        The official edition and print files are made only when all values are filled in, and all
        texts of last year are changed or confirmed (`sats confirm`). `sats check` shows each place.
        A value that nobody can get any more is written "mangler". `--incomplete` makes the edition
        all the same and marks each gap.
P005 = the typeset PDF is not what was expected
    .explain =
        The typeset PDF has something that the finishing pass does not know, for instance a tag that
        a layout asks for with `maerket` and that PDF does not have, or a carrier that is empty.
        Where the page is known it is said; the place is in the layout that makes it.
