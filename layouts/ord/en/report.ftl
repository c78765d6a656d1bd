# Words that the program itself sets on pages, in figures and in files, where the nouns of the report stand.

whole-city = { CAP(-hele-byen) }
districts =
    { $n } { $n ->
        [one] { -bydel }
       *[other] { -bydel(form: "flertal") }
    }
efforts =
    { $n } { $n ->
        [one] { -indsats }
       *[other] { -indsats(form: "flertal") }
    }
principles =
    { $n } { $n ->
        [one] { -fagprincip }
       *[other] { -fagprincip(form: "flertal") }
    }
effort-head = { CAP(-indsats) }
efforts-head = { CAP(-indsats(form: "flertal")) }
district-head = { CAP(-bydel) }
department-head = { CAP(-forvaltning) }
principles-head = { CAP(-fagprincip(form: "flertal")) }
overview-file = Overview of { -indsats(form: "alle") }
numbered-figure = figure { $nr }
numbered-table = table { $nr }
withheld-note = The number is withheld because it is about few persons.
callout-missing = The number is missing.
callout-open = The number is to be filled in.
callout-withheld = The number is withheld because it is about few persons.
handout-all = All { $n } { -indsats(form: "flertal") } of the report
handout-one = 1 of the report's { $n } { -indsats(form: "flertal") }: { $name }

figure-map = { CAP(-indsats(form: "bestemt")) } in the city
figure-map-what = { CAP(-bydel(form: "flertal")) } that { -indsats(form: "bestemt") } covers
figure-map-here = { CAP(-indsats(form: "bestemt")) } is here
figure-map-besides = As well as { efforts } for { -hele-byen }
figure-map-all = All { -bydel(form: "flertal") } are marked.
figure-money = Amount in { $year } compared with the other { -indsats(form: "flertal") }
figure-money-what = Kroner; each dot is one { -indsats }
figure-money-many-what = Kroner; the height of a column is the number of { -indsats(form: "flertal") }
figure-districts-what = Number of { -indsats(form: "flertal") } in { -bydel(form: "bestemt") }; a dot is one { -indsats }
figure-principles-what = Number of { -indsats(form: "flertal") }
figure-matrix-what = A dot: { -indsats(form: "bestemt") } belongs to { -fagprincip(form: "bestemt") }
figure-matrix-alt =
    Matrix of { $efforts } and { $principles }. Number of { -indsats(form: "flertal") }: { $counts }.
    { $several ->
        [0] None
       *[other] { $several }
    } belong to more than one { -fagprincip }.
figure-users-what = Number a year, as { -indsats(form: "bestemt") } counts it
figure-scales =
    Every chart has its own scale, for { -indsats(form: "alle") } do not count the same.

excerpt-of = { $n } of the report's { $of } { -indsats(form: "flertal") }
excerpt-departments = belong to { $names }
excerpt-there = are present { $place } or in { -hele-byen }
excerpt-why = { $what }, which { $why }
excerpt-named = { $what }: { $names }
excerpt-sentence = Excerpt: { $what }. Rank, shares and comparisons are those of the whole report.
excerpt-title = excerpt, { $what }
