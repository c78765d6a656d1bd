# Kontrollerne: hvad rapporten siger, holdt op mod sig selv.

accept-unused = { $code } er accepteret, men intet i filen svarer til det
accept-unused-field = { $code } i `{ $field }` er accepteret, men intet i filen svarer til det
accept-unused-hint = slet blokken [[accepteret]]: det, den gjaldt, er rettet, eller feltet er flyttet

## Aldre

ages-overview =
    overblikket siger { $overview }, men målgrupperne på { -opslag(form: "bestemt") } er { $spread }
ages-groups-here = målgrupperne
check-ask = spørg { -forvaltning(form: "bestemt") }, hvad der er rigtigt
ages-text = teksten siger { $said }, men målgruppen er { $group }
ages-text-hint = ret teksten eller målgruppens `alder`
ages-by-head = kolonnens egen overskrift
ages-by-group = målgruppen
ages-outside = »{ $row }« er { $age } år, men { $by } går { $way ->
        [from] fra
       *[to] til
    } { $limit }
ages-outside-hint = spørg, om nogen uden for målgruppen har været med, eller om tallet er forkert
ages-own = »{ $row }« er { $age }, uden for kolonnens egne { $low } til { $high }
ages-contradict =
    »{ $low_row }« er { $low }, men »{ $high_row }« er { $high }: grænserne modsiger hinanden
ages-backwards = spændet i »{ $span }« begynder højere, end det slutter: grænserne modsiger hinanden
check-wrong-number = ret det tal, der er forkert
ages-own-spread = { $age } ligger uden for sit eget spænd, { $spread }
ages-spread-begins = spændet begynder ved { $from } år, men målgruppen ved { $group }

## Hvad teksten henviser til

announced = teksten henviser til »{ $words }« ({ $n }), men der er { $there ->
        [0] ingen
       *[other] kun { $there }
    }
announced-hint = tilføj det, der mangler, eller ret teksten
announced-empty = teksten henviser til »{ $words }«, men værdierne i { $figures } mangler
announced-empty-hint =
    den officielle udgave udelader figurer uden værdier: skaf dem, eller ret teksten
announced-figure = figuren

## Penge

budget-membership =
    { -opslag(form: "bestemt") } siger, at { -indsats(form: "bestemt") } ikke er en del af
    budgetpakken, men rapporten regner den med blandt budgetpakkens { $n }
budget-counted-here = regnet med her
budget-membership-hint =
    skriv i indledningen, at den er med i rapporten uden at være en del af pakken
budget-amount = teksten siger { $said } kr., men beløbet er { $amount } kr.
budget-amount-here = beløbet
budget-amount-hint = ret det ene, eller skriv, hvad det andet beløb er til

## Ændringer og andele

change-in-row = »{ $row }«: { $words }
change-turned-hint = vend ordene
change-wrong =
    ændringen er skrevet som { $told } %, men fra { $from } til { $to } er { $percent } % ({ $points }
    procentpoint)
change-of-after =
    { $percent } % er ændringen i forhold til efter-værdien; regn den i forhold til før-værdien
change-wrong-hint = regn ændringen ud igen, eller skriv procentpoint
share-wrong = { $part } af { $whole } er { $percent } %, men teksten siger { $said } %
share-wrong-hint = ret procenten eller tallene
parts-wrong = delene { $parts } giver { $sum }, men teksten nævner { $whole } i alt
change-turned = skrevet som { $told ->
        [rise] en stigning
       *[fall] et fald
    }, men fra { $from } til { $to } er { $told ->
        [rise] et fald
       *[fall] en stigning
    }

## Tekst og tabel

count-percent = teksten siger { $said } % for »{ $row }«, men tabellen siger { $table }
count-row-here = tabellens række
count-hint = ret teksten eller tabellen
count-total = teksten siger { $said } { $words }, men »{ $row }« i tabellen er { $table }
count-series =
    teksten siger { $said } { $words } i { $year }, men serien »{ $series }« siger { $value }
count-series-here = serien
count-series-hint = ret teksten eller serien
count-two = »{ $row }« er { $here } her og { $there } i en anden tabel
count-two-there = den anden tabel
count-two-hint = samme antal har én værdi; ret den ene
count-mean =
    teksten siger omkring { $said } i gennemsnit, men »{ $row }« i tabellen siger { $table }
count-mean-hint = ret teksten, eller skriv, hvad dens tal er gennemsnit af

## Små antal

small-counts = { $n ->
        [one] et antal
       *[other] { $n } antal
    } under { $limit } i »{ $place }«: { $counts }
small-counts-hint =
    hold dem tilbage ("diskretion"), eller læg små grupper sammen; accepter fundet med en grund,
    hvis ingen kan kendes
small-of-year = { $year }: { $n }
small-count = »{ $name }« { $n }
small-share = »{ $name }« { $percent } % af { $base } er { $n }
small-callouts = fremhævede tal
small-second-hint = hold også »{ $name }« ({ $n }) tilbage, ellers røber »{ $sum }« tallet
check-and-here = og her
given-away = »{ $name }« er holdt tilbage, men kan regnes ud: { $n }, for { $reasons }
given-away-hint =
    hold også det næstmindste tal tilbage, eller summen, gennemsnittet eller procenten
told-mean = gennemsnittet{ $value } af { $rows } rækker
told-sum = »{ $row }«{ $value } er summen af rækkerne
told-across = »{ $column }« er summen af kolonnerne i rækken »{ $row }«
told-percent = »{ $column }« { $percent } % af { $base }
told-figure = n = { $n } er summen af figurens værdier
told-table = tabellen »{ $title }«
told-elsewhere = { $place } har det samme tal for { $year }

## Fodnoter

note-missing = fodnotetegnet { $mark } har ingen note
note-missing-hint = skriv noten, eller slet tegnet
note-unmarked = noten { $mark } hører ikke til noget: intet bærer dens tegn
note-unmarked-hint = sæt tegnet ved det, noten handler om, eller gør den til en `note`-blok
note-unmarked-above = noten { $mark } hører ikke til noget over den
note-unmarked-above-hint = sæt tegnet ved det, noten handler om, eller slet notens tegn
printed = kilden har trykt { $printed } for `{ $name }`, men data giver { $computed }
printed-hint = rapporten trykker det beregnede tal; find ud af, hvad der er rigtigt

## Antal og opremsninger

listed = teksten siger »{ $said }«, men der er nævnt { $n }
listed-range = teksten siger »{ $said }«, men der er nævnt { $low } til { $high }
listed-hint = ret antallet eller opremsningen
listed-on = teksten siger { $n }, men »{ $words } …« nævner { $named }
listed-follow = teksten siger »{ $said }«, men der følger { $n }
listed-follow-here = det, der følger
listed-follow-hint = ret antallet, eller det, der følger
topic = »{ $title }« er ikke blandt »{ $topics }« i beskrivelsen
topic-here = beskrivelsen
topic-hint = brug samme navn begge steder
report-count = teksten siger »{ $said }«, men rapporten har { $n }
data-count = teksten siger »{ $said }«, men data har { $n }
report-count-hint =
    ret tallet, eller brug en pladsholder som {"{"}antal.indsatser{"}"}, der altid følger data

## Hvad der mangler

lost = { $who } skal levere { $what }
lost-hint =
    den officielle udgave udelader figuren eller billedet helt; udkastet siger på stedet, hvad der
    mangler
lost-number = { $what } kendes ikke eller kan ikke opgøres
lost-number-hint =
    den officielle udgave viser ··; findes tallet alligevel, skriver { $who } det i stedet for "mangler"
no-evaluation =
    { $n } af { $all } { -indsats(form: "flertal") } siger ikke, om en virkningsevaluering er i
    gang: { $names }
no-evaluation-hint = skriv virkningsevaluering = true eller false i hver
fill-in = { $who } udfylder { $what }
fill-in-hint = skriv det, der skal stå, i stedet for "udfyldes"
owed-series = serien »{ $name }« for { $years }
owed-text = en tekst
unwritten-report = en af rapportens egne tekster er ikke skrevet
unwritten-hint = skriv den i stedet for »Teksten mangler.«
unwritten-unconfirmed =
    { $n } { $n ->
        [one] tekst
       *[other] tekster
    } er ikke skrevet endnu; det kan ikke bekræftes
owed-amount = beløbet
owed-part = beløbets del »{ $name }«
owed-cells = { $n } af { $all } celler i tabellen »{ $table }«
owed-figure = værdierne i figuren »{ $title }«
owed-picture = billedet »{ $caption }«
owed-a-picture = et billede
owed-numbers = { $n ->
        [one] ét tal
       *[other] { $n } tal
    } i »{ $title }«

## Ordlisten

term-unused = »{ $term }« står ikke i nogen tekst
term-unused-hint = skriv forkortelsen, som teksterne gør, eller tag den ud af ordlisten
term-form = »{ $found }« hedder »{ $form }« i resten af rapporten
term-form-hint = skriv »{ $form }«, eller ret listen under [[skrivemaade]] i { $file }

## Overblik og opslag

names-differ = overblikket siger »{ $overview }«, { -opslag(form: "bestemt") } »{ $spread }«
names-misspelt = kun et bogstav eller to er forskellige: det ene er nok stavet forkert
names-differ-hint = brug ét navn, eller accepter, at der er to
names-here = navnet på { -opslag(form: "bestemt") }
payers-differ = overblikket siger { $overview }, { -opslag(form: "bestemt") } { $spread }
payers-here = her
payers-hint =
    ret koden; overblikket har kun plads til én kode, så hvis flere er med, kan du acceptere fundet:
    `sats accept D162 --only { $id } --reason "…"`
payer-unlisted = teksten siger, at { $name } betaler, men `forvaltninger` er { $codes }
payer-unlisted-hint = ret teksten eller `forvaltninger`
since-differs = teksten siger siden { $said }, men feltet `siden` er { $field }
since-missing = teksten siger siden { $said }, men feltet `siden` er der ikke
since-here = feltet
since-hint = ret teksten eller feltet

## Tid

no-such-date = datoen »{ $date }« findes ikke
no-such-date-hint = find den rigtige dato; nok månedens sidste dag
period-since = teksten siger siden { $said }, men tallene begynder i { $first }
period-since-hint = skriv { $first }, eller tilføj de år, der mangler
series-ends = serien slutter i { $last }, men dataåret er { $year }
series-beyond = { $last } ligger efter dataåret { $year }
series-beyond-hint = er det en slåfejl, så ret året; ellers ret `dataaar` i rapport.toml
series-lacks = serien mangler { $years }
series-years-hint = tilføj året; "mangler", hvis ingen kender tallet
head-year = overskriften siger »{ $head }«, men rækken »{ $row }« er fra { $year }
head-here = overskriften
head-year-hint = lad overskriften nævne hele perioden
latest-month = teksten siger, at { $month } er den seneste måned, men tabellen går til »{ $row }«
latest-month-here = tabellens måneder
latest-month-hint = ret teksten, eller slet de måneder, der endnu ikke er gjort op
months = teksten siger { $said } måneder, men tabellen har { $n }
months-here = tabellen

## Gentagelser

repeated = { $how ->
        [same] samme
       *[nearly] næsten samme
    } { $what ->
        [quote] citat
       *[text] tekst
    } er trykt { $n ->
        [2] to
       *[other] { $n }
    } gange
repeated-hint = slet det ene
repeated-across = { $words }: { $names }
repeated-across-hint =
    gør den til en fælles tekst under [faelles] i rapport.toml; ord, der er forskellige, udfyldes
    med `med`

## Tekster fra sidste år

carried-over = { $n } { $n ->
        [one] tekst
       *[other] tekster
    } fra sidste år venter på { $who }
carried-over-report = { $n } af rapportens egne tekster er fra sidste år
carried-over-hint = ret dem, eller bekræft dem, der stadig gælder: `sats confirm { $choice }`
old-year-of = { $who } læser { $n } { $n ->
        [one] tekst
       *[other] tekster
    } igennem, der nævner { $words }
old-year = læs { $n } { $n ->
        [one] tekst
       *[other] tekster
    } igennem, der nævner { $words }
old-year-hint = se, om det stadig passer; tal og år i teksterne følger ikke med over i det nye år

## Andele

shares = de { $n } andele{ $place } giver { $sum } %, ikke 100 %
shares-hint = find den forkerte andel; kan én person give flere svar, så skriv det under titlen
shares-sentence = andelene { $shares } i én sætning giver { $sum } %, ikke 100 %
share-over-all = andelen er { $share } %, altså mere end det hele
share-over-all-hint = se efter, om der mangler et decimalkomma; er det en ændring, så lad navnet sige det
in-column = {" "}i »{ $name }«

## Summer

sum-row = »{ $row }« er { $printed }, men de { $n } dele giver { $sum }{ $place } ({ $parts })
sum-rounded = { $words }; afrunding kan forklare det
sum-rounded-hint = skriv i en fodnote, at tallene er afrundede, for læsere regner efter
sum-row-hint =
    find det tal, der er forkert; en række, der ikke hører med i summen, har rolle = "grundlag"
mean-row = »{ $row }« er { $printed }, men gennemsnittet af de { $n } rækker er { $mean }{ $place }
mean-row-hint = ret det, eller skriv i en fodnote, hvordan det er vægtet
base-row = »{ $row }« er { $printed }, men delene under den giver { $sum } ({ $parts })
base-row-hint = spørg, om det samlede antal eller en af delene er forkert
amount-parts = beløbet er { $amount } kr., men delene giver { $sum } kr. ({ $parts })
amount-parts-here = delene
amount-parts-hint = ret beløbet eller delene

## Persondata

personal-comment = { $words } i en kommentar
personal-cpr-hint = slet nummeret, også i tidligere udgaver af filen
personal-hint = slet det, eller accepter fundet med en grund ([[accepteret]])
personal-mail = en e-mailadresse, »{ $words }«
personal-name = et personnavn, »{ $words }«
personal-cpr = et CPR-nummer, der begynder med { $words }
personal-phone = et telefonnummer, »{ $words }«

## Hvad et tekstbehandlingsprogram efterlader

look-alike = »{ $word }« har bogstavet »{ $letter }« ({ $sign }) fra et andet alfabet
look-alike-hint = skriv ordet om på tastaturet
sign-soft-hyphen = en blød bindestreg
sign-no-width = et tegn uden bredde
sign-space = et særligt mellemrum
sign-no-break-space = et hårdt mellemrum
sign-private = et tegn uden betydning
invisible-after = { $name } ({ $sign }) efter »{ $word }«
invisible-first = { $name } ({ $sign }) ved tekstens begyndelse
invisible-hint = slet det, eller skriv et almindeligt mellemrum
bullet = »{ $sign }« står som punkttegn i begyndelsen af en linje
bullet-hint = skriv - og et mellemrum foran hvert punkt, og en tom linje før listen
open-emphasis = en stjerne (* eller **) er ikke lukket og bliver trykt
open-emphasis-hint = sæt ** på begge sider af ordene, uden mellemrum indenfor
quote-open = et anførselstegn (") er ikke lukket
quote-curly = anførselstegn fra et tekstbehandlingsprogram (“ ”)
quote-lone = et anførselstegn, » eller «, mangler sit andet
quote-hint = skriv " på begge sider
tight-percent = »{ $number }%« er skrevet uden mellemrum
tight-percent-hint = skriv »{ $number } %«
told-series = serien »{ $name }«

## Spring

leap = »{ $series }« springer fra { $from } i { $before } til { $to } i { $year }
leap-hint = se efter, om der er et ciffer for meget eller for lidt, eller om et punktum skal væk
leap-year = { $what } er { $to }, men var { $from } i rapporten for { $year }
leap-amount = beløbet
leap-named = »{ $name }«
odd-amount = beløbet er { $amount }, men det midterste beløb i rapporten er { $middle }
odd-amount-hint = skriv beløbet i hele kroner, ikke i tusinder eller millioner

pointing = »{ $words }« peger på et sted på siden, hvor der ikke er noget
pointing-hint = skriv i stedet navnet på det, teksten henviser til

## Før udgivelse

gate-shut = rapporten er ikke færdig: { $open }
gate-shut-values = { gate-values } skal udfyldes
gate-shut-texts = { gate-texts } skal skrives, rettes eller bekræftes
gate-values = { $n } { $n ->
        [one] værdi
       *[other] værdier
    }
gate-texts = { $n } { $n ->
        [one] tekst
       *[other] tekster
    }
gate-sum = { $n } { $n ->
        [one] { -indsats }
       *[other] { -indsats(form: "flertal") }
    }: { $parts }
gate-line = { $name }: { $parts }
gate-own = rapportens egne tekster: { $parts }
gate-of = { $code }  { $words }
gate-values-hint =
    skriv tallet, hvor der står "udfyldes", eller "mangler", hvis det ikke kan skaffes
gate-texts-hint =
    ret teksterne, eller bekræft dem med { $whose ->
        [own] `sats confirm --report`
        [both] `sats confirm --forvaltning KODE` eller `--only ID`, rapportens egne med `--report`
       *[efforts] `sats confirm --forvaltning KODE` eller `--only ID`
    }
gate-hint =
    `sats check` viser hvert sted; `--incomplete` laver udgaven alligevel og mærker hvert sted
check-sum = sats check: { $errors }, { $warnings }, { $accepted }, { $missing } mangler
