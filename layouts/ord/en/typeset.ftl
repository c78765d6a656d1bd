# Theme, fonts and layouts.

theme-same = “{ $one }” and “{ $other }” are both { $colour }
theme-same-hint = change one of them by a step: print finds the inks by the colour
theme-inks = the inks of “{ $name }” are { $inks } per cent
theme-inks-hint = each ink is 0 to 100, all four together at most 300
theme-measure = `{ $key }` is { $value } mm
theme-measure-hint = write a measure of 0 mm or more
theme-columns = the page is divided into { $has } columns, and the layouts are made for { $need }
theme-columns-hint = write spalter = { $need }; own layouts for another number state it under [krav]
theme-narrow = { $has } mm of width are left for the text, and the pages are made for { $least } mm at least
theme-narrow-hint =
    make inder_mm and yder_mm smaller or bredde_mm larger; own layouts that make do with less state it
    as satsbredde_mm under [krav]
theme-low = { $has } mm of height are left for the text, and the pages are made for { $least } mm at least
theme-low-hint =
    make top_mm and bund_mm smaller or hoejde_mm larger; own layouts that make do with less state it
    as satshoejde_mm under [krav]
theme-slot = the slot plads.{ $name } is not usable
theme-slot-hint = give it bredde_mm (40 or more) and hoejde_mm = [usual, compact, large]
theme-limit-hint = [graense] says how small type and line spacing may get in a density
theme-grade = the grade grad.{ $name } is not usable
theme-grade-hint = give it grad (6 pt or more) and linje (no less than grad)
theme-no-label = no text is readable on “{ $name }”: { $best }:1 at best
theme-no-label-hint = make it darker, or much lighter
theme-contrast = “{ $name }” has { $got }:1 against the paper, less than { $least }:1
theme-contrast-hint = make it darker
theme-lightness = “{ $one }” and “{ $other }” are { $step } L* apart, less than { $least }
theme-lightness-hint = a grey print cannot keep them apart; move one
theme-alike = “{ $one }” and “{ $other }” are { $got } apart under { $eyes }, less than { $least }
eyes-usual = usual vision
eyes-protan = protanopia
eyes-deutan = deuteranopia
eyes-tritan = tritanopia
theme-alike-hint = change hue or lightness of one of them
theme-value = `{ $token }` cannot be used: { $why }
theme-negative = the number must be zero or more
layout-outside = it is a link to a file outside the layouts folder
theme-unread = the theme cannot be read: { $why }
theme-unread-hint = correct the named field; the roles, grades and slots must all be there
font-no-family = there is no font of the family “{ $family }”
font-families = families that are there: { $families }
font-no-family-hint = add a folder with --fonts, or change [skrift] familie in theme.toml
font-no-face = there is no font file for “{ $name }”
font-weights = weights that are there: { $weights }
font-not-embeddable = “{ $name }” ({ $file }) may not be embedded in a PDF
font-not-embeddable-hint =
    its licence bits (OS/2 fsType) forbid it; ask the vendor for another licence
no-glyph = the font has no { $shown } ({ $sign })
no-glyph-in = the font has no { $shown } ({ $sign }) as in `{ $field }`
no-glyph-hidden = invisible character
no-glyph-hint = “{ $family }” does not have it; write it with other characters, or add a font
layouts-missing = there is no layouts folder “{ $folder }”
layouts-unreadable = the layouts folder “{ $folder }” cannot be read: { $why }
layouts-no-folder = “{ $folder }” is not a folder of layouts
layouts-folder-hint = without --layouts the layouts built into the program are used
layout-utf8 = “{ $file }” is not UTF-8, from byte { $at } on
layouts-unlisted = the layouts cannot be listed: { $why }
layout-unread = the layout “{ $file }” cannot be read: { $why }
layout-unread-hint = a layouts folder holds report.typ, theme.toml and the files that they import
fonts-unread = the folder of fonts “{ $folder }” cannot be read: { $why }
fonts-unread-hint = name a folder with --fonts; without it the built-in fonts are used
font-unread = the font “{ $file }” cannot be read: { $why }
icc-large = it has more than { $most } MB
font-large = it has { $mb } MB; at most { $most } MB are read
font-unread-hint = fix the file or move it out of the fonts folder
layout-path = “{ $path }” is not a path of a layout
pages-move = page numbers do not settle: after { $rounds } rounds something still stands on another page than is written
overrun-off = “{ $words }” runs off the paper
overrun-picture-off = a picture runs off the paper
overrun-over = “{ $words }” and “{ $other }” stand over each other
overrun-under = “{ $words }” stands over a picture
overrun-pictures = two pictures stand over each other
overrun-cut = “{ $words }” is cut off
overrun-hint =
    shorten the words, or divide a long one by a soft hyphen (U+00AD); where it is on many pages, the
    measures of the layout or theme.toml are too small for the type
layout-warning = a warning of Typst; warnings fail a build
font-faces = it says that it has { $n } faces; at most { $most } are read
font-cut = the table `{ $table }` ends at byte { $end }, but the file has only { $size }
font-blank = the characters { $signs } have no drawing
cast-no-place = cast content has lost its place; report it as a fault of sats
cast-no-parts = cast content has lost its parts; report it as a fault of sats
inscribed-no-picture = a figure has lost its picture; report it as a fault of sats
inscribed-no-texts = the texts of a figure cannot be read ({ $why }); report it as a fault of sats
font-none = the file is not a font, or it is damaged
font-nameless = it has no family name
compose-unread = what the layout gives to `komponer` cannot be read: { $why }
