# Ord, som programmet selv sætter på siderne, i figurer og i filer, hvor rapportens navneord står.

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
overview-file = Overblik over { -indsats(form: "alle") }
numbered-figure = figur { $nr }
numbered-table = tabel { $nr }
withheld-note = Tallet er holdt tilbage, fordi det gælder få personer.
callout-missing = Tallet mangler.
callout-open = Tallet skal udfyldes.
callout-withheld = Tallet er holdt tilbage, fordi det gælder få personer.
handout-all = Alle rapportens { $n } { -indsats(form: "flertal") }
handout-one = 1 af rapportens { $n } { -indsats(form: "flertal") }: { $name }

figure-map = { CAP(-indsats(form: "bestemt")) } i byen
figure-map-what = { CAP(-bydel(form: "flertal")) }, som { -indsats(form: "bestemt") } omfatter
figure-map-here = { CAP(-indsats(form: "bestemt")) } er her
figure-map-besides = Dertil { efforts } for { -hele-byen }
figure-map-all = Alle { -bydel(form: "flertal") } er markeret.
figure-money = Beløb i { $year } sammenlignet med de andre { -indsats(form: "flertal") }
figure-money-what =
    Kroner; hver prik er { -indsats.koen ->
        [intet] et
       *[faelles] en
    } { -indsats }
figure-money-many-what = Kroner; en søjles højde viser antallet af { -indsats(form: "flertal") }
figure-districts-what =
    Antal { -indsats(form: "flertal") } i { -bydel(form: "bestemt") }; én prik er { -indsats.koen ->
        [intet] et
       *[faelles] en
    } { -indsats }
figure-principles-what = Antal { -indsats(form: "flertal") }
figure-matrix-what =
    En prik: { -indsats(form: "bestemt") } hører under { -fagprincip(form: "bestemt") }
figure-matrix-alt =
    Skema med { $efforts } og { $principles }. Antal { -indsats(form: "flertal") }: { $counts }.
    { $several ->
        [0] Ingen
       *[other] { $several }
    } har flere end { -fagprincip.koen ->
        [intet] ét
       *[faelles] én
    } { -fagprincip }.
figure-users-what = Antal pr. år, som { -indsats(form: "bestemt") } tæller det
figure-scales =
    Hvert diagram har sin egen skala, for { -indsats(form: "alle") } tæller ikke det samme.

excerpt-of = { $n } af rapportens { $of } { -indsats(form: "flertal") }
excerpt-departments = hører til { $names }
excerpt-there = er til stede { $place } eller i { -hele-byen }
excerpt-why = { $what }, som { $why }
excerpt-named = { $what }: { $names }
excerpt-sentence =
    Uddrag: { $what }. Rang, andele og sammenligninger gælder hele rapporten.
excerpt-title = uddrag, { $what }
