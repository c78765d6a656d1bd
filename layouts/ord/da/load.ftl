# Data, som de læses: filer, felter, tekst, henvisninger, form.

load-near = mente du `{ $near }`?
load-bad-id = filens navn kan ikke være et id
load-bad-id-hint = brug a til z, 0 til 9 og bindestreg, højst 40 tegn, men ikke Windows' egne navne (con, aux …): `ny-indsats.toml`
load-stray = filen bliver ikke brugt
load-stray-ending = datafiler ender på .toml
load-stray-place = filen med en { -indsats } hører til i indsatser/
load-folder = mappen kan ikke læses: { $why }
load-folder-hint = lav den, eller få adgang til den
load-no-folder = data skal være en mappe
load-missing-folder = mappen findes ikke
load-changing = data bliver ved med at ændre sig, mens de læses
load-changing-hint = vent, til kopieringen eller synkroniseringen er færdig, og prøv igen
load-data-hint = nævn rapportens mappe med --data
load-dead-link = filen er en genvej til noget, der ikke findes
load-dead-link-hint = ret eller slet genvejen
load-missing = filen mangler
load-missing-hint = lav den, eller nævn rapportens mappe med --data
load-unreadable = filen kan ikke læses: { $why }
load-rights = få adgang til filen
load-is-folder = her ligger en mappe, hvor der skulle være en fil
load-is-folder-hint = flyt mappen, og læg filen her
load-not-plain = det er ikke en almindelig fil
load-not-plain-hint = læg en almindelig fil i stedet
load-large = filen fylder { $mb } MB
load-large-hint = en datafil fylder højst 4 MB
load-empty = filen er tom
load-empty-hint = udfyld den, eller slet den
load-refused = værdien kan ikke bruges: { $words }
load-control = `{ $field }` har et usynligt tegn i sig ({ $sign })
load-control-hint = slet det; det er nok kommet med fra et andet program
load-bidi = `{ $field }` har et usynligt tegn i sig ({ $sign }), der vender teksten
load-long-text = teksten i `{ $field }` er på { $n } tegn: »{ $text }«
load-long-text-hint = højst { $most }; del den i flere blokke
load-between = et tal fra { $min } til { $max }
load-at-least = et tal på { $min } eller derover
load-at-most = et tal på { $max } eller derunder
load-smaller = et mindre tal
load-kind-table = et sæt felter
load-kind-list = en liste
load-kind-text = en tekst
load-kind-whole = et helt tal
load-kind-decimal = et decimaltal
load-kind-boolean = true eller false
load-kind-date = en dato
load-kind-number = et tal
load-kind-list-of = en liste med { $n }
load-kind-words = ét af ordene { $words }
load-missing-key = feltet `{ $key }` mangler
load-example = for eksempel `{ $example }`
load-example-or-state = for eksempel `{ $example }`; kommer tallet senere, så skriv "udfyldes", og kendes det ikke, "mangler"
load-unknown-key = feltet `{ $key }` findes ikke her
load-danish-only =
    rapporten er altid på dansk: slet feltet; --lang vælger kun, hvilket sprog sats selv taler
load-belongs-above =
    `{ $key }` hører til øverst i filen: flyt det op over den første linje med [
load-known-keys = her kan stå: { $keys }
load-empty-text = `{ $field }` er tom
load-empty-list = `{ $field }` er tom
load-empty-list-hint = der skal stå mindst én
load-kinds = skriv én af slagsene: { $words }
load-unknown-kind = { $key } kender ikke »{ $word }«
load-length = `{ $field }` har { $n }, men skal have { $wanted }
load-since-words = skriv året alene: `siden = { $year }`; skal ordene stå: `siden = {"{"} aar = { $year }, tekst = "{ $said }" {"}"}`
load-near-word = mente du "{ $near }"? Der kan stå: { $words }
load-known-words = der kan stå: { $words }
load-unknown-word = `{ $field }` kender ikke ordet »{ $word }«
load-not-a-number = `{ $field }` er ikke et tal, der kan trykkes
load-not-a-number-hint = skriv tallet, eller "mangler", hvis det ikke kendes
load-range = tallet i `{ $field }` kan ikke passe
load-range-hint = her kan stå { $allowed }
load-wrong = `{ $field }` er { $is }, men skal være { $want }
load-date-quotes = skriv datoen i anførselstegn: `{ $example }`
load-wrong-text = `{ $field }` er teksten »{ $text }«, men skal være { $want }
load-number-alone = skriv tallet alene, uden anførselstegn og enhed: `{ $number }`

## Billeder. Sætningen går videre efter filens navn: billedet `billeder/a.png` …

load-picture = billedet `{ $file }` { $why }
picture-large = fylder { $mb } MB; højst { $most } MB læses
picture-missing = er der ikke
picture-missing-hint = læg det dér, eller skriv `tilstand = "mangler"` uden `fil`
load-logo-kind = logoet { $name } er JPEG
load-logo-kind-hint = gem det som SVG, eller som PNG med gennemsigtig baggrund
load-logo-missing = logoet { $name } er ikke i billeder/
load-logo-missing-hint = læg filen dér, eller tag `logo` ud
picture-unreadable = kan ikke læses: { $why }
picture-smaller = gem det i den størrelse, det trykkes i, 300 punkter pr. tomme
picture-again = gem det igen fra det program, det er lavet i
picture-pixels =
    har { $width } × { $height } billedpunkter; mere end { $most } mio. kan ikke sættes
picture-unread = kan ikke læses som { $form }: { $why }
picture-cmyk = er i trykfarver (CMYK), som den officielle PDF ikke kan vise
picture-cmyk-hint = gem det i RGB; trykudgaven omsætter det til trykkeriets farver
svg-utf8 = er ikke tekst i UTF-8 fra tegn { $at }
svg-deep = har grupper i mere end { $most } lag
svg-other = er ikke SVG, men `{ $name }`
svg-refused = bruger `{ $name }`, som ikke kan trykkes
svg-far = har et mål på { $far }; højst { $most } kan tegnes
svg-pixels = har billeder på { $millions } mio. billedpunkter i sig
svg-elsewhere = viser et billede, der ligger i en anden fil
svg-bitmap-form = har et billede i sig, der hverken er PNG eller JPEG
svg-bitmap-large = har et billede på mere end { $most } MB i sig
svg-bitmap = har et billede i sig, der ikke kan læses
svg-repeats = gentager sig selv til mere end { $most } dele
svg-circle = gentager sig selv i ring med `use`
svg-undrawn = kan ikke tegnes: { $why }
svg-slow = kan ikke tegnes inden for { $seconds } sekunder
svg-broken = kan ikke tegnes
load-known = kendte: { $names }{ $more ->
        [0] { "" }
       *[other] {" "}og { $more } til
    }

## Tabeller, figurer, billeder

load-row = rækken »{ $row }« har { $cells ->
        [one] én celle
       *[other] { $cells } celler
    }, men tabellen har { $columns ->
        [one] én kolonne
       *[other] { $columns } kolonner
    }
load-row-hint = én celle til hver kolonne: "" er tom, "-" en trykt streg, "mangler" en tabt værdi
load-row-commas = er det decimaler, så skriv dem med punktum: `{ $right }`
load-number-text = tallet »{ $text }« er skrevet som tekst
load-figure-state = figuren har værdier, men dens tilstand siger, at den ingen har
load-figure-state-hint = slet `tilstand`, eller slet serierne
load-figure-empty = figuren har ingen værdier
load-figure-empty-hint = tilføj `serier`, eller skriv `tilstand = "mangler"`
load-figure-series = serien har { $values ->
        [one] én værdi
       *[other] { $values } værdier
    }, figuren { $categories ->
        [one] én kategori
       *[other] { $categories } kategorier
    }
load-figure-series-hint = én værdi til hver kategori; "mangler", hvor den er tabt
load-picture-file = billedet har ingen fil
load-picture-file-hint = nævn den med `fil`, eller skriv `tilstand = "mangler"`
load-picture-alt = billedet har ingen beskrivelse
load-picture-alt-hint = skriv i `alt`, hvad det viser, til den, der ikke kan se det

## To ens

load-twice = { $what ->
        [id] id'et
        [name] navnet
        [number] nummeret
        [abbreviation] forkortelsen
        [tile] pladsen på kortet
        [forvaltning] { -forvaltning(form: "bestemt") }
        [fagprincip] { -fagprincip(form: "bestemt") }
        [bydel] { -bydel(form: "bestemt") }
       *[other] { $what }
    } »{ $name }« står to gange
load-twice-hint = giv den ene et andet, eller slet den
load-first-here = først her

## År, datoer, navne, aldre

load-year-folder = rapportens år er { $year }, men mappen hedder »{ $folder }«
load-year-folder-hint = giv dem det samme år
load-data-year = dataåret { $data } ligger efter rapportens år { $year }
load-data-year-hint = dataåret er rapportens eller et tidligere
load-date = »{ $date }« er ikke en dato
load-date-hint = skriv den i anførselstegn: `dato = "2024-05-31"`
load-colour = »{ $colour }« er ikke en farve
load-colour-hint = skriv den som #0d1f5e: et # og seks cifre eller bogstaver fra a til f
load-since = `siden` er året { $year }
load-since-hint = skriv et år fra 1900 til 2100
load-long-name = `{ $field }` er på { $n } tegn
load-long-name-hint = der er plads til { $most }
load-no-short-name = `navn` er på { $n } tegn, og der er ikke noget `kort_navn`
load-no-short-name-hint = tilføj et `kort_navn` på højst { $most } tegn til sidehoveder og figurer
load-ages = aldersgruppen går fra { $from } til { $to }
load-ages-hint = `fra` må ikke være større end `til`
load-pair-years = parrets to serier har ikke de samme år
load-pair-years-hint = giv dem de samme år; "mangler", hvor en værdi ikke kendes
load-series-year = »{ $year }« er ikke et år
load-series-year-hint = skriv år fra 1990 til 2100
load-break = databrud i { $year }, men rækken går fra { $first } til { $last }
load-break-hint = skriv det første år, der tælles anderledes end årene før, eller slet `databrud`
load-city-and-districts = både { -hele-byen } og { -bydel(form: "flertal") }
load-city-and-districts-hint = slet `bydele`, eller slet `bydaekkende`
load-no-place = hverken { -hele-byen } eller nogen { -bydel }
load-no-place-hint = skriv `bydaekkende = true` eller `bydele = ["…"]`
load-negative = `{ $field }` er negativ: { $n }
load-negative-hint = antal og beløb er nul eller derover
load-mark = »{ $mark }« er ikke et fodnotetegn
load-mark-hint = brug *, ** eller ***
load-pair-hint = et par er to serier
load-pair = `par = true` med { $n ->
        [one] én serie
       *[other] { $n } serier
    }

## Rækkefølge

load-no-file = »{ $id }« har ingen fil
load-no-file-hint = lav indsatser/{ $id }.toml, eller slet id'et her
load-no-order = »{ $id }« står ikke i raekkefoelge
load-no-order-hint = skriv den ind i raekkefoelge i rapport.toml, eller flyt filen væk
load-no-orders-hint =
    skriv den ind i raekkefoelge og overblik_raekkefoelge i rapport.toml, eller flyt filen væk
load-overview-extra = »{ $id }« står ikke i raekkefoelge
load-overview-missing = »{ $id }« mangler i overblik_raekkefoelge
load-overview-missing-hint = skriv den ind, eller slet overblik_raekkefoelge

## Henvisninger

load-geojson-name = »{ $name }« er ikke navnet på en fil ved siden af rapport.toml
load-geojson-name-hint = skriv kun navnet: `bydele.geojson`
load-geojson-missing = der er ingen fil »{ $name }«
load-geojson-missing-hint = læg den ved siden af rapport.toml, eller slet feltet
load-unknown-forvaltning =
    { -forvaltning(form: "bestemt") } »{ $name }« står ikke i forvaltninger.toml
load-forvaltning-code = skriv "{ $code }", som er koden for { $name }
load-unknown-fagprincip = { -fagprincip } { $nr } står ikke i fagprincipper.toml
load-unknown-bydel = { -bydel(form: "bestemt") } »{ $name }« står ikke i bydele.toml
load-several-bydele = »{ $name }« er flere { -bydel(form: "flertal") }: skriv { $names }
load-unknown-bydel-hint = tilføj stedet i bydele.toml som alias for den { -bydel }, det ligger i
load-picture-name = »{ $name }« er ikke navnet på en fil i billeder/
load-picture-name-hint = skriv kun navnet: `vaerksted.jpg`
load-picture-kind = »{ $name }« er ikke et billede, der kan sættes
load-picture-kind-hint = brug en fil, der ender på .png, .jpg eller .svg
load-unknown-code = intet fund har koden »{ $code }«
load-near-code = mente du { $near }? `sats check --explain { $near }` fortæller, hvad den er
load-code-hint = koder ser ud som D101

## Tekster og pladsholdere

load-one-line = `{ $field }` har mere end ét afsnit
load-one-line-hint = skriv den som én linje
load-no-placeholders =
    her bruges ingen pladsholdere; skal teksten have krøllede parenteser, skrives de to gange: {"{{"} og {"}}"}
load-own-numbers = denne faktaboks kender {"{"}tal.1{"}"} og {"{"}ord.1{"}"} op til { $count }
load-references-only =
    her bruges kun {"{"}figur.NAVN{"}"} og {"{"}tabel.NAVN{"}"}; skal teksten have krøllede parenteser, skrives de to gange: {"{{"} og {"}}"}
load-reference-kind = blokken er en { $kind }; skriv {"{"}{ $kind }.{ $id }{"}"}
load-reference-none =
    ingen figur eller tabel her har et navn; skriv `id = "NAVN"` i den, der menes, og {"{"}{ $kind }.NAVN{"}"} i teksten
load-placeholder = pladsholderen {"{"}{ $name }{"}"} findes ikke
load-placeholder-names =
    navne begynder med antal., ord., beloeb., andel., bydele., navn. eller aar.
load-unknown-shared = der er ingen fælles tekst »{ $name }«
load-shared-needs = den fælles tekst »{ $name }« mangler et ord for »{ $word }«
load-shared-needs-hint = tilføj `med = {"{"} { $word } = "…" {"}"}`
load-shared-extra = den fælles tekst »{ $name }« har ingen plads til »{ $word }«
load-shared-none = den tager ingen ord

## Hvad en tekst ikke kan indeholde

prose-definition = en tekst kan ikke have en løs linkadresse
prose-definition-hint = skriv linket, hvor det skal stå: [ord](https://…)
prose-code = en tekst kan ikke have kode
prose-code-hint = slet tegnene `
prose-indent-hint = begynd linjen ved margenen; fire mellemrum foran gør den til kode
prose-html = en tekst kan ikke have HTML
prose-html-hint = slet mærkerne; et almindeligt < skrives \<
prose-rule = en tekst kan ikke have en streg på tværs
prose-rule-hint = slet den; en tom linje skiller afsnit
prose-footnote = en tekst kan ikke have fodnoter
prose-footnote-hint = brug `maerke` og `noter`, eller en blok med slags = "note"
prose-extension = en tekst kan ikke have denne form
prose-extension-hint = skriv det med almindelige ord
prose-deep = lister eller fremhævelser ligger for dybt inde i hinanden
prose-deep-hint = skriv det i færre lag
prose-link = et link til »{ $url }« kan ikke bruges
prose-link-hint = links begynder med https://, http:// eller mailto:
prose-date = en dato først på linjen bliver til en nummereret liste
prose-date-hint = flyt datoen væk fra linjens begyndelse, eller skriv 1\. maj
prose-empty-link = et link uden ord kan ingen se eller klikke på
prose-empty-link-hint = skriv ordene mellem [ og ], eller slet linket
prose-brace = en krøllet parentes, der ikke er en pladsholder
prose-brace-hint =
    en pladsholder skrives {"{"}navn{"}"}; en krøllet parentes i teksten skrives to gange: {"{{"} og {"}}"}
prose-heading = en tekst kan ikke have overskrifter
prose-quote = en tekst kan ikke have citatblokke
prose-picture = en tekst kan ikke have billeder
prose-table = en tekst kan ikke have tabeller
prose-block-hint = brug en blok med slags = "{ $slags }"
prose-paragraphs = mere end ét afsnit, hvor der skal stå én linje

## Hvad alle kommer til at skrive forkert i TOML

mistake-write = skriv `{ $right }`
mistake-open-text = teksten, der begynder her, er ikke afsluttet
mistake-open-text-hint = sæt { $quotes } på en linje for sig, hvor teksten slutter
mistake-open-list = listen, der begynder her, er ikke afsluttet
mistake-open-list-hint = sæt ] efter det sidste
mistake-open-fields = felterne, der begynder her, er ikke afsluttet
mistake-open-fields-hint = sæt {"}"} efter det sidste
mistake-backslash = en omvendt skråstreg (\) betyder noget særligt i en tekst
mistake-backslash-hint = skriv to (\\), eller brug / i stedet
mistake-space = her står et hårdt mellemrum ({ $sign }) i stedet for et almindeligt
mistake-invisible = her står et usynligt tegn ({ $sign })
mistake-invisible-hint = slet det; det er nok kommet med fra Word eller en PDF
mistake-brackets = »{ $name }« står både som [{ $name }] og [[{ $name }]]
mistake-brackets-hint = skriv [[{ $name }]] hver gang: der er flere af dem
mistake-section-twice = afsnittet { $name } står to gange
mistake-section-twice-hint = saml felterne under den ene overskrift, og slet den anden
mistake-field-twice = feltet `{ $name }` står to gange
mistake-field-twice-hint = slet det ene
mistake-key-twice = »{ $name }« står to gange
mistake-key-letters = »{ $key }«: felter og overskrifter skrives uden æ, ø og å
mistake-no-value = feltet `{ $key }` har ingen værdi
mistake-no-value-hint =
    skriv værdien efter =, eller slet linjen; en værdi, der ikke kendes, skrives "mangler"
mistake-open-quote = teksten mangler sit sidste anførselstegn
mistake-after-text = der står noget efter teksten
mistake-after-text-hint =
    en linje er ét felt; flyt resten til sin egen linje, eller sæt # foran en kommentar
mistake-inner-quote = der står anførselstegn inde i teksten
mistake-inner-quote-hint = brug »…« om det inderste, eller skriv `{ $right }`
mistake-curly = teksten står ikke i lige anførselstegn ("), men i dem, som Word skriver
mistake-boolean = »{ $value }«: ja og nej skrives true og false
mistake-date = »{ $value }«: en dato skrives "ÅÅÅÅ-MM-DD"
mistake-semicolon = »{ $value }«: mellem tal i en liste står komma, ikke semikolon
mistake-unit = »{ $value }«: enheden skal ikke stå efter tallet
mistake-comma = »{ $value }«: decimaler skrives med punktum
mistake-thousands = »{ $value }«: store tal skrives uden punktum
mistake-number-space = »{ $value }«: tal skrives uden mellemrum
mistake-bare-text = »{ $value }«: tekst skal stå i anførselstegn
mistake-heading = overskriften er ikke skrevet rigtigt
mistake-heading-hint = skriv [navn], eller [[navn]] hvor der kan være flere
mistake-no-equals = der mangler et = mellem felt og værdi
mistake-no-field = linjen er hverken et felt, en overskrift eller en kommentar
mistake-no-field-hint =
    et felt skrives navn = værdi, en kommentar begynder med #; hører linjen til en tekst, så se
    efter """ over den
mistake-no-comma = der mangler et komma
mistake-no-comma-hint = sæt et komma mellem hvert
mistake-other = linjen kan ikke læses
mistake-other-hint =
    se efter et manglende anførselstegn, et komma eller en parentes her eller på linjen over
load-utf16 = filen er gemt som UTF-16 (»Unicode«)
load-windows = linje { $line } har »{ $sign }« gemt på Windows' gamle måde (ANSI)
load-not-text = filen er ikke ren tekst: linje { $line }
load-utf8-hint = vælg UTF-8 under »Gem som« i teksteditoren
not-whole = `{ $field }` er { $written }, men { $unit ->
        [kr] kroner
        [persons] personer
       *[count] antal
    } er hele tal
not-whole-thousands = skriv { $plain } eller { $grouped }: punktum betyder komma her, ikke tusinder
not-whole-hint = rund tallet af, eller skriv, hvad det er gennemsnit af, som en tabel

load-unknown-figure = indsatsen har ingen figur med id { $id }
load-unknown-figure-hint = giv figuren et navn: id = "…"
load-figure-twice = to figurer eller tabeller har id { $id }
load-figure-twice-hint = giv den ene et andet navn

geojson-hint = læg den ved siden af rapport.toml, eller slet `geojson`: så tegnes felter
geojson-gone = den kan ikke læses
geojson-no-text = den er ikke tekst i UTF-8
geojson-form-hint = filen skal være en FeatureCollection af polygoner i WGS 84 (længde, bredde)
geojson-no-collection = filen er ikke en FeatureCollection
geojson-unread = filen kan ikke læses som GeoJSON: { $why }
geojson-no-degrees = koordinaterne er ikke grader
geojson-apart = omridsene ligger { $degrees } grader fra hinanden
geojson-no-polygon = { -bydel(form: "bestemt") } »{ $name }« har intet omrids
geojson-no-polygon-hint = skriv navnet i omridsets egenskaber, som i bydele.toml
