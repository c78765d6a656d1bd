# Comments on drafts that have come back: what they are, where they belong, what cannot be read.

comment-nobody = no name
comment-replaced = replacement
comment-deleted = deletion
comment-struck = struck out
comment-inserted = insertion
comment-note = note
comment-highlight = highlight
comment-underline = underline
comment-on-page = text on the page
comment-drawing = drawing
comment-stamp = stamp
comment-file = attached file
comment-sound = sound or film
comment-figure = figure
comment-accepted = accepted
comment-rejected = rejected
comment-cancelled = cancelled
comment-completed = completed
comment-ticked = ticked

## Where it belongs

comment-rewritten = the reader program has rewritten the page; the field was found by the page's number
comment-no-page = the page is not recognised
comment-far = stands { $mm } mm from the nearest field

## The list of them

comments-title = Comments
comments-report = The report
comments-own-pages = The report's own pages
comments-some-place = a place on the page
comments-line = { $page }  { $label }
comments-delete = delete “{ $marked }”
comments-answer = answer from { $who }: { $words }
comments-also = may also be { $fields }
comments-page = Page
comments-page-in-pdf = Page in PDF
comments-field = Field
comments-marked = Marked
comments-kind = What
comments-words = Comment
comments-suggestion = Suggestion
comments-from = From
comments-answers = Answers and status
comments-doubt = Doubt
comments-path = Path
comments-map = Map of the draft: where the fields stand. For sats comments.

## Files that cannot be read

comments-pdf-page = page { $n } of the PDF
comments-two-pages = page { $n } (page { $pdf } of the PDF)
comments-place = page { $n }
comments-most = at most { $most } comments are read from one file
comments-most-hint = split the file, or delete the comments that are not needed
comments-unknown = the file is not a draft that sats recognises
comments-rewritten =
    a program has rewritten all pages; they are known by their number, and what was painted into them cannot be seen
comments-unknown-hint =
    give the draft as it was sent out, with --draft; until then only the page numbers are known
comments-other = the draft is for { $name } { $year }
comments-other-hint = point at the right report's data with --data
comments-lost = a comment stands in the file, but on no page: “{ $words }”
comments-lost-hint = ask whoever wrote it where it belongs
comments-file-large = the file is too large
comments-file-large-hint = send it as the reader program saved it
comments-fdf = the FDF file is damaged
comments-fdf-hint = export the comments again, preferably as XFDF
comments-xfdf = the XFDF file is damaged
comments-xfdf-hint = export the comments again
comments-no-kind = the file is neither PDF, FDF nor XFDF
comments-no-kind-hint = sats comments reads .pdf, .fdf and .xfdf
comments-breaks = the reader cannot get through the file
comments-password = the PDF is protected with a password
comments-password-hint = remove the password in the reader program, and save the file again
comments-pdf = the PDF is damaged ({ $why })
comments-pdf-hint = open it in a reader program, and save it again
