# What frames every finding.

finding-level-error = error
finding-level-warning = warning
finding-level-note = note
finding-level-accepted = accepted
finding-help = help
finding-page = page { $page }
finding-page-of = page { $page }, { -indsats } `{ $id }`
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
report-undated-hint = write `dato` as YYYY-MM-DD: the day that the report is of; the PDF is dated by it
