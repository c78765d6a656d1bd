# The handbook: heads, and what cannot be read from the schema of the data files.

handbook-title = Handbook of sats
handbook-contents = Contents
handbook-part-year = The year's round
handbook-part-files = The data files
handbook-part-blocks = The blocks
handbook-part-values = Values and states
handbook-part-prose = Text
handbook-part-computed = Computed numbers in the text
handbook-part-findings = The findings
handbook-part-commands = The commands
handbook-part-printer = The printer's profile
handbook-part-theme = The theme
handbook-part-contract = The data of the layouts
handbook-command = Command
handbook-does = What it does
handbook-write = You write
handbook-means = It means
handbook-placeholder = Placeholder
handbook-here = In this report
handbook-in-data = In the data
handbook-in-form = In the form, and what it means
handbook-field = Field
handbook-what = What it is
handbook-needed = Needed
handbook-yes = yes
handbook-example = Example

## The year's round

handbook-new =
    Makes next year's folder: the year's numbers become “udfyldes”, and last year's texts wait to be
    confirmed.
handbook-form = Writes a form (.xlsx) for each { -forvaltning } with what it is to answer.
handbook-import =
    Reads the forms that come back, tells field by field what they change, and writes all or
    nothing. Try it first with --dry-run.
handbook-check = Shows what is missing, wrong or doubtful.
handbook-preview = Shows the report in the browser and follows every edit.
handbook-draft =
    Makes the draft for { -forvaltning(form: "alle") } with changes, gaps and line numbers.
handbook-comments =
    Reads the comments in the drafts that come back, and finds page, { -indsats } and field of each.
handbook-efforts =
    Makes a new { -indsats }, gives it another id or name, or takes it out: sats rename and sats
    remove.
handbook-accept = Accepts a finding that is right all the same, with a reason.
handbook-confirm =
    Shows last year's texts that are not confirmed. Confirms those that are chosen with
    --forvaltning, --only, --field or --report.
handbook-build = Makes the official PDF and the print files when all is filled in and confirmed.
handbook-handout = Makes a handout of an { -indsats }, or a booklet.

## What a text may have

handbook-empty-line = empty line
handbook-bold = **bold**
handbook-italic = *italic*
handbook-item = - item
handbook-link = [words](https://…)
handbook-paragraph = a new paragraph; a single line break is a space
handbook-strong = emphasised
handbook-emphasis = italic
handbook-list = an item of a list; 1. item of a numbered one
handbook-address = a link to an address
handbook-computed = a computed number; only where the field allows it
handbook-references-names = {"{"}figur.NAME{"}"}, {"{"}tabel.NAME{"}"}
handbook-references =
    “figure 2” and “table 1” with a link to the figure or table of the same { -indsats } that has
    `id = "NAME"`; Figur and Tabel with a capital begin a sentence. Figures and tables of the spread
    get numbers. Where the figure's values are missing, the sentence is left out
handbook-sign = the sign itself

## What a field is

kind-value = value
kind-cell = cell
kind-text-or-shared = text, or a reference to a shared text
kind-block = block
kind-one-of = one of { $words }
kind-text = text
kind-whole = whole number
kind-number = number
kind-yes-no = true or false
kind-list = list: { $of }
kind-table = table
kind-several = several forms

## States

state-means = { $state }: { $means }
state-final = counted and final
state-preliminary = counted, but may change
state-estimated = an estimate; printed with ca.
state-to-come = comes later; the official edition cannot be made before it is there
state-missing = does not exist or cannot be counted; printed as ··
state-withheld = withheld because it is about too few; printed as ×
