# Kommentarer i udkast, der er kommet hjem: hvad de er, hvor de hører til, hvad der ikke kan læses.

comment-nobody = uden navn
comment-replaced = erstatning
comment-deleted = sletning
comment-struck = overstregning
comment-inserted = indsættelse
comment-note = note
comment-highlight = fremhævning
comment-underline = understregning
comment-on-page = tekst på siden
comment-drawing = tegning
comment-stamp = stempel
comment-file = vedhæftet fil
comment-sound = lyd eller film
comment-figure = figur
comment-accepted = accepteret
comment-rejected = afvist
comment-cancelled = annulleret
comment-completed = færdig
comment-ticked = afkrydset

## Hvor den hører til

comment-rewritten = siden er skrevet om af læseprogrammet; feltet er fundet efter sidens nummer
comment-no-page = siden er ikke kendt igen
comment-far = står { $mm } mm fra det nærmeste felt

## Listen over dem

comments-title = Kommentarer
comments-report = Rapporten
comments-own-pages = Rapportens egne sider
comments-some-place = sted på siden
comments-line = { $page }  { $label }
comments-delete = slet »{ $marked }«
comments-answer = svar fra { $who }: { $words }
comments-also = kan også være { $fields }
comments-page = Side
comments-page-in-pdf = Side i PDF
comments-field = Felt
comments-marked = Markeret
comments-kind = Hvad
comments-words = Kommentar
comments-suggestion = Forslag
comments-from = Fra
comments-answers = Svar og status
comments-doubt = Tvivl
comments-path = Sti
comments-map = Kort over udkastet: hvor felterne står. Til sats comments.

## Filer, der ikke kan læses

comments-pdf-page = side { $n } i PDF-filen
comments-two-pages = side { $n } (side { $pdf } i PDF-filen)
comments-place = side { $n }
comments-most = der læses højst { $most } kommentarer i en fil
comments-most-hint = del filen i flere, eller slet de kommentarer, der ikke skal bruges
comments-unknown = filen er ikke et udkast, som sats kan kende igen
comments-rewritten =
    siderne er skrevet helt om af et program; de er fundet efter deres nummer, og det, der er malet ind i dem, kan ikke ses
comments-unknown-hint =
    giv udkastet, som det blev sendt ud, med --draft; indtil da kendes kun sidernes numre
comments-other = udkastet er til { $name } { $year }
comments-other-hint = peg på den rigtige rapports data med --data
comments-lost = en kommentar står i filen, men på ingen side: »{ $words }«
comments-lost-hint = spørg den, der skrev den, hvor den hører til
comments-file-large = filen er for stor
comments-file-large-hint = send den, som læseprogrammet gemte den
comments-fdf = FDF-filen er beskadiget
comments-fdf-hint = eksportér kommentarerne igen, gerne som XFDF
comments-xfdf = XFDF-filen er beskadiget
comments-xfdf-hint = eksportér kommentarerne igen
comments-no-kind = filen er hverken PDF, FDF eller XFDF
comments-no-kind-hint = sats comments læser .pdf, .fdf og .xfdf
comments-breaks = læseren kan ikke komme igennem filen
comments-password = PDF'en er beskyttet med adgangskode
comments-password-hint = fjern adgangskoden i læseprogrammet, og gem filen igen
comments-pdf = PDF'en er beskadiget ({ $why })
comments-pdf-hint = åbn den i et læseprogram, og gem den igen
