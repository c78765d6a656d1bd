# Filer, der skrives: hvorfor en ikke kan, og hvad der følger med.

write-folder-there = »{ $file }« kan ikke skrives: der ligger en mappe med det navn
write-folder-there-hint = flyt mappen, eller nævn en anden med --out
write-changed = »{ $file }« er ændret, mens sats arbejdede; intet er skrevet
write-composed =
    »{ $file }« var gemt med løse accenter (å som a og ring); de er samlet, da filen blev skrevet
write-changed-hint = kør kommandoen igen
write-file-there = der ligger en fil, hvor mappen skulle være
cannot-make-folder = mappen »{ $file }« kan ikke laves: { $why }
write-no-file = der står en enhed eller et rør, ikke en fil
write-hint = nævn en anden mappe med --out; den fil, der var i forvejen, er urørt
stamp-epoch = SOURCE_DATE_EPOCH er »{ $value }«, som ikke er en dato
stamp-epoch-hint = den tæller hele sekunder siden 1970-01-01T00:00:00Z
stamp-date = rapportens dato er »{ $date }«, som ikke findes
stamp-date-hint = skriv `dato` som 2024-05-31 i rapport.toml
held-back = »{ $file }« er holdt tilbage: kontrollen fandt { $n } fejl
held-back-hint = ret det, der er nævnt ovenfor; den seneste gode fil er urørt
pages-undrawn = siderne kan ikke tegnes: { $why }
pages-undrawn-hint = tag færre sider med --only, eller færre billedpunkter med --dpi
tiff-unwritten = TIFF-filen kan ikke skrives: { $why }
tiff-unwritten-hint = tag færre sider ad gangen med --only
draft-pages = et udkasts sider kan ikke blive den officielle udgave
draft-pages-hint = byg den officielle udgave af data

## Ark: hvordan de trykkes og foldes

format-a3-spread = A4-opslag på A3
format-a5-booklet = A5-hæfte på A4
format-a4-booklet = A4-hæfte på A3
format-2up = 2 sider på A4
format-4up = 4 sider på A4
sheets-flip-long = Print i fuld størrelse på begge sider, vendt på den lange kant.
sheets-flip-short = Print i fuld størrelse på begge sider, vendt på den korte kant.
sheets-fold = Fold hvert ark på midten.
sheets-staple = Fold stakken på midten med ark 1 yderst, og hæft den i folden.
sheets-creep = Siderne rykkes { $each } mm mod folden for hvert ark, { $inner } mm på det inderste.
sheets-sheet = ark
sheets-side = side
sheets-pages = sider
sheets-front = forside
sheets-back = bagside
sheets-turned = på hovedet
sheets = { $format }: { $pages } { $pages ->
        [one] side
       *[other] sider
    } på { $sheets } ark, { $blank } { $blank ->
        [one] blank
       *[other] blanke
    }
paper = papiret er { $mm } mm tykt, og sådan er intet papir
paper-hint = kontorpapir på 80 g/m² er 0,1; 0 lader hæftets sider stå, hvor de er

## Forhåndsvisning

port-taken = port { $port } kan ikke bruges til forhåndsvisningen: { $why }
port-taken-hint = luk det program, der bruger porten, eller nævn en ledig med --port
no-server = forhåndsvisningen kan ikke starte: { $why }
no-watch = filerne kan ikke overvåges: { $why }
no-watch-hint = luk programmer, der overvåger mange filer, eller hæv fs.inotify.max_user_watches

## Trykfilen

field-behind = felt, der står her på siden
picture-of-indsats = et billede i denne { -indsats }
bleed = siderne har { $has } mm beskæring, trykkeriet beder om { $wanted } mm
bleed-hint = sæt side.beskaering_mm i theme.toml til det, trykkeriet beder om, eller mere
bleed-hint-profile =
    eller skriv en mindre [beskaering] i trykkeriets profil, hvis trykkeriet er enigt
no-printer = profilen til trykkeriet »{ $name }« kan ikke læses: { $why }
printers = indbyggede: { $names }
printer-own-hint = eller nævn vejen til din egen profil

## Den satte PDF

finish-unexpected = den satte PDF er ikke, som sats venter den ({ $what }): meld det som en fejl i sats
carrier-empty = et link eller et `maerket` rummer kun andre links: giv det en tekst af sin egen
carrier-tag = `maerket` beder om mærket `{ $tag }`, som PDF ikke har
carrier-key = `maerket` har egenskaben `{ $key }`, som intet læser
carrier-text = egenskaben `{ $key }` i `maerket` er ikke en tekst
