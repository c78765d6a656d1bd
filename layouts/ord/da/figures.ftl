# Figurers ord: alt-tekster, undertitler, noter, tabellen bag en figur.

alt-behind = Alle tal står i tabellen efter figuren.
alt-beside = Alle tal står i CSV-filen ved siden af billedet.
chart-of = { $of }: { $words }
alt-columns = Søjlediagram
alt-lines = Linjediagram
alt-shares = Delt bjælke på 100 %.
alt-waffle = Hundrede felter, udfyldt efter andel.
alt-bars = Liggende søjler.
alt-bars-empty = Liggende søjler uden tal.
alt-bars-top = { $n } liggende søjler. Øverst: { $first }. Nederst: { $last }.
alt-groups = Grupper af liggende søjler.
alt-groups-count = Grupper af liggende søjler med { $n } tal.
alt-at = { $kind }, { $when }.
alt-span = { $kind }, { $first } til { $last }.
alt-break = Fra { $name } kan tallene ikke sammenlignes med dem før.
alt-value-in = { $value } i { $name }
alt-ends = { $first }, { $last }; højest { $most }, lavest { $least }
alt-no-numbers = ingen tal
alt-every-year = i alle årene
alt-every-month = i alle månederne
alt-throughout = hele vejen igennem
alt-from-to = { $name } fra { $from } til { $to }
alt-slope = To punkter for hver række: { $before } og { $after }. { $rows }.
alt-panels = { $n ->
    [one] Et lille søjlediagram
   *[other] { $n } små søjlediagrammer
}
alt-rise = { $n } stiger
alt-fall = { $n } falder
alt-moves = Fra første til sidste tal: { $moves }.
alt-no-moves = Fra første til sidste tal er intet ændret.
alt-strip-plain = Prikker på en linje.
alt-strip = { $n } prikker på en linje fra { $least } til { $most }.
alt-strip-columns =
    Søjler over en linje fra { $least } til { $most }. Højden viser, hvor mange af { $n } beløb der
    ligger på hvert sted.
alt-strip-own = { $name } får { $amount } og er nr. { $rank } målt på beløb.
alt-matrix = Skema.
alt-map = Kort over { $city }.
alt-tiles = Flisekort over { $city }.
alt-map-none = Ingen: { $names }.
alt-map-marked = Markeret: { $names }.
value-withheld = vises ikke af hensyn til de enkelte
value-none = ingen
value-missing = tallet mangler
value-estimated = ca.{"\u00A0"}{ $value }
value-preliminary = { $value } (foreløbigt)
yes = ja
no = nej
kroner-head = Kroner

mark-estimated-dot = Hul prik: anslået tal.
mark-estimated = Skraveret og ca.: anslået tal.
mark-preliminary-dot = Hul prik: foreløbigt tal.
mark-preliminary = Kun omrids: foreløbigt tal.
mark-break = Stiplet linje: Tallene fra { $year } kan ikke sammenlignes med årene før.
mark-missing = Tomt felt: tallet mangler.
mark-withheld = Tomt felt: tallet er udeladt, fordi det gælder for få personer.
series-title = { $series } pr. år
series-as-well = { $first } samt { $last }
figure-kroner-in = Kroner i { $year }
money-rank = Nr. { $rank } af { $of } målt på beløb.
money-parts = Heraf { $parts }
money-lasting = Bevillingen er varig.
money-known = { $known } af { $of } beløb er oplyst.
unit-count = antal
unit-persons = antal personer
unit-percent = procent
unit-kroner = kroner
unit-years = år
unit-days = dage
unit-hours = timer
unit-months = måneder
chart-source = Kilde: { $source }
