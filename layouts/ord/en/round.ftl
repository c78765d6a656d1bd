# Forms that go out to the departments and come back, comments on drafts, changes from the command line.

E010 = the form cannot be read
    .explain =
        The file is not a workbook that sats can read safely: it is damaged, protected by a password,
        far too large, or saved in a format that is neither .xlsx nor .ods. Open it in Excel or
        LibreOffice, save it as .xlsx, and try again.
E011 = this is not a form for these data
    .explain =
        The form was made for another report or another year, or `sats export form` did not make it.
        Only forms for the data that they are read into can be used.
E012 = an answer cannot be used
    .explain =
        The cell says something that the field cannot say: a date in place of a number, a formula
        without a result, a word that nobody knows. Mend the cell, and read the form again.
E013 = the field has changed since the form went out
    .explain =
        Both the form and the data have changed, and they do not say the same. Choose the right
        value: change the data by hand, or send a new form. `--rest` writes everything else.
E014 = a cell has moved to another row
    .explain =
        The row says one field and the cell's name another: somebody has sorted, cut or inserted.
        Nothing is guessed. Move the answer back, or write it in a new form.
E015 = the answer makes an error in the data
    .explain =
        With this answer `sats check` would find an error. Nothing has been written.
E016 = something in the form is read in another way than it looks
    .explain =
        A number was written as text, a formula was taken with its result, a percentage was
        converted: the answer is used, but look at it.
E017 = something in the form has not been read
    .explain =
        Comments, notes, pictures, macros and cells outside the answer fields are not read. What
        matters stands in the answer fields or in the column for remarks.
E018 = a remark in the form
    .explain =
        The department has written a remark. It is not written into the data; read it.
E020 = the name cannot be an id
    .explain =
        The id of an indsats is its file's name without .toml: a to z, 0 to 9 and hyphens, 40
        characters at most. No two can have the same.
E021 = what is named is not in the report
    .explain =
        The command names an indsats or a forvaltning that the report does not have. Ids are the
        names of the files in indsatser/, codes stand in forvaltninger.toml.
E022 = that cannot be done here
    .explain =
        The preview was asked for something that is not possible as the data is now: the finding is
        gone, the text is confirmed already, or there is no such block. Reload the page and look again.
E030 = the file with comments cannot be read
    .explain =
        `sats comments` reads PDF, FDF and XFDF without a password. Save the file again in the reader,
        or export the comments as XFDF.
E031 = the draft is not known again
    .explain =
        The file is another draft, or the reader has rewritten it altogether. Name the draft as it was
        sent out with `--draft`; its pages are then found by their content.
E032 = something is drawn into the page itself
    .explain =
        Some programs write into the page in place of making a comment. It can be seen and not be
        read. Look at the page, and copy it.
E033 = a comment may have been lost
    .explain =
        The file holds a comment that no page shows. Some readers lose comments when they save. Ask
        who wrote it.
E034 = a suggestion has not been written into the data
    .explain =
        Only simple suggestions are taken over: a few words or a number that stand once in one field
        and that the data still says. Of two that differ for the same place neither is written. The
        rest is changed by hand.
E035 = the comments cannot be kept
    .explain =
        `sats comments --keep` keeps the comments in kommentarer-YEAR.json beside the year's data, with
        what is done. The file is damaged, or the comment is not in it. It is left as it is.

# What the commands say.

suggest-none = the comment suggests no other words
suggest-no-field = the field has not been found
suggest-places = the words stand in several places: { $places }
suggest-long = the suggestion is more than a change of a few words
suggest-gone = the field is no longer there
suggest-kind = the field cannot be changed in that way
suggest-times = ‘{ $old }’ stands { $n } times in the field
suggest-lost = the words have not been found
suggest-stale = the draft said ‘{ $old }’, and the data now says { $now }
suggest-differ = ‘{ $other }’ is suggested for the same place in { $file }
suggest-number = ‘{ $new }’ is not a number
step-comments = reading data and comments
comments-count =
    { $n } { $n ->
        [one] comment
       *[other] comments
    }
file-too-large = ‘{ $file }’ is too large
file-there-hint = see whether the file is there
comments-no-map = ‘{ $file }’ has no map of the fields
comments-no-map-hint = give the draft that `sats build draft` wrote
comments-no-file = the file has not been found
comments-applied =
    { $taken } { $taken ->
        [one] suggestion
       *[other] suggestions
    } written, { $left } left{ $done ->
        [0] {""}
       *[other] , { $done } were there already
    }
comments-all-done =
    Nothing is left to write: { $n ->
        [one] the suggestion is
       *[other] all { $n } suggestions are
    } there already.
comments-written = Written: { $name }, { $page }, { $label }: ‘{ $old }’ → ‘{ $new }’
comments-not-applied = the suggestion ‘{ $said }’ is not written: { $why }
comments-not-applied-hint = change it in the data by hand
nothing-written = Nothing is written.
nothing-written-rest = Nothing is written. Correct the form, or write the rest with --rest.
form-right = { $file }: { $field }: ‘{ $old }’ → ‘{ $new }’
form-came =
    { $n } { $n ->
        [one] number stood beside »mangler endnu« (not yet known) and counts as final
       *[other] numbers stood beside »mangler endnu« (not yet known) and count as final
    }
dry-run = Trial: nothing is written.
form-no-letter = The cover has neither deadline nor contact: --deadline "Friday 14 March" --contact "name, mail"
form-file-large = ‘{ $file }’ is too large to be a form
file-open-hint = see whether the file is there, and whether another program has it open
form-answer-at = the answer stands in { $file }: { $place }
form-counted =
    { $changed } { $changed ->
        [one] field
       *[other] fields
    } changed, { $confirmed } { $confirmed ->
        [one] text
       *[other] texts
    } confirmed, { $untouched } { $untouched ->
        [one] field
       *[other] fields
    } as before
check-no-file = the data has no file or { -indsats } `{ $named }`
check-there-are = there are { $names }
step-handbook = writing the handbook
schema-left = { $file } is there already and is left alone; it must refer to the schemas in { $folder }/
indsats-made = { CAP(-indsats(form: "bestemt")) } is made. Write its texts, and fill in the amount: sats check --only { $id }
indsats-removed = { $file } is removed.
indsats-named = The name still stands in { $file }:{ $line } ({ $field })
accept-no-reason = a reason is needed
accept-no-reason-hint = write why it is right all the same, with --reason
accept-error = an error cannot be accepted
accept-error-hint = correct it: accept is for warnings that are right all the same
accept-none = no finding { $code } is that
accept-several = { $n } findings { $code } can be meant
accept-none-hint = `sats check` shows what there is to accept
accept-several-hint = choose one of those below with --only ID and --field FIELD
id-form = `{ $id }` cannot be an id
id-form-hint = use a to z, 0 to 9 and hyphens, at most 40 characters, but no name that Windows keeps for itself (con, aux …)
id-taken = there is an { -indsats } `{ $id }` already
id-taken-hint = choose another id, such as { $id }-2
comments-painted = something is drawn or written in the page itself; it cannot be read as a comment
comments-painted-hint = look at the page, and copy the comment

# The list of changes and the delivery note.

list-what = What
list-field = Field
list-before = Before
list-now = Now
list-remark = Remark
list-file = File
list-path = Path
list-none = no changes
list-sum =
    { $n } { $n ->
        [one] change
       *[other] changes
    } in { $efforts }
list-sum-and-own =
    { $n } { $n ->
        [one] change
       *[other] changes
    } in { $efforts } and the report's own pages
list-places =
    The text stands in { $n ->
        [one] one place
       *[other] { $n } places
    } of the report.
list-changed = changed
list-added = new
list-removed = removed
list-moved = moved
list-title = Changes
derived-rank = rank among the amounts
derived-share = share of the funds
derived-rising = with more users
derived-falling = with fewer users
derived-local = local ones
derived-change = change in per cent
derived-count = Number
derived-amount = Amount
derived-part = Share
derived-name = Name
derived-districts = { CAP(-bydel(form: "flertal")) }
derived-year = Year
derived-total = in all
derived-city-wide = city-wide
derived-half = the largest, with half of it
derived-largest = the largest amount
derived-smallest = the smallest amount
derived-without = without { -indsats(form: "flertal") }
derived-most = with most { -indsats(form: "flertal") }
derived-first = first
derived-known = with a known amount
derived-unchanged = unchanged
derived-districts-most = { -bydel(form: "flertal") } with most { -indsats(form: "flertal") }
derived-districts-without = { -bydel(form: "flertal") } without { -indsats(form: "flertal") }
derived-principles = { -fagprincip(form: "flertal") } in all
derived-several-principles = with several { -fagprincip(form: "flertal") }
derived-counted = with numbers by year
derived-uncounted = without numbers by year
note-file = File
note-printer = Printer
note-standard = Standard
note-x4 = PDF/X-4:2010 and PDF/A-2b
note-cmyk = PDF 1.6, CMYK without output intent
note-pages = Pages
note-single-pages = { $n } single pages
note-pages-blank = { $n } single pages, of which { $blank } blank at the end
note-trim = Trim size
note-bleed = With bleed
note-media = Sheet
note-marks = Marks
note-marks-outside = outside the bleed
note-colours = Colours
note-condition = Condition
note-ink = Ink
note-ink-most = at most { $percent }% in a square of 15 mm (page { $page }); limit { $limit }%
note-fonts = Fonts
note-embedded = { $font } (embedded)
note-not-embedded = { $font } (NOT embedded)
note-preflight =
    0 errors, { $n } { $n ->
        [one] warning
       *[other] warnings
    }
note-size = Size
note-bytes = { $n } bytes

# Editing in the browser
act-accepted = Accepted: { $code }
act-confirmed =
    Confirmed: { $n } { $n ->
        [one] text
       *[other] texts
    }
act-added = New { -indsats }: { $name }
act-renamed = Renamed: { $name }
act-removed = Removed: { $id }
act-moved = Moved: { $id }
act-inserted = Inserted: { $kind }
act-deleted = Deleted: { $field }
act-done = Done
act-open-again = Open again
act-no-change = that changes nothing in the data
act-no-file = the file is not in the data
act-no-reason = a reason is needed
act-no-reason-hint = write why it is right all the same
act-no-finding = the finding is no longer there
act-error = an error cannot be accepted
act-error-hint = correct it instead
act-nothing-open = there is nothing to confirm here
act-nothing-open-hint = the text has already been confirmed or changed
act-name-left = The name still stands in { $place } ({ $field }).
act-no-block = there is no such kind of block
act-no-block-hint = choose one of those that are shown
reload-page = reload the page
edit-nothing-to-undo = there is nothing to undo
edit-in-the-file = that is changed in the file { $place }
edit-no-field = `{ $field }` is not in the data
edit-no-act = that action is not known
edit-no-request = the page sent something that cannot be read: reload it

# Comments
comments-unread = `{ $file }` cannot be read: { $why }
comments-unread-hint = fix the file, or move it away, and a new one is made
comments-too-large = it is too large
comments-gone = the comment is no longer there
comments-keep-hint = With --keep they stand in the preview, each by its page and field.
comments-kept = { $new } new, { $open } not done: { $file }

# Edits of the data files, and what fields and changes are called.

edit-unreadable-hint = fix the file so that `sats check` can read it, and try again
edit-no-utf8 = `{ $file }` is not saved as UTF-8
edit-no-toml = `{ $file }` is not written as TOML is to be written
edit-not-there = `{ $field }` cannot be changed: there is no such field
edit-not-here = `{ $field }` cannot be written in that place
edit-unsafe = `{ $field }` cannot be written without changing something else in the file
edit-stale = `{ $field }` has changed in the meantime: it now says { $now }
edit-stale-gone = `{ $field }` has been removed in the meantime
edit-stale-hint = nothing is written; see what the file says now, and change it again
template-geography =
    Geography: bydaekkende = true, or bydele = ["{ $name }"]
template-money = Kroner in { $year }
change-id = The id of { -indsats(form: "bestemt") }
change-new = New { -indsats }
change-gone = { CAP(-indsats(form: "bestemt")) } is gone
change-table =
    { $title } ({ $rows } { $rows ->
        [one] row
       *[other] rows
    }, { $columns } { $columns ->
        [one] column
       *[other] columns
    })
item-note = note { $mark }
item-sentence = sentence { $n }
item-row = row { $n }
item-column = column { $n }
item-number = no. { $n }
item-callout = callout
item-block = { $kind } “{ $words }”

# The workbook with the report's numbers.

book-overview = Overview
book-series = Series
book-tables = Tables
book-figures = Figures
book-problem = Problem
book-principles = { CAP(-fagprincip(form: "flertal")) }
book-group = Target group
book-geography = Geography
book-city-wide = Citywide
book-measure = Series
book-counts = Counts
book-year = Year
book-amount = Amount in { $year }
book-title = Title

## What the preview's address answers when it refuses

refuse-machine = the preview can be seen only from the computer that it runs on
refuse-read-only = nothing can be edited in this preview
refuse-nothing = there is no page here
refuse-token = edits are made from the preview's own page only: reload it
refuse-json = the edit was not sent as JSON
refuse-long = the text is too long for a field
refuse-length = the edit does not say how long it is
refuse-cut = the edit did not arrive whole: try again
refuse-windows = too many windows show the preview: close some of them
refuse-request = that is not a request that a browser sends
template-text = The text is missing.
