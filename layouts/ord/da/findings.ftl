# Rammen om ethvert fund.

finding-level-error = fejl
finding-level-warning = advarsel
finding-level-note = bemærkning
finding-level-accepted = godtaget
finding-help = råd
finding-page = side { $page }
finding-page-of = side { $page }, { -indsats } `{ $id }`
finding-accepted = godtaget: { $reason }
finding-errors = { $n } fejl
finding-warnings = { $n } { $n ->
    [one] advarsel
   *[other] advarsler
}
finding-notes = { $n } { $n ->
    [one] bemærkning
   *[other] bemærkninger
}
finding-accepted-count = { $n } godtaget

report-undated = rapporten har ingen dato
report-undated-hint = skriv `dato` som ÅÅÅÅ-MM-DD: den dag, rapporten er fra; PDF-filen dateres efter den
