# Kommandolinjen: hvad der sker nu, hvad der er sket, og hvad en kommando ikke kan bruge.

step-check = data læses og kontrolleres
step-charts = figurer beregnes og tegnes
step-typeset = siderne sættes
step-pdf = PDF'en laves
step-write = filen skrives
step-write-all = filerne skrives
step-both = begge datasæt læses
step-workbook = projektmappen skrives
step-fonts = skrifterne kontrolleres
step-handouts = uddelingsark laves
step-pages = data læses og kontrolleres, og siderne sættes
step-draw = siderne tegnes
step-judge = filen bedømmes
step-print = trykfilen sættes, gøres færdig og bedømmes
step-preview = skrifter og layouts læses
step-fit = { -opslag(form: "alle") } måles
step-form = data læses, og { -opslag(form: "alle") } måles
step-form-write = skemaerne skrives
step-import = data og skemaer læses
progress-left = { $done } af { $total }, { $time } tilbage
progress-seconds = ca. { $n } sek.
progress-minutes = ca. { $n } min.
flag-of-edition = { $flag } hører til udgaven »{ $edition }«, og den laves ikke her
flag-of-edition-hint = skriv sats build { $edition } { $flag } …
flag-bilevel = --bilevel hører til TIFF, og her laves ingen
flag-dpi = --dpi hører til sider, og her laves ingen
flag-charts = --size og --chart hører til figurer, og her laves ingen
no-such-chart = der er ingen figur »{ $name }«
no-such-chart-like = mente du »{ $like }«?
no-such-chart-hint = sats export charts uden --chart laver dem alle og skriver deres navne
chart-undrawn = figuren »{ $id }« kan ikke tegnes: { $why }
chart-undrawn-hint = fejlen er i programmet; meld den med data, der viser den
flag-incomplete = --incomplete hører til sider, TIFF og layoutets data, og her laves ingen af dem
flag-deadline = --deadline og --contact hører til skemaer, og her laves ingen
no-workbook = projektmappen kan ikke laves: { $why }
no-such-forvaltning = der er ingen { -forvaltning } »{ $code }«
font-installable = må lægges i en PDF og installeres
font-editable = må lægges i en PDF, der må rettes
font-print = må lægges i en PDF til visning og print
font-restricted = må ikke lægges i en PDF
font-whole = må kun lægges i en PDF i sin helhed
font-silent = siger intet om at blive lagt i en PDF
fonts-fine = alle tegn i data og layouts findes i skriften
font-italic = kursiv
font-upright = ret
font-missing = mangler
flag-of-sheets = { $flag } hører til ark, og her laves A4-sider
flag-of-sheets-hint = nævn en slags ark: --format a5-booklet, a4-booklet, a3-spread eller 2up
data-no-folder = »{ $folder }« er ikke en mappe
data-missing = mappen »{ $folder }« findes ikke
data-hint = --data nævner mappen for ét år, den med rapport.toml i
data-unreadable = mappen »{ $folder }« kan ikke læses: { $why }
data-here-hint = kør sats i den mappe, der har data/ i sig, eller nævn et års mappe med --data
data-no-year = der er ingen årsmappe i »{ $folder }«
data-year-hint = hvert år er en mappe med årets navn, såsom data/2024
nothing-open = der er ingen sådan tekst, som venter på at blive bekræftet
nothing-open-hint = `sats confirm` viser, hvilke der gør
confirmed-of = { $name }: { $n } { $n ->
        [one] tekst
       *[other] tekster
    } bekræftet
confirm-others = { $name }: { $who } har ansvaret og bekræfter selv teksterne; de er ikke rørt
confirmed = { $n } { $n ->
        [one] tekst
       *[other] tekster
    } bekræftet, { $left } tilbage
waiting = { $n ->
        [0] Ingen tekster fra sidste år venter på at blive bekræftet.
        [one] 1 tekst fra sidste år venter på at blive bekræftet: med --forvaltning KODE, --only ID eller --report
       *[other] { $n } tekster fra sidste år venter på at blive bekræftet: med --forvaltning KODE, --only ID eller --report
    }
new-year-next =
    årets tal skal udfyldes, hvor der står "udfyldes", og sidste års tekster skal rettes eller
    bekræftes (sats confirm); sats check viser hvert sted
cannot-read = »{ $file }« kan ikke læses: { $why }
settings-hint = sats.toml er projektets indstillinger; ret den, eller flyt den, og prøv igen
settings-language = SATS_LANG er »{ $code }«; der er { $known }
name-a-pdf = nævn en PDF-fil
judged-fine = intet at bemærke: { $pages } { $pages ->
        [one] side
       *[other] sider
    }
no-ctrl-c = Ctrl-C kan ikke bruges til at slutte: { $why }
preview-ends = Ctrl-C slutter forhåndsvisningen
no-browser = ingen browser kunne åbnes; åbn adressen selv
cannot-print = der kan ikke skrives på skærmen: { $why }
explain-rule = { $code }: en regel i kontrollen af trykfiler (`sats preflight`), fra { $source }
explain-hint = koden står først i fundet: `fejl[D010]`
nothing-found = intet at bemærke
fit-spread = { -opslag(form: "alle") }
fit-full = fyldt %
fit-unknown = der er ingen { -indsats } `{ $id }`
fit-unknown-hint = der er { $ids }
fit-explain = { $id }: { $pages } sider, fyldt { $full }
fit-cost = Straf: { $points } point. { $weighed } måder er vejet til ende. Den mindste straf er sat:
fit-cost-hvid = hvide linjer ved sidernes fod
fit-cost-ujaevn = spalter, der ender forskudt
fit-cost-hul = hvidt over noget, der går på tværs
fit-cost-delt = afsnit og tabeller delt over to spalter
fit-cost-afsnit = tekst, der går videre i næste spalte eller på næste side
fit-cost-figur = figurer væk fra deres tekst
fit-cost-form = figurer i anden størrelse, moduler udeladt
fit-cost-orden = noget på en anden plads end i data
fit-forms = Andre former end den første:
fit-columns = Siderne, fra oven:
fit-across = {"  "}side { $page }: på tværs, { $lines } linjer
fit-two = {"  "}side { $page }: venstre spalte { $left } linjer, højre { $right }
fit-divided = {"  "}side { $page }: to spalter, { $lines } linjer, et afsnit delt efter { $after }
fit-pages = sider
fit-room = plads, mm
fit-over = ud over ét { -opslag }
fit-over-by = { $lines } linjer, omkring { $characters } tegn

## Ældre data

history-no-data = »{ $revision }« har ingen data i »{ $folder }«
history-no-data-hint = nævn en version, der har, eller en mappe med de ældre data
history-no-git = git kan ikke køres: { $why }
history-no-git-hint = installer git, eller nævn en mappe med de ældre data
history-unread = »{ $folder }« kan ikke læses med git: { $why }
history-no-repository = »{ $revision }« er ikke en mappe, og »{ $folder }« ligger ikke i et git-arkiv
history-no-repository-hint = nævn en mappe med de ældre data
history-no-revision = »{ $revision }« er hverken en mappe, et år eller en version
history-no-revision-hint =
    nævn en mappe med de ældre data eller en version såsom HEAD~3
history-years-hint = nævn { $years }, hvis data ligger her ved siden af, en anden mappe med ældre data eller en version såsom HEAD~3
history-shallow-hint = mangler arkivet ældre versioner, henter »git fetch --unshallow« dem
history-lost = git har mistet »{ $file }« fra den version
history-lost-hint = undersøg arkivet med »git fsck«
history-no-room = de ældre data kan ikke hentes frem: { $why }
history-no-room-hint = gør plads i mappen til midlertidige filer
history-faulty = data fra »{ $since }« kan ikke sammenlignes: de har fejl
history-faulty-hint = vælg en anden version, eller læg de data i en mappe, og ret dem dér

## Næste år

new-not-later = { $year } ligger ikke efter rapportens år, { $report }
new-not-later-hint = det næste år er { $year }
new-there-already = »{ $folder }« findes allerede
new-there-already-hint = nævn en mappe, der ikke findes
new-folder-year = mappen hedder »{ $folder }«, og rapportens år er { $year }
new-link = »{ $file }« er et link til noget uden for mappen
new-link-hint = læg filerne selv i mappen, eller fjern linket
new-not-edited = »{ $file }« kunne ikke rettes: { $why }
new-not-edited-hint = skriv filen i TOML 1.0
cannot-write = »{ $file }« kan ikke skrives: { $why }
new-not-written-hint = se efter, om du må skrive i mappen, og om der er plads på disken

## Ingen fil

build-denied = ingen fil er lavet: --deny-warnings standser ved advarsler, der ikke er accepteret

## Uddrag

excerpt-empty = ingen { -indsats } svarer til hele valget
excerpt-empty-hint = --only, --forvaltning og --bydel indsnævrer hinanden: udelad én af dem
excerpt-unknown = rapporten har ingen { $kind ->
        [indsats] { -indsats }
        [forvaltning] { -forvaltning }
       *[bydel] { -bydel }
    } »{ $name }«

# Kommandoerne i håndbogen
command-build = Lav rapporten: den officielle PDF, hvis ingen andre udgaver er nævnt
command-check = Fortæl, hvad der er forkert eller tvivlsomt i data, tema og skrifter
command-preview = Vis rapporten i browseren, og følg hver rettelse
command-export = Skriv rapportens data i andre former
command-diff = Fortæl, hvad der er ændret mellem to sæt data
command-preflight = Bedøm en PDF, som et trykkeri ville
command-printers = Vis trykkeriernes profiler, eller begynd på en ny
    .list = Vis de indbyggede
    .new = Skriv en profil med hver nøgle og dens betydning, til at udfylde
    .schema = Skriv JSON Schema for profiler
command-new = Begynd næste års data ud fra dette års
command-confirm = Bekræft tekster fra sidste år, så rapporten kan udkomme
command-schema = Skriv JSON Schema for datafilerne eller for det, layoutene får
command-import = Læs udfyldte skemaer ind i data
command-comments = Læs kommentarerne i udkast, der er kommet tilbage
command-add = Lav en ny { -indsats }, klar til at blive udfyldt
command-rename = Giv en { -indsats } et andet id eller navn
command-remove = Fjern en { -indsats }
command-accept = Acceptér et fund med en grund
command-docs = Skriv håndbogen: hvert felt, hver blok, hver kode
command-fonts = Fortæl, hvilke skrifter temaet beder om og får
command-layouts = Vis de indbyggede layouts, eller skriv dem ud for at ændre dem
    .list = Skriv navnene på de indbyggede layouts
    .eject = Skriv indbyggede layouts ud i en mappe til --layouts; alle, hvor ingen er nævnt
command-shell = Skriv manualsider og fuldførelser til skallen
command-help = Vis hjælp til en kommando

## En kommando, der er skrevet forkert

usage-value = »{ $value }« kan ikke bruges som { $arg }
usage-no-value = der mangler en værdi efter { $arg }
usage-argument = `{ $arg }` kendes ikke her
usage-command = kommandoen `{ $name }` findes ikke
usage-missing = der mangler { $args }
usage-conflict = { $arg } og { $other } kan ikke bruges sammen
usage-other = kommandoen kan ikke læses, som den er skrevet
usage-near = mente du `{ $near }`?
usage-allowed = skriv { $words }
usage-range = skriv et helt tal fra { $least } til { $most }
usage-whole = skriv et helt tal
usage-help = `sats --help` viser kommandoerne
usage-help-of = `sats { $command } --help` viser, hvad der kan stå
