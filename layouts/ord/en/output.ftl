# Files that are written: why one cannot be, and what goes with them.

write-folder-there = “{ $file }” cannot be written: a folder of that name stands there
write-folder-there-hint = move the folder away, or name another one with --out
write-changed = “{ $file }” was changed while sats worked; nothing has been written
write-composed =
    “{ $file }” was saved with decomposed letters (å as a and a ring); they were composed as the file was written
write-changed-hint = run the command again
write-file-there = a file stands where its folder should
cannot-make-folder = the folder “{ $file }” cannot be made: { $why }
write-no-file = a device or a pipe stands there, not a file
write-hint = name another folder with --out; the file that was there before is untouched
stamp-epoch = SOURCE_DATE_EPOCH is “{ $value }”, which is not a date
stamp-epoch-hint = it counts whole seconds since 1970-01-01T00:00:00Z
stamp-date = the report's date is “{ $date }”, which is not a date
stamp-date-hint = write `dato` as 2024-05-31 in rapport.toml
held-back = “{ $file }” is held back: its preflight found { $n ->
        [one] one error
       *[other] { $n } errors
    }
held-back-hint = correct what is named above; the last good file is untouched
pages-undrawn = the pages cannot be drawn: { $why }
pages-undrawn-hint = take fewer pages, with --only, or fewer pixels, with --dpi
tiff-unwritten = the TIFF cannot be written: { $why }
tiff-unwritten-hint = export fewer pages at a time, with --only
draft-pages = the pages of a draft cannot become the official edition
draft-pages-hint = build the official edition from the data

## Sheets: how they are printed and folded

format-a3-spread = A4 spreads on A3
format-a5-booklet = A5 booklet on A4
format-a4-booklet = A4 booklet on A3
format-2up = 2 pages on A4
format-4up = 4 pages on A4
sheets-flip-long = Print at actual size on both sides, flipped on the long edge.
sheets-flip-short = Print at actual size on both sides, flipped on the short edge.
sheets-fold = Fold each sheet in the middle.
sheets-staple = Fold the stack in the middle, sheet 1 outermost, and staple in the fold.
sheets-creep = Creep: { $each } mm a sheet towards the fold, { $inner } mm on the innermost.
sheets-sheet = sheet
sheets-side = side
sheets-pages = pages
sheets-front = front
sheets-back = back
sheets-turned = upside down
sheets = { $format }: { $pages } { $pages ->
        [one] page
       *[other] pages
    } on { $sheets } { $sheets ->
        [one] sheet
       *[other] sheets
    }, { $blank } blank
paper = the paper is { $mm } mm thick, which no paper is
paper-hint = office paper of 80 g/m² has 0.1; 0 leaves the pages of a booklet where they are

## Preview

port-taken = the preview cannot listen on port { $port }: { $why }
port-taken-hint = close the program that uses the port, or name a free one with --port
no-server = the preview cannot start: { $why }
no-watch = files cannot be watched: { $why }
no-watch-hint = close programs that watch many files, or raise fs.inotify.max_user_watches

## The print file

field-behind = a field that stands there on the page
picture-of-indsats = a picture of this { -indsats }
bleed = the pages have { $has } mm of bleed, the printer asks for { $wanted } mm
bleed-hint = set side.beskaering_mm in theme.toml to what the printer asks for, or more
bleed-hint-profile =
    or state a smaller [beskaering] in the printer's profile, if the printer agrees
no-printer = no printer “{ $name }”: { $why }
printers = built in are: { $names }
printer-own-hint = or name the path of a profile of your own

## The typeset PDF

finish-unexpected = the typeset PDF is not as sats expects it ({ $what }): report it as a fault of sats
carrier-empty = a link or a `maerket` holds nothing but other links: give it text of its own
carrier-tag = `maerket` asks for the tag `{ $tag }`, which PDF does not have
carrier-key = `maerket` has the property `{ $key }`, which nothing reads
carrier-text = the property `{ $key }` of `maerket` is not text
