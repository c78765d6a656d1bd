# Forms that came back: what cannot be read, and what was read in another way.

form-formula-open = the formula has not been calculated
form-formula-open-hint = open the form and save it again, or write the number instead of the formula
form-formula-used = the answer is a formula; its result is used
form-formula-fault = the formula gives the error { $fault }
form-formula-fault-hint = write the number instead of the formula
form-too-large = the number is too large
form-too-large-hint = correct the number
form-percent-cell = the cell is formatted as per cent; it is read as { $value }
form-percent-wrong = the number is a percentage, and the field is not
form-percent-wrong-hint = write the number without %
form-date-for-number = here is a date or a time of day ({ $date }), not a number
form-date-for-number-hint = write the number with an apostrophe before it ('3-4), or format the cell as a number
form-yes-for-number = here is yes or no, not a number
form-yes-for-number-hint = write the number
form-read-as = ‘{ $typed }’ is read as { $value }
form-two-ways = ‘{ $typed }’ can be { $other } and { $typed }
form-two-ways-hint = write the number without separators: 1234
form-no-number = ‘{ $typed }’ is not a number
form-no-number-hint = write the number alone, or leave the cell empty and choose a state
form-no-number-cell-hint = write the number alone, »55 (anslået)« (estimated) or »55 (foreløbig)« (preliminary); where there is none: »mangler endnu«, »kan ikke opgøres« or »tilbageholdt«
form-no-state = there is no state ‘{ $typed }’
form-no-state-hint = choose a state from the list
form-below-one = { $value }% is below one per cent: is that meant?
form-number-left = the number was still there, but the state says that there is none
form-number-and-state = here stand both a number ({ $number }) and »{ $state }«
form-number-and-state-hint = delete the number, or choose »endelig« (final)
form-number-came = »mangler endnu« (not yet known) still stood there; the number is written as final
form-number-none = »Tallet er« says »{ $state }«, but there is no number
form-number-none-hint = write the number, or choose »mangler endnu« (not yet known), »kan ikke opgøres« (cannot be counted) or »tilbageholdt« (withheld)
form-number-gone = the number is deleted, but the state does not say why
form-number-gone-hint = choose »mangler endnu« (not yet known), »kan ikke opgøres« (cannot be counted) or »tilbageholdt« (withheld)
form-number-for-words = a number stands where there were words before
form-cell-gone = the number is deleted
form-cell-gone-hint = write »mangler endnu« (not yet known), »kan ikke opgøres« (cannot be counted) or »tilbageholdt« (withheld) in the cell
form-whole = a whole number belongs here
form-whole-hint = write a whole number without decimals
form-date-for-text = here is a date or a time of day ({ $date }), not a text
form-date-for-text-hint = format the cell as text, and write the words again
form-yes-or-no-word = ‘{ $typed }’ is neither »ja« (yes) nor »nej« (no)
form-yes-or-no = »ja« (yes) or »nej« (no) belongs here
form-yes-or-no-hint = choose »ja« or »nej«
form-districts = names of { -bydel(form: "flertal") } belong here
form-districts-hint = write the names with commas between them
form-no-district = ‘{ $typed }’ is not among the { -bydel(form: "flertal") } of the report
form-no-district-hint = write the names as in bydele.toml, with commas between them
form-text-changed = the text has been changed in the data since the form was sent out: ‘{ $now }’
form-text-changed-hint = look at the text in the data, and delete it there if it is still to go
form-unwritten = »uændret« (unchanged) is chosen, but the text is not written yet
form-needed = { -indsats(form: "bestemt") } cannot do without the field
form-needed-hint = write a new text
form-nothing-there = the field is not in the data
form-nothing-there-hint = do not choose »slettes« (delete) here
form-not-ours = the file is not a form made by sats, or its hidden column has been deleted
form-not-ours-hint = make a new one with `sats export form`, and move the answers into it
form-version = the form was made by another version of sats ({ $line })
form-version-hint = make a new one with `sats export form`
form-other-report = the form is for another report: { $name }
form-other-report-hint = the data here is { $name }
form-other-year = the form is for { $form }, and the data is for { $data }
form-other-year-hint = point to the data of the right year with --data
form-moved = the row says `{ $field }`, but the name of the cell now stands at sheet ‘{ $sheet }’, cell { $cell }
form-moved-hint = undo the sorting, or write the answer in a new form; the field is untouched
form-forms-differ = the forms do not say the same: here stands “{ $this }”, and “{ $other }” stands in { $file }, { $place }
form-forms-differ-hint = ask which is right, and import that form alone; nothing is written in the field
form-twice = `{ $field }` stands in several rows of the form
form-twice-hint = delete the row that was inserted; the field is untouched
form-answer = { $field }: { $words }
form-other-sheet = the sheet “{ $sheet }” is not part of the form, or its hidden column is gone; it has not been read
form-outside = “{ $said }” stands outside the answers and has not been read{ $more ->
        [0] {""}
        [one] {""}; so does 1 more cell of the sheet
       *[other] {""}; so do { $more } more cells of the sheet
    }
form-merged = the cells { $cells } are merged; only the upper left one has been read{ $more ->
        [0] {""}
        [one] {""}; so it is in 1 other place of the sheet
       *[other] {""}; so it is in { $more } other places of the sheet
    }
form-sheet-gone =
    the sheet “{ $sheet }” is not in the file; its { $n } { $n ->
        [one] field
       *[other] fields
    } have not been read
form-rows-gone =
    { $n } of { $all } fields are gone from the sheet “{ $sheet }”; they have not been read
form-sheet-gone-hint = the data keep what they say; make a new form where answers are missing
form-unread-hint = what matters belongs in the answer fields or in the column Bemærkning (remarks)
form-no-indsats = the data has no { -indsats } `{ $id }`
form-no-indsats-hint = if it has been renamed or removed, make a new form
form-no-category = the figure ‘{ $title }’: row { $nr } has a number and no category
form-no-category-hint = write the category's name beside the number; until then the figure is not touched
form-no-field = the field `{ $field }` is no longer in the data
form-no-field-hint = the data has been rearranged since the form was sent out: make a new form
form-not-changed = »ændret« (changed) is chosen, but the text is as it was
form-not-changed-hint = change the text, or choose »uændret« (unchanged)
form-changed-all-the-same = »uændret« (unchanged) is chosen, but the text has been changed; the change is taken over
form-answer-gone = the answer is deleted
form-answer-gone-hint = choose »slettes« (delete) if it is to go, or write it again
form-answer-needed-hint = { -indsats(form: "bestemt") } cannot do without it: write it again
form-conflict = the form says ‘{ $form }’, and the data has meanwhile become ‘{ $data }’
form-conflict-hint = choose the right one; nothing is written in the field
book-none-or-damaged = the file is not a workbook, or it is damaged
book-parts = the file holds { $n } parts; a form has fewer than a hundred
book-password = the file is protected by a password
book-damaged-how = the file is damaged ({ $said })
book-damaged = the file is damaged
book-unpacks = the file unpacks to more than a form can be
book-xlsb = the file is saved as .xlsb
book-none = the file is not a workbook
book-macros = the file holds macros; they are neither run nor read
book-notes = the file holds comments or notes; they are not read
book-pictures = the file holds pictures or embedded files; they are not read
book-links = the file refers to other workbooks; they are not fetched
book-cells = the file has more filled cells than a form can have
book-large = the file has { $megabytes } MB; a form has a couple at most
book-large-hint = delete pictures that were inserted, and save again
book-password-or-xls = the file is protected by a password or saved in the old format .xls
book-password-or-xls-hint = remove the password, save it as .xlsx, and try again
book-save-hint = open the file in Excel or LibreOffice, save it as .xlsx, and try again

# The form itself, as it is sent out.

form-title = Form for { $name }
form-title-of = Form for { $report }: { $code }
form-first-sheet = Read me first
form-tables = { $name }: tables
form-tables-sheet = { $nr } tables { $name }
form-who = { $code } answers. Write in the white and the yellow cells only; yellow is missing.
form-deadline = Answer by { $date }
form-contact = Send to and ask: { $who }
form-sender = Sender: { $who }
form-how = How to fill in the form
form-how-sheets =
    There is a sheet for each { -indsats } and one for its tables. Write in the white and the yellow
    cells only. Yellow is missing; the rest is locked.
form-how-before =
    “In the last report” is what the report before this one said. It stands to the left of the
    answer, on sheets with tables to the right.
form-how-numbers =
    Numbers: write the number alone (1200000 or 12,5), and choose in “The number is” whether it is
    final, preliminary or estimated.
form-how-states =
    Will a number come later: “mangler endnu”. Does it not exist: “kan ikke opgøres”. May it not be
    shown: “tilbageholdt”.
form-how-texts =
    Texts and quotations from last year: choose “uændret” where the text still holds. Edit it in the
    cell for the answer and choose “ændret”, or choose “slettes”.
form-how-stars = Stars around words are type: **bold** and *italic*. Leave them where they are.
form-how-length =
    “Characters” shows how long the text is. At the top of the sheet stands how much there is still
    room for: all texts of the sheet share that room.
form-how-remarks =
    Write under “Remark” what does not fit the cells. Comments and notes in the sheet are not read.
form-how-whole =
    Do not rename the sheets, and do not sort. Send the whole file back, also where something is
    missing.
form-how-personal =
    Do not write names, civil registration numbers or anything else that points to one person.
form-sheets = Sheets of the form
form-sheet = Sheet
form-fields = Fields
form-missing = Missing
form-data = data { $hash }

## The columns

form-field = Field
form-unit = Unit
form-before = In the last report
form-now = This year: write here
form-state = The number is
form-text-state = Last year's text is
form-length = Characters
form-remark = Remark to the secretariat
form-footer = &L&A&RPage &P of &N
form-room =
    { CAP(-opslag(form: "bestemt")) } has room for some { $room } more characters in all, which all
    texts share.
form-no-room =
    { CAP(-opslag(form: "bestemt")) } is some { $over } characters too long: please shorten the texts.

## What is asked

form-group-own = About { -indsats(form: "bestemt") }
form-group-users = Users
form-group-places = Geography
form-group-money = Economy
form-group-content = Content
form-unit-yes-no = ja / nej
form-unit-districts = { -bydel(form: "flertal") }
form-help-kr = Whole kroner, the number alone: 1200000
form-help-percent = Per cent, the number alone: 12,5
form-help-number = The number alone. If there is none, leave the cell empty and choose a state.
form-help-not-a-number = Not a number
form-help-numbers-only = A number without words belongs here. Do you want to keep what you typed?
form-help-whole = A whole number.
form-help-yes-no = Choose ja (yes) or nej (no).
form-help-districts = The names of the { -bydel(form: "flertal") } with commas between them.
form-help-prose = Alt+Enter twice makes a new paragraph. **bold** *italic*

## The sheet with tables

form-tables-how =
    Write the number alone. If there is none, write in the cell: mangler endnu, kan ikke opgøres or
    tilbageholdt. If it is uncertain: 55 (anslået) or 55 (foreløbig).
form-tables-category = Category
form-tables-value = Value
form-tables-before = Last report: { $name }
form-tables-remark = Remark
form-no-workbook = no form: { $why }
