# Skemaer, der sendes ud og kommer hjem, kommentarer til udkast, rettelser fra kommandolinjen.

E010 = skemaet kan ikke læses
    .explain =
        Filen er ikke en projektmappe, som sats kan læse sikkert: den er beskadiget, beskyttet
        med adgangskode, alt for stor eller gemt i et format, som ikke er .xlsx eller .ods. Åbn
        den i Excel eller LibreOffice, gem den som .xlsx, og prøv igen.
E011 = det er ikke et skema til disse data
    .explain =
        Skemaet er lavet til en anden rapport eller et andet år, eller det er ikke lavet af
        `sats export form`. Kun skemaer til de data, der læses ind i, kan bruges.
E012 = et svar kan ikke bruges
    .explain =
        Cellen siger noget, som feltet ikke kan sige: en dato i stedet for et tal, en formel
        uden resultat, et ord, som ingen kender. Ret cellen, og læs skemaet ind igen.
E013 = feltet er ændret, siden skemaet blev sendt ud
    .explain =
        Både skemaet og data er ændret, og de siger ikke det samme. Vælg den rigtige værdi: ret
        data i hånden, eller send forvaltningen et nyt skema. `--rest` skriver alt det andet.
E014 = en celle er flyttet til en anden række
    .explain =
        Rækken siger ét felt og cellens navn et andet: nogen har sorteret, klippet eller indsat.
        Intet gættes. Flyt svaret tilbage, eller skriv det i et nyt skema.
E015 = svaret giver en fejl i data
    .explain =
        Med dette svar ville `sats check` finde en fejl. Intet er skrevet.
E016 = noget i skemaet er læst på en anden måde, end det ser ud
    .explain =
        Et tal var skrevet som tekst, en formel er taget med sit resultat, en procent er regnet
        om: svaret er brugt, men se det efter.
E017 = noget i skemaet er ikke læst
    .explain =
        Kommentarer, noter, billeder, makroer og celler uden for svarfelterne bliver ikke læst.
        Det vigtige skal stå i svarfelterne eller i kolonnen Bemærkning.
E018 = en bemærkning i skemaet
    .explain =
        Forvaltningen har skrevet en bemærkning. Den bliver ikke skrevet i data; læs den.
E020 = navnet kan ikke være id
    .explain =
        En indsats' id er filens navn uden .toml: a til z, 0 til 9 og bindestreger, højst 40 tegn. To
        indsatser kan ikke have det samme.
E021 = det nævnte findes ikke i rapporten
    .explain =
        Kommandoen nævner en indsats eller en forvaltning, som rapporten ikke har. Id'er er filernes
        navne i indsatser/, koder står i forvaltninger.toml.
E022 = det kan ikke gøres her
    .explain =
        Forhåndsvisningen blev bedt om noget, der ikke er muligt, som data er nu: fundet er der ikke
        mere, teksten er allerede bekræftet, eller blokken findes ikke. Genindlæs siden, og se igen.
E030 = filen med kommentarer kan ikke læses
    .explain =
        `sats comments` læser PDF, FDF og XFDF uden adgangskode. Gem filen igen i læseprogrammet, eller
        eksportér kommentarerne som XFDF.
E031 = udkastet er ikke kendt igen
    .explain =
        Filen er et andet udkast, eller læseprogrammet har skrevet den helt om. Giv udkastet, som det
        blev sendt ud, med `--draft`; så findes siderne efter deres indhold.
E032 = der er tegnet ind i selve siden
    .explain =
        Nogle programmer skriver ind i siden i stedet for at lave en kommentar. Det kan ses, men ikke
        læses. Se på siden, og skriv det af.
E033 = en kommentar er måske gået tabt
    .explain =
        Filen rummer en kommentar, som ingen side viser. Nogle læseprogrammer mister kommentarer, når
        de gemmer. Spørg den, der skrev den.
E034 = et forslag er ikke skrevet i data
    .explain =
        Kun enkle forslag tages over: få ord eller et tal, som står ét sted i ét felt, og som data
        stadig siger. Hvis to forslag til det samme sted er forskellige, skrives ingen af dem.
        Resten rettes i hånden.
E035 = kommentarerne kan ikke gemmes
    .explain =
        `sats comments --keep` lægger kommentarerne i kommentarer-ÅR.json ved siden af årets data, med hvad
        der er udført. Filen er beskadiget, eller kommentaren står der ikke. Den er ikke rørt.

# Hvad kommandoerne siger.

suggest-none = kommentaren er ikke et forslag til andre ord
suggest-no-field = feltet er ikke fundet
suggest-places = ordene står flere steder: { $places }
suggest-long = forslaget er mere end en rettelse af få ord
suggest-gone = feltet findes ikke længere
suggest-kind = feltet kan ikke rettes på den måde
suggest-times = »{ $old }« står { $n } gange i feltet
suggest-lost = ordene er ikke fundet
suggest-stale = udkastet sagde »{ $old }«, og data siger nu { $now }
suggest-differ = »{ $other }« er foreslået til det samme sted i { $file }
suggest-number = »{ $new }« er ikke et tal
step-comments = data og kommentarer læses
comments-count =
    { $n } { $n ->
        [one] kommentar
       *[other] kommentarer
    }
file-too-large = »{ $file }« er for stor
file-there-hint = se efter, om filen ligger der
comments-no-map = »{ $file }« har intet kort over felterne
comments-no-map-hint = giv det udkast, som `sats build draft` skrev
comments-no-file = filen er ikke fundet
comments-applied =
    { $taken } forslag skrevet, { $left } tilbage{ $done ->
        [0] {""}
       *[other] , { $done } stod der allerede
    }
comments-all-done =
    Der er ikke mere at skrive: { $n ->
        [one] forslaget
       *[other] alle { $n } forslag
    } står der allerede.
comments-written = Skrevet: { $name }, { $page }, { $label }: »{ $old }« → »{ $new }«
comments-not-applied = forslaget »{ $said }« er ikke skrevet: { $why }
comments-not-applied-hint = ret det i data i hånden
nothing-written = Intet er skrevet.
nothing-written-rest = Intet er skrevet. Ret skemaet, eller skriv resten med --rest.
form-right = { $file }: { $field }: »{ $old }« → »{ $new }«
form-came =
    { $n } { $n ->
        [one] tal stod ved »mangler endnu« og er taget med som endeligt
       *[other] tal stod ved »mangler endnu« og er taget med som endelige
    }
dry-run = Prøve: intet er skrevet.
form-no-letter = Forsiden har hverken frist eller afsender: --deadline "fredag den 14. marts" --contact "navn, mail"
form-file-large = »{ $file }« er for stor til at være et skema
file-open-hint = se efter, om filen ligger der, og om den er åben i et andet program
form-answer-at = svaret står i { $file }: { $place }
form-counted =
    { $changed } { $changed ->
        [one] felt
       *[other] felter
    } ændret, { $confirmed } { $confirmed ->
        [one] tekst
       *[other] tekster
    } bekræftet, { $untouched } { $untouched ->
        [one] felt
       *[other] felter
    } som før
check-no-file = data har ingen fil eller { -indsats } `{ $named }`
check-there-are = der er { $names }
step-handbook = håndbogen skrives
schema-left = { $file } er der allerede og er ladt i fred; den skal henvise til skemaerne i { $folder }/
indsats-made = { CAP(-indsats(form: "bestemt")) } er lavet. Skriv dens tekster, og udfyld beløbet: sats check --only { $id }
indsats-removed = { $file } er fjernet.
indsats-named = Navnet står stadig i { $file }:{ $line } ({ $field })
accept-no-reason = der skal en grund til
accept-no-reason-hint = skriv, hvorfor det er rigtigt alligevel, med --reason
accept-error = en fejl kan ikke accepteres
accept-error-hint = ret den: accept er til advarsler, der er rigtige alligevel
accept-none = intet fund { $code } svarer til det
accept-several = { $n } fund { $code } kan være ment
accept-none-hint = `sats check` viser, hvad der er at acceptere
accept-several-hint = vælg et af dem nedenfor med --only ID og --field FELT
id-form = `{ $id }` kan ikke være et id
id-form-hint = brug a til z, 0 til 9 og bindestreger, højst 40 tegn, men ikke Windows' egne navne (con, aux …)
id-taken = der er allerede en { -indsats } `{ $id }`
id-taken-hint = vælg et andet id, fx { $id }-2
comments-painted = der er tegnet eller skrevet ind i selve siden; det kan ikke læses som kommentar
comments-painted-hint = se på siden, og skriv kommentaren af

# Listen over ændringer og leveringssedlen.

list-what = Hvad
list-field = Felt
list-before = Før
list-now = Nu
list-remark = Bemærkning
list-file = Fil
list-path = Sti
list-none = ingen ændringer
list-sum =
    { $n } { $n ->
        [one] ændring
       *[other] ændringer
    } i { $efforts }
list-sum-and-own =
    { $n } { $n ->
        [one] ændring
       *[other] ændringer
    } i { $efforts } og rapportens egne sider
list-places =
    Teksten står { $n ->
        [one] ét sted
       *[other] { $n } steder
    } i rapporten.
list-changed = ændret
list-added = nyt
list-removed = udgået
list-moved = flyttet
list-title = Ændringer
derived-rank = plads blandt beløbene
derived-share = andel af midlerne
derived-rising = med flere brugere
derived-falling = med færre brugere
derived-local = lokale
derived-change = ændring i procent
derived-count = Antal
derived-amount = Beløb
derived-part = Andel
derived-name = Navn
derived-districts = { CAP(-bydel(form: "flertal")) }
derived-year = År
derived-total = i alt
derived-city-wide = bydækkende
derived-half = de største, der får halvdelen
derived-largest = det største beløb
derived-smallest = det mindste beløb
derived-without = uden { -indsats(form: "flertal") }
derived-most = med flest { -indsats(form: "flertal") }
derived-first = første
derived-known = med kendt beløb
derived-unchanged = uændrede
derived-districts-most = { -bydel(form: "flertal") } med flest { -indsats(form: "flertal") }
derived-districts-without = { -bydel(form: "flertal") } uden { -indsats(form: "flertal") }
derived-principles = { -fagprincip(form: "flertal") } i alt
derived-several-principles = med flere { -fagprincip(form: "flertal") }
derived-counted = med årlige tal
derived-uncounted = uden årlige tal
note-file = Fil
note-printer = Trykkeri
note-standard = Standard
note-x4 = PDF/X-4:2010 og PDF/A-2b
note-cmyk = PDF 1.6, CMYK uden output intent
note-pages = Sider
note-single-pages = { $n } enkeltsider
note-pages-blank =
    { $n } enkeltsider, heraf { $blank } { $blank ->
        [one] blank
       *[other] blanke
    } til sidst
note-trim = Færdigt format
note-bleed = Med beskæring
note-media = Ark
note-marks = Mærker
note-marks-outside = uden for beskæringen
note-colours = Farver
note-condition = Trykbetingelse
note-ink = Farvemængde
note-ink-most = højst { $percent } % i et felt på 15 mm (side { $page }); grænse { $limit } %
note-fonts = Skrifter
note-embedded = { $font } (indlejret)
note-not-embedded = { $font } (IKKE indlejret)
note-preflight =
    0 fejl, { $n } { $n ->
        [one] advarsel
       *[other] advarsler
    }
note-size = Størrelse
note-bytes = { $n } byte

# Redigering i browseren
act-accepted = Accepteret: { $code }
act-confirmed =
    Bekræftet: { $n } { $n ->
        [one] tekst
       *[other] tekster
    }
act-added = Ny { -indsats }: { $name }
act-renamed = Omdøbt: { $name }
act-removed = Fjernet: { $id }
act-moved = Flyttet: { $id }
act-inserted = Indsat: { $kind }
act-deleted = Slettet: { $field }
act-done = Udført
act-open-again = Åben igen
act-no-change = det er ingen ændring af data
act-no-file = filen findes ikke i data
act-no-reason = der skal en grund til
act-no-reason-hint = skriv, hvorfor det er rigtigt alligevel
act-no-finding = fundet er der ikke mere
act-error = en fejl kan ikke accepteres
act-error-hint = ret den i stedet
act-nothing-open = der er ikke noget at bekræfte her
act-nothing-open-hint = teksten er allerede bekræftet eller ændret
act-name-left = Navnet står stadig i { $place } ({ $field }).
act-no-block = den slags blok findes ikke
act-no-block-hint = vælg en af dem, der vises
reload-page = genindlæs siden
edit-nothing-to-undo = der er ikke noget at fortryde
edit-in-the-file = det rettes i filen { $place }
edit-no-field = `{ $field }` findes ikke i data
edit-no-act = den handling kendes ikke
edit-no-request = siden sendte noget, der ikke kan læses: genindlæs den

# Kommentarer
comments-unread = `{ $file }` kan ikke læses: { $why }
comments-unread-hint = ret filen, eller flyt den væk, så laves en ny
comments-too-large = den er for stor
comments-gone = kommentaren er der ikke mere
comments-keep-hint = Med --keep står de i forhåndsvisningen, hver ved sin side og sit felt.
comments-kept =
    { $new } { $new ->
        [one] ny
       *[other] nye
    }, { $open } ikke udført: { $file }

# Rettelser i datafilerne, og hvad felter og ændringer hedder.

edit-unreadable-hint = ret filen, så `sats check` kan læse den, og prøv igen
edit-no-utf8 = `{ $file }` er ikke gemt som UTF-8
edit-no-toml = `{ $file }` er ikke skrevet, som TOML skal skrives
edit-not-there = `{ $field }` kan ikke rettes: feltet findes ikke
edit-not-here = `{ $field }` kan ikke skrives på det sted
edit-unsafe = `{ $field }` kan ikke skrives, uden at andet i filen ændres
edit-stale = `{ $field }` er ændret i mellemtiden: her står nu { $now }
edit-stale-gone = `{ $field }` er fjernet i mellemtiden
edit-stale-hint = intet er skrevet; se, hvad der står i filen nu, og ret igen
template-geography =
    Geografien: bydaekkende = true, eller bydele = ["{ $name }"]
template-money = Kroner i { $year }
change-id = { CAP(-indsats(form: "bestemt")) }s id
change-new = { -indsats.koen ->
        [intet] Nyt
       *[faelles] Ny
    } { -indsats }
change-gone = { CAP(-indsats(form: "bestemt")) } er udgået
change-table =
    { $title } ({ $rows } { $rows ->
        [one] række
       *[other] rækker
    }, { $columns } { $columns ->
        [one] kolonne
       *[other] kolonner
    })
item-note = note { $mark }
item-sentence = sætning { $n }
item-row = række { $n }
item-column = kolonne { $n }
item-number = nr. { $n }
item-callout = fremhævet
item-block = { $kind } »{ $words }«

# Regnearket med rapportens tal.

book-overview = Overblik
book-series = Serier
book-tables = Tabeller
book-figures = Figurer
book-problem = Problem
book-principles = { CAP(-fagprincip(form: "flertal")) }
book-group = Målgruppe
book-geography = Geografi
book-city-wide = Bydækkende
book-measure = Serie
book-counts = Tæller
book-year = År
book-amount = Beløb i { $year }
book-title = Titel

## Hvad forhåndsvisningens adresse svarer, når den siger nej

refuse-machine = forhåndsvisningen kan kun ses fra den computer, den kører på
refuse-read-only = i denne forhåndsvisning kan der ikke rettes
refuse-nothing = her er ingen side
refuse-token = der kan kun rettes fra forhåndsvisningens egen side: genindlæs den
refuse-json = rettelsen er ikke sendt som JSON
refuse-long = teksten er for lang til et felt
refuse-length = rettelsen siger ikke, hvor lang den er
refuse-cut = rettelsen kom ikke helt frem: prøv igen
refuse-windows = for mange vinduer viser forhåndsvisningen: luk nogle af dem
refuse-request = det er ikke en forespørgsel, en browser sender
template-text = Teksten mangler.
