# The command line: what is being done, what was done, and what a command cannot use.

step-check = reading and checking the data
step-charts = computing and drawing charts
step-typeset = typesetting
step-pdf = making the PDF
step-write = writing the file
step-write-all = writing the files
step-both = reading both data sets
step-workbook = writing the workbook
step-fonts = checking the fonts
step-handouts = making handouts
step-pages = reading, checking and typesetting
step-draw = drawing the pages
step-judge = judging the file
step-print = typesetting, finishing and judging the print file
step-preview = reading fonts and layouts
step-fit = fitting the spreads
step-form = reading the data and measuring the spreads
step-form-write = writing the forms
step-import = reading data and forms
progress-left = { $done } of { $total }, { $time } left
progress-seconds = about { $n } s
progress-minutes = about { $n } min
flag-of-edition = { $flag } is of the edition “{ $edition }”, and none is made
flag-of-edition-hint = write sats build { $edition } { $flag } …
flag-bilevel = --bilevel is of TIFF, and none is made
flag-dpi = --dpi is of pages, and none are made
flag-charts = --size and --chart are of charts, and none are made
no-such-chart = there is no chart “{ $name }”
no-such-chart-like = do you mean “{ $like }”?
no-such-chart-hint = sats export charts without --chart makes all of them and writes their names
chart-undrawn = the chart “{ $id }” cannot be drawn: { $why }
chart-undrawn-hint = the fault is in the program; report it with data that show it
flag-incomplete = --incomplete is of pages, TIFF and the layouts' data, and none of them are made
flag-deadline = --deadline and --contact are of forms, and none are made
no-workbook = the workbook cannot be made: { $why }
no-such-forvaltning = there is no { -forvaltning } “{ $code }”
font-installable = may be embedded and installed
font-editable = may be embedded, documents may be edited
font-print = may be embedded for viewing and printing
font-restricted = may not be embedded
font-whole = may be embedded whole only
font-silent = says nothing about embedding
fonts-fine = every character of the data and the layouts has a glyph
font-italic = italic
font-upright = upright
font-missing = missing
flag-of-sheets = { $flag } is of sheets, and pages of A4 stay pages
flag-of-sheets-hint = name a format of sheets: --format a5-booklet, a4-booklet, a3-spread or 2up
data-no-folder = “{ $folder }” is not a folder
data-missing = there is no folder “{ $folder }”
data-hint = --data names the folder of one year, with rapport.toml in it
data-unreadable = the folder “{ $folder }” cannot be read: { $why }
data-here-hint = run sats in the folder that holds data/, or name a year's with --data
data-no-year = there is no year's folder in “{ $folder }”
data-year-hint = each year is a folder named by it, such as data/2024
nothing-open = no such text waits for confirmation
nothing-open-hint = `sats confirm` shows which do
confirmed-of = { $name }: { $n } { $n ->
        [one] text
       *[other] texts
    } confirmed
confirm-others = { $name }: { $who } answers and confirms its texts itself; they are not touched
confirmed = { $n } { $n ->
        [one] text
       *[other] texts
    } confirmed, { $left } left
waiting = { $n ->
        [0] No texts of last year wait for confirmation.
        [one] 1 text of last year waits for confirmation: with --forvaltning CODE, --only ID or --report
       *[other] { $n } texts of last year wait for confirmation: with --forvaltning CODE, --only ID or --report
    }
new-year-next =
    the year's numbers are filled in where "udfyldes" stands, and last year's texts changed or
    confirmed (sats confirm); sats check shows each place
cannot-read = “{ $file }” cannot be read: { $why }
settings-hint = sats.toml holds the project’s settings; correct it or move it away, and try again
settings-language = SATS_LANG is “{ $code }”; there is { $known }
name-a-pdf = name a PDF file
judged-fine = nothing to tell: { $pages } { $pages ->
        [one] page
       *[other] pages
    }
no-ctrl-c = Ctrl-C cannot be caught: { $why }
preview-ends = Ctrl-C ends the preview
no-browser = no browser could be opened; open the address by hand
cannot-print = cannot print: { $why }
explain-rule = { $code }: a rule of the preflight of print files, from { $source }
explain-hint = a finding's code stands in its first line: `error[D010]`
nothing-found = nothing to tell
fit-spread = the spreads
fit-full = full, %
fit-unknown = there is no { -indsats } `{ $id }`
fit-unknown-hint = there are { $ids }
fit-explain = { $id }: { $pages } pages, full { $full }
fit-cost = Penalty: { $points } points. { $weighed } ways were weighed to the end; the least is set:
fit-cost-hvid = white lines at the pages' feet
fit-cost-ujaevn = columns that do not end together
fit-cost-hul = white over something that goes across
fit-cost-delt = paragraphs and tables divided over two columns
fit-cost-afsnit = text that goes on in the next column or on the next page
fit-cost-figur = figures away from their text
fit-cost-form = figures in another size, modules left out
fit-cost-orden = something in another place than in the data
fit-forms = Forms other than the first:
fit-columns = The pages, from the top:
fit-across = {"  "}page { $page }: across, { $lines } lines
fit-two = {"  "}page { $page }: left column { $left } lines, right { $right }
fit-divided = {"  "}page { $page }: two columns, { $lines } lines, a paragraph divided after { $after }
fit-pages = pages
fit-room = room, mm
fit-over = beyond one spread
fit-over-by = { $lines } lines, about { $characters } characters

## Older data

history-no-data = “{ $revision }” has no data in “{ $folder }”
history-no-data-hint = name a revision that has it, or a folder with the older data
history-no-git = git cannot be run: { $why }
history-no-git-hint = install git, or name a folder with the older data
history-unread = “{ $folder }” cannot be read with git: { $why }
history-no-repository = “{ $revision }” is no folder, and “{ $folder }” is in no git repository
history-no-repository-hint = name a folder with the older data
history-no-revision = “{ $revision }” is neither a folder nor a year nor a revision
history-no-revision-hint =
    name a folder with the older data or a revision such as HEAD~3
history-years-hint = name { $years }, whose data lie beside these, another folder with older data or a revision such as HEAD~3
history-shallow-hint = a shallow clone lacks older commits: “git fetch --unshallow” gets them
history-lost = git has lost “{ $file }” of that revision
history-lost-hint = check the repository with “git fsck”
history-no-room = the older data cannot be set down: { $why }
history-no-room-hint = make room in the folder for temporary files
history-faulty = the data of “{ $since }” cannot be compared: it has errors
history-faulty-hint = choose another revision, or take that data into a folder and correct it there

## The next year

new-not-later = { $year } is not after the report's year, { $report }
new-not-later-hint = the next year is { $year }
new-there-already = “{ $folder }” is there already
new-there-already-hint = name a folder that is not there
new-folder-year = the folder is called “{ $folder }”, and the report's year is { $year }
new-link = “{ $file }” is a link to something outside the folder
new-link-hint = put the files themselves into the folder, or take the link away
new-not-edited = “{ $file }” could not be edited: { $why }
new-not-edited-hint = write it in TOML 1.0 form
cannot-write = “{ $file }” cannot be written: { $why }
new-not-written-hint = see to the folder's permissions and the disk's space

## No file

build-denied = no file is made: --deny-warnings stops at warnings that are not accepted

## Excerpts

excerpt-empty = no { -indsats } passes the whole selection
excerpt-empty-hint = --only, --forvaltning and --bydel narrow one another: leave one of them out
excerpt-unknown = the report has no { $kind ->
        [indsats] { -indsats }
        [forvaltning] { -forvaltning }
       *[bydel] { -bydel }
    } “{ $name }”

# The commands in the handbook
command-build = Make the report: the official PDF unless other editions are named
command-check = Tell what is wrong or doubtful in the data, the theme and the fonts
command-preview = Show the report in a browser and follow every edit
command-export = Write the report's data in other forms
command-diff = Tell what has changed between two data sets
command-preflight = Judge a PDF as a print shop would
command-printers = List the printers' profiles, or start a new one
    .list = List the built-in ones
    .new = Write a profile with every key and what it means, to be filled in
    .schema = Print the JSON Schema of profiles
command-new = Start the next year's data from this year's
command-confirm = Confirm last year's texts, so that the report can be published
command-schema = Print the JSON Schema of the data files, or of what the layouts are handed
command-import = Read filled-in forms into the data
command-comments = Read the comments in drafts that have come back
command-add = Make a new { -indsats }, ready to be filled in
command-rename = Give an { -indsats } another id or name
command-remove = Take an { -indsats } out
command-accept = Accept a finding, with a reason
command-docs = Write the handbook: every field, every block, every code
command-fonts = Tell which fonts the theme asks for and gets
command-layouts = List the built-in layouts, or write them out to change them
    .list = Print the names of the built-in layouts
    .eject = Write built-in layouts into a folder for --layouts; all of them where none is named
command-shell = Write man pages and shell completions
command-help = Show the help of a command

## A command that is typed wrongly

usage-value = “{ $value }” cannot be used as { $arg }
usage-no-value = a value is missing after { $arg }
usage-argument = `{ $arg }` is not known here
usage-command = there is no command `{ $name }`
usage-missing = { $args } is missing
usage-conflict = { $arg } and { $other } cannot be used together
usage-other = the command cannot be read as it is typed
usage-near = did you mean `{ $near }`?
usage-allowed = write { $words }
usage-range = write a whole number from { $least } to { $most }
usage-whole = write a whole number
usage-help = `sats --help` shows the commands
usage-help-of = `sats { $command } --help` shows what may stand there
