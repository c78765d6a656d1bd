# What frames every finding.

finding-level-error = error
finding-level-warning = warning
finding-level-note = note
finding-level-accepted = accepted
finding-help = help
finding-page = page { $page }
finding-page-of = page { $page }, { -indsats } `{ $id }`
finding-more = { $n ->
    [one] and 1 place more
   *[other] and { $n } places more
}
finding-accepted = accepted: { $reason }
finding-errors = { $n } { $n ->
    [one] error
   *[other] errors
}
finding-warnings = { $n } { $n ->
    [one] warning
   *[other] warnings
}
finding-notes = { $n } { $n ->
    [one] note
   *[other] notes
}
finding-accepted-count = { $n } accepted

report-undated = the report has no date
report-undated-hint = write the day that the report is of, in quotation marks: `dato = "{ $example }"`; the PDF is dated by it

# Data, theme and layouts held against each other.

number-and-state = `{ $field }` is both a number and `"{ $state }"`
number-and-state-hint =
    write `"{ $state }"` alone in place of the table, or take `tilstand` out: a value is a number or
    a state, never both
contract-other = the layouts are written for contract { $theirs }, and the program hands over by contract { $ours }
contract-other-hint =
    change them by `sats schema layouts` and write `kontrakt = { $ours }` at the top of theme.toml, or
    leave out --layouts
colour-principle = the theme has no colour for fagprincip { $nr }, { $name }
colour-principle-hint =
    give it one as `farve` in fagprincipper.toml or under [farve.fagprincip] in { $theme }; until then it
    gets the accent
symbol-missing = there is no symbol `{ $symbol }`
symbol-missing-hint =
    put an SVG drawing in one colour, on a field of 24 by 24, there: as symboler/{ $symbol }.svg beside
    the data or as { $file }
symbol-form = is not an SVG drawing
symbol-form-hint = save the drawing as SVG, or take the file out of symboler/
symbol-unasked = nothing uses the drawing
symbol-unasked-hint = the data name these symbols: { $names }
component-missing = the component `{ $name }` is to draw the block, and there is none
component-missing-hint =
    write { $file } with a function `komponent` and build with --layouts and that folder, or correct the name
component-empty = { $file } has no `komponent`
component-empty-hint = write #let komponent(blok, taethed, farve) = ... in it
token-unread = nothing reads `{ $token }`
token-unread-near = do you mean `{ $near }`?
token-unread-hint = take it out, or let a layout read it

printers-name = `{ $name }` is not a name that a file can have
printers-name-hint = use letters, digits, - and _
printers-there = `{ $path }` is there already
printers-there-hint = choose another name, or move the file
printer-missing = the printer's profile lacks { $keys }
printer-missing-hint = `sats printers new NAME` writes a profile with every key and what it means

## The layouts' folder

layouts-stray = no layout uses `{ $file }`
layouts-stray-near = it must be named as the file whose place it takes: `{ $file }`?
layouts-unknown = there is no built-in layout `{ $file }`
layouts-unknown-hint = `sats layouts list` shows them all
layouts-there = `{ $file }` is there already
layouts-there-hint = move it away, or name another folder with --to
