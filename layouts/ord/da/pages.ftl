# Ord, som programmet sætter på siderne: nøgletal, linjer, det, der mangler, og udkastets ord.

key-grant = Bevilling { $year }
key-grant-rank = nr.{"\u00A0"}{ $rank } af { $of } · { $share } af midlerne
key-grants-known = { $known } af { $of } beløb er oplyst
key-grant-owed = skal oplyses af { $owner }
key-grant-unknown = beløbet er ikke oplyst
key-ages = Målgruppens alder
key-places = Geografi
key-since = Siden
key-persons = personer
change-none = som i { $year }
change-estimate = { $same ->
    [yes] også { $from } i { $year }
   *[no] mod { $from } i { $year }
}
change-from = { $way ->
    [up] op
   *[down] ned
} fra { $from } i { $year }
change-percent = { $way ->
    [up] op
   *[down] ned
} { $percent }{"\u00A0"}% fra { $from } i { $year }
line-since = Siden { $when }
city-wide = Bydækkende
brief-problem = Problemet
brief-target = Målgruppen
brief-course = Udviklingen
course-none = { $name }: { $to } i { $last } som i { $first }
course = { $name }: fra { $from } i { $first } til { $to } i { $last }
course-path = { $name }: fra { $from } i { $first } over { $between } i { $year } til { $to } i { $last }
course-percent =
    { $name }: fra { $from } i { $first } til { $to } i { $last }, { $way ->
        [up] op
       *[down] ned
    }{"\u00A0"}{ $percent }{"\u00A0"}%
age = { $years }{"\u00A0"}år
excerpt-total = I alt i uddraget
excerpt-of-all = af { $kroner } i hele rapporten
sum-unknown = ··, { $known } af { $of } oplyst

## Hvad der mangler

lacks-confirmed = { $n } { $n ->
    [one] tekst
   *[other] tekster
} fra sidste år er ikke bekræftet
lacks-unknown = { $what }: kendes ikke eller kan ikke opgøres
lacks-year = { $series } { $year }
lacks-part = Beløbets del »{ $name }«
lacks-numbers = { $n } tal i »{ $title }«
lacks-figure = { $title } (figur)
lacks-values = { $n } { $n ->
    [one] værdi
   *[other] værdier
} i tabellen »{ $title }«
lacks-picture = Billedet »{ $caption }«
lacks-picture-plain = Et billede uden billedtekst

## Udkast

draft-same = Intet er ændret i forhold til { $since }.
draft-changes = Ændringer i forhold til { $since }: { $n } i alt.
draft-not-compared = Udkastet er ikke sammenlignet med tidligere data.
draft-own = Rapporten
draft-common = Fælles tekster
draft-computed = Beregnet ud fra data
draft-whole = Hele { -indsats(form: "bestemt") }
draft-compared = sammenlignet med { $since }
draft-since = { $what } (data { $version })
draft-held-back-kinds = { CAP($kinds) }
draft-held-back-report = Rapportens egne tal
draft-held-back-own = Holdes tilbage, fordi et tal mangler: { $numbers }
draft-held-back = { $n ->
    [one] Holdes tilbage, fordi et tal mangler
   *[other] Holdes tilbage for alle { $n }, fordi et tal mangler
}
draft-in-preview = Udkast · som forhåndsvisning

## Vedhæftede filer

attached-data = Rapportens data, { $file }
attached-table = { $of }: tabellen { $table }
attached-figure = tallene bag figuren { $figure }
attached-figure-of = { $of }: tallene bag figuren { $figure }
target-head = Målgruppe
places-head = Geografi
places-printed-head = Geografi som trykt
