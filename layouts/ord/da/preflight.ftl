# Kontrollen af trykfiler: hvad der er set, og hvad der kan gøres.

pf-multiple = der er { $n } sider, og trykkeriet beder om et antal, der går op i { $multiple }
pf-sizes = siden er { $page }, den første { $first }
pf-trim-art = siden har både TrimBox og ArtBox
pf-no-trim = siden siger ikke, hvor den skal skæres (TrimBox mangler)
pf-no-bleed = siden har ingen BleedBox
pf-no-size = en af sidens bokse har ingen størrelse
pf-boxes = færdigt format, beskæring og ark ligger ikke inden i hinanden
pf-crop = CropBox skjuler en del af siden
pf-user-unit = siden er skaleret med UserUnit
pf-rotated = siden er drejet med Rotate
pf-spread = siden er { $page }: det ligner et helt opslag
pf-bleed = siden er { $there } med beskæring, og trykkeriet beder om { $asked }
pf-media = der er lyd, film eller 3D
pf-attached = en fil er vedhæftet
pf-annotation = der er en kommentar eller et link ({ $kind })
pf-header = filen begynder med `{ $header }`
pf-encrypted = filen er krypteret
pf-no-id = filen har intet id
pf-no-catalogue = filen har intet katalog
pf-catalogue = kataloget siger PDF { $version }
pf-no-pdf = filen er ikke en PDF
pf-cut = filen har ingen ende: den er skåret over eller ikke kopieret helt
pf-behind = der står noget efter filens ende
pf-no-table = filen siger ikke, hvor dens objekttabel begynder
pf-acts = filen gør noget, når den åbnes
pf-form = filen har en formular
pf-javascript = filen har JavaScript
pf-attachments = der er vedhæftede filer
pf-layers = lag kan slås til og fra på mere end én måde
pf-unwanted-intent = filen har en trykbetingelse (output intent), og trykkeriet vil ingen have
pf-two-profiles = filens trykbetingelser nævner to farveprofiler
pf-intents = filen har { $n } trykbetingelser (output intents) til PDF/X, og der skal være én
pf-no-condition = filens output intent nævner ingen trykbetingelse
pf-other-condition = filen er lavet til `{ $there }`, og trykkeriet vil have `{ $asked }`
pf-no-registry = trykbetingelsen siger ikke, hvilket register dens navn står i
pf-no-info = trykbetingelsen er ikke beskrevet med ord
pf-no-profile = trykbetingelsen har ingen indlejret farveprofil
pf-profile-unread = farveprofilen kan ikke læses
pf-profile-n = farveprofilen er ikke til fire farver (/N 4)
pf-profile = farveprofilen { $why }
pf-other-profile = farveprofilen er ikke trykkeriets egen, uanset hvad den hedder
pf-trapped = Info siger ikke, om filen er trappet
pf-xmp-trapped = pdf:Trapped mangler eller er et andet end i Info
pf-no-xmp = der er ingen XMP-metadata
pf-packed-xmp = XMP-metadata er komprimeret
pf-broken-xmp = XMP-metadata er ikke gyldig XML
pf-says-x = filen siger, at den er `{ $version }`
pf-not-x4 = filen siger ikke, at den er PDF/X-4
pf-not-a2b = filen siger ikke, at den er PDF/A-2b
pf-xmp-gap = XMP-metadata mangler { $key }
pf-xmp-differs = { $key } er `{ $info }` i Info og `{ $xmp }` i XMP
pf-likewise =
    det samme på { $n ->
        [one] side
       *[other] siderne
    } { $pages }
pf-unread = filen kan ikke læses: { $why }
pf-breaks = filen får programmet til at gå i stå
pf-large = filen er på { $megabytes } MB; mere end { $most } MB bedømmes ikke
pf-password = filen er beskyttet med adgangskode
pf-no-pages = filen har ingen sider
pf-many-pages = filen har mere end { $most } sider
pf-empty = siden er tom
pf-two-tints = staffagefarven `{ $name }` er fastlagt på to måder
pf-no-group = siden har gennemsigtighed og siger ikke, i hvilke farver der blandes
pf-ink = et felt på 15 × 15 mm har { $ink } % farve, og trykkeriet tager højst { $limit } %
pf-operator = `{ $name }` er ikke en kommando, der kan stå sådan
pf-q-deep = q er indlejret for dybt
pf-q = der er et Q uden q
pf-intent-name = farvegengivelsen (rendering intent) `{ $name }` kendes ikke
pf-decoded = en form eller et mønster kan ikke pakkes ud
pf-circle = en form tegner sig selv
pf-forms-deep = former er indlejret for dybt
pf-picture-or-form = billedet eller formen
pf-graphics-state = grafiktilstanden
pf-arrays = dets lister er indlejret for dybt
pf-to-end = det kan ikke læses til ende
pf-q-match = dets q og Q passer ikke sammen
pf-broken = sidens indhold er i stykker: { $why }
pf-missing = { $what } `{ $name }` mangler
pf-work = siden kræver for meget arbejde til at blive bedømt til ende
pf-screen = noget er trykt i { $name }
pf-profiled = noget er trykt i CMYK med sin egen farveprofil
pf-spot = noget er trykt i staffagefarven `{ $name }`
pf-grey-overprint = noget i DeviceGray overprinter
pf-opm = noget overprinter med OPM 0, som stanser ud i DeviceCMYK
pf-registration = registreringsfarven er brugt på siden: den trykkes på alle plader
pf-colour = en farve har { $ink } % farvemængde, og trykkeriet tager højst { $limit } %
pf-small-text = tekst er sat i { $size } pt
pf-coloured-text =
    tekst i { $size } pt er { $what ->
        [white] hvid
       *[inks] sat i flere farver
    }
pf-rich-black = sort tekst har { $ink } % farvemængde
pf-grey-text = sort tekst i { $size } pt er i DeviceGray
pf-black-text = sort tekst i { $size } pt stanser det ud, der ligger under den
pf-white-text = hvid tekst overprinter
pf-line = en streg er { $width } pt bred
pf-coloured-line =
    en streg på { $width } pt er { $what ->
        [white] hvid
       *[inks] i flere farver
    }
pf-black-line = en sort streg på { $width } pt stanser det ud, der ligger under den
pf-surface = en flade er { $width } pt tyk
pf-white-path = en hvid streg eller flade overprinter
pf-picture = et billede kan ikke læses: { $why }
pf-resolution = et billede har { $ppi } ppi, og trykkeriet beder om { $asked }
pf-full-page = siden er ét billede med { $ppi } ppi; { $asked } holder teksten skarp
pf-safety =
    { $what ->
        [text] tekst
        [shape] en figur
       *[line] en streg
    } står { $mm } mm fra kanten, og trykkeriet beder om { $asked } mm
pf-no-bleeding = farve ved kanten går { $mm } mm ud over den, ikke { $asked } mm
pf-transfer = en grafiktilstand har sine egne overføringsfunktioner eller rastre
pf-blend-mode = blandingsmåden `{ $name }` er ikke blandt standardens
pf-action = der er en handling ({ $kind })
pf-blend-space = en gruppe med gennemsigtighed blander i { $space }
pf-jpx = et billede er JPEG 2000
pf-lzw = noget er pakket med LZW
pf-alternates = et billede står i stedet for et andet
pf-postscript = der er PostScript
pf-reference = en form henviser til en side i en anden fil
pf-no-font = tekst er sat uden en skrift
pf-notdef = `{ $font }` har intet tegn til kode { $code }
pf-not-embedded = skriften `{ $font }` er ikke indlejret
pf-type3 = skriften `{ $font }` er af Type 3
pf-courier = skriften `{ $font }` er brugt
pf-widths = `{ $font }` angiver bredden { $stated } til kode { $code }, og skriften har { $there }
pf-no-width = det har ingen bredde eller højde
pf-no-space = det har intet farverum
pf-depth = det har { $n } bit pr. kanal
pf-too-large = det er for stort: { $width } × { $height } billedpunkter
pf-samples = der er for mange billedpunkter i filen
pf-too-few = det har { $there } byte, ikke { $asked }
pf-more =
    { $words } (og { $n ->
        [one] én gang
       *[other] { $n } gange
    } til)
pf-rule = regel: { $source }
rule-of-profile = trykkeriets profil, { $key }
rule-of-limits = programmets grænser for arbejde og hukommelse
rule-of-printers = trykkerierne
rule-F01 = eksportér filen igen; det, der ikke kan læses her, kan trykkeriet måske heller ikke læse
rule-F02 = forenkl filen, eller del den
rule-F03 = eksportér filen igen
rule-F04 = gem billedet igen som PNG eller JPEG
rule-F06 = eksportér eller kopiér filen igen
rule-X011 = eksportér som PDF 1.6
rule-X021 = eksportér filen igen med et fil-id
rule-X022 = gem filen uden adgangskode og begrænsninger
rule-X031 = eksportér med XMP-metadata
rule-X032 = skriv metadata uden komprimering
rule-X033 = skriv XMP-metadata igen
rule-X034 = eksportér som PDF/X-4
rule-X035 = sats skriver begge standarder i samme fil; trykkeriet kan nøjes med PDF/X-4
rule-X041 = skriv den egenskab, der mangler
rule-X042 = skriv begge steder det samme
rule-X051 = skriv Trapped False i Info
rule-X052 = skriv pdf:Trapped som i Info
rule-X061 = skriv én trykbetingelse (output intent)
rule-X062 = nævn trykbetingelsen
rule-X063 = skriv http://www.color.org
rule-X064 = beskriv trykbetingelsen med ord
rule-X065 = byg med dette trykkeris profil
rule-X071 = indlejr farveprofilen
rule-X072 = indlejr en farveprofil til CMYK
rule-X073 = byg med dette trykkeris ICC-profil
rule-X074 = lad alle trykbetingelser nævne den samme profil
rule-X081 = skriv en TrimBox på hver side
rule-X082 = skriv bokse, der ligger inden i hinanden
rule-X083 = skriv bokse med bredde og højde
rule-X084 = fjern CropBox
rule-X085 = skriv en BleedBox på hver side
rule-X086 = giv siderne mere beskæring
rule-X091 = eksportér i punkter
rule-X092 = drej siderne før eksporten
rule-X093 = giv alle sider samme færdige format
rule-X101 = indlejr skriften
rule-X102 = brug en skrift, der har tegnet
rule-X104 = brug omrids eller en anden skrift
rule-X105 = se efter, om en skrift manglede
rule-X111 = lav farven om til CMYK
rule-X112 = brug DeviceCMYK
rule-X121 = fastlæg staffagefarven én gang
rule-X122 = lav staffagefarven om til CMYK, eller bestil den
rule-X123 = brug sort i stedet for registreringsfarven
rule-X131 = giv gruppen /CS /DeviceCMYK
rule-X132 = brug en af standardens blandingsmåder
rule-X133 = giv siden en gruppe i DeviceCMYK
rule-X141 = gem billedet som JPEG eller PNG
rule-X142 = pak med Flate
rule-X143 = indlejr selve billedet
rule-X144 = fjern PostScript
rule-X145 = indlejr selve siden
rule-X151 = fjern links og kommentarer
rule-X161 = fjern handlingen
rule-X162 = gør formularen til almindelig tekst
rule-X163 = fjern det
rule-X171 = fjern den vedhæftede fil
rule-X181 = læg lagene sammen
rule-X191 = fjern det fra grafiktilstanden
rule-X192 = brug RelativeColorimetric
rule-G01 = gør farverne lysere dér
rule-G02 = gør farven lysere
rule-G03 = brug et større billede, eller tryk det mindre
rule-G05 = sæt det større eller kun i sort
rule-G06 = sæt det større
rule-G07 = sæt det kun i sort
rule-G08 = lad det overprinte
rule-G09 = sæt det i DeviceCMYK
rule-G11 = lad det stanse ud; ellers kommer det ikke med
rule-G14 = tegn det tykkere eller i én farve
rule-G15 = tegn det tykkere
rule-G16 = se efter, om det er meningen
rule-G17 = flyt det indad, eller lad det gå ud over kanten
rule-G18 = lad det gå helt ud til beskæringens kant
rule-G19 = tilføj sider
rule-G20 = sæt OPM til 1
rule-G21 = eksportér enkeltsider

## ICC-profilen, efter »profilen«

icc-none = er ikke en ICC-profil
icc-length = er skåret over eller fyldt op: dens hoved siger { $stated } byte, og den har { $there }
icc-version = er ICC version { $version }; den skal være 2 eller 4
icc-class = er af klassen `{ $class }` og ikke en profil til tryk (`prtr`)
icc-space = er til `{ $space }`, ikke til CMYK
icc-table = har ingen brugbar tabel fra farver til trykfarver
icc-checksum = er en anden fil end den, der er bedt om: SHA-256 { $there }, ikke { $asked }

## Trykfilen, og hvad der ikke kan trykkes

print-no-space = har intet farverum
print-unconverted = kan ikke laves om til trykfarver
print-no-size = har ingen bredde eller højde
print-depth = har ikke 8 bit pr. kanal
print-too-few = har for få billedpunkter
print-other-count = har et andet antal billedpunkter, end størrelsen siger
print-decode = har en `Decode`, der hverken er ligefrem eller omvendt
print-unread = kan ikke læses
print-gradient-kind = er hverken lineær eller radial
print-no-function = har ingen funktion
print-uneven = er ikke blandet jævnt
print-no-stops = har ingen farvestop
print-stop-unread = har et farvestop, der ikke kan læses
print-computed = er beregnet på en måde, der ikke kan blive til trykfarver
print-stop-no-ink = har en farve, der ikke kan blive til trykfarver
print-stop-no-colour = har et farvestop uden farve
print-inline = rummer et billede skrevet direkte i siden
print-other-space = bruger farverummet { $name }
print-unread-why = kan ikke læses: { $why }
print-too-large = er for stort: { $width } × { $height } billedpunkter
print-unread-from = kan ikke læses fra byte { $byte } og frem
print-picture = et billede på side { $page } { $what }
print-picture-hint = gem det igen som PNG eller JPEG med 8 bit pr. kanal, RGB eller gråt
print-gradient = en farveovergang på side { $page } { $what }
print-gradient-hint = lineære og radiale overgange kan trykkes
jpeg-unread = er en JPEG, der ikke kan læses: { $why }
pf-jpeg = det { $why }
print-content = indholdet af side { $page } { $what }
print-content-hint = brug temaets farver, lineære eller radiale overgange og billeder fra filer; trykkeriet får kun cyan, magenta, gul og sort
printer-range = `{ $key }` er { $value } { $unit }; den skal være { $low } til { $high }
printer-multiple = `sidemultiplum` er { $count }; den skal være 1 til 64
printer-placeholder = `{ $name }` har en pladsholder, der ikke kendes; der er { $known }
printer-file-name = `{ $name }` er ikke et navn, en fil kan have
icc-not-with-us = den følger ikke med programmet
icc-hint = læg trykkeriets egen profil der, eller ret `icc`
icc-fetch = hent { $icc } hos European Color Initiative (eci.org, Downloads, ICC profiles), og læg den i mappen icc/ ved siden af en kopi af profilen { $profile }, som du nævner med --printer
icc-missing = ICC-profilen `{ $name }` mangler: { $why }
icc-profile = ICC-profilen `{ $name }` { $what }
icc-no-use = ICC-profilen `{ $name }` kan ikke bruges: { $why }
pf-gradient = farveovergangen
pf-font = skriften
pf-a-form = formen
pf-pattern = mønstret
print-no-ink = bruger en farve, der ikke kan blive til trykfarver: `{ $operator }`
grey-inks = en farve på de grå sider er i trykfarver
grey-no-colour = en farve på de grå sider er ikke en farve
grey-circle = en farveovergangs funktioner henviser til hinanden i ring
grey-gradient-colour = en farveovergang har en farve, der ikke er en farve
grey-no-function = en farveovergang har ingen funktion
grey-unread = en side kan ikke læses fra byte { $byte } og frem
pdf-unread = de satte sider kan ikke læses: { $why }
pdf-unwritten = PDF-filen kan ikke skrives: { $why }
sheets-unread = PDF-filen kan ikke læses: { $why }
sheets-encrypted-hint = gem den uden adgangskode, og lav ark af den fil
sheets-lost =
    { $n } { $n ->
        [one] kommentar eller felt
       *[other] kommentarer eller felter
    } kommer ikke med på arkene
sheets-lost-hint = print først filen til en ny PDF, så de bliver en del af siderne
sheets-no-page = en side mangler i filen
sheets-no-media = en side har ingen MediaBox
sheets-no-size = en side har ingen brugbar størrelse
sheets-content = indholdet af en side kan ikke læses: { $why }
