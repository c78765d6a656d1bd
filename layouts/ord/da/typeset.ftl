# Tema, skrifter og layouts.

theme-same = »{ $one }« og »{ $other }« er begge { $colour }
theme-same-hint = ret den ene et enkelt trin: trykudgaven finder tryksværterne ud fra farven
theme-inks = trykfarverne i »{ $name }« er { $inks } procent
theme-inks-hint = hver er 0 til 100, alle fire tilsammen højst 300
theme-measure = `{ $key }` er { $value } mm
theme-measure-hint = skriv et mål på 0 mm eller mere
theme-columns = siden er delt i { $has } spalter, og layoutene er bygget til { $need }
theme-columns-hint = skriv spalter = { $need }; egne layouts til et andet antal skriver det under [krav]
theme-narrow = der bliver { $has } mm bredde til teksten, og siderne er bygget til mindst { $least } mm
theme-narrow-hint =
    gør inder_mm og yder_mm mindre eller bredde_mm større; egne layouts, der kan nøjes med mindre, skriver det
    som satsbredde_mm under [krav]
theme-low = der bliver { $has } mm højde til teksten, og siderne er bygget til mindst { $least } mm
theme-low-hint =
    gør top_mm og bund_mm mindre eller hoejde_mm større; egne layouts, der kan nøjes med mindre, skriver det
    som satshoejde_mm under [krav]
theme-slot = figurpladsen plads.{ $name } kan ikke bruges
theme-slot-hint = giv den bredde_mm (40 eller mere) og hoejde_mm = [almindelig, kompakt, stor]
theme-limit-hint = [graense] siger, hvor små skrift og linjeafstand må blive i en tæthed
theme-grade = skriftgraden grad.{ $name } kan ikke bruges
theme-grade-hint = giv den grad (6 pt eller mere) og linje (mindst som grad)
theme-no-label = ingen tekst kan læses på »{ $name }«: højst { $best }:1
theme-no-label-hint = gør den mørkere, eller meget lysere
theme-contrast = »{ $name }« har kontrasten { $got }:1 mod papiret, mindre end { $least }:1
theme-contrast-hint = gør den mørkere
theme-lightness = »{ $one }« og »{ $other }« er { $step } L* fra hinanden, mindre end { $least }
theme-lightness-hint = et sort-hvidt print kan ikke skelne dem; flyt den ene
theme-alike =
    »{ $one }« og »{ $other }« er { $got } fra hinanden ved { $eyes }, mindre end { $least }
eyes-usual = almindeligt syn
eyes-protan = nedsat rødt syn (protanopi)
eyes-deutan = nedsat grønt syn (deuteranopi)
eyes-tritan = nedsat blåt syn (tritanopi)
theme-alike-hint = ret farvetonen eller lysheden i den ene
theme-value = `{ $token }` kan ikke bruges: { $why }
theme-negative = tallet skal være nul eller derover
layout-outside = den er et link til en fil uden for mappen med layouts
theme-unread = temaet kan ikke læses: { $why }
theme-unread-hint = ret det nævnte felt; alle roller, skriftgrader og figurpladser skal være der
font-no-family = der er ingen skrift af familien »{ $family }«
font-families = familier, der er: { $families }
font-no-family-hint = nævn en mappe med --fonts, eller ret familie under [skrift] i theme.toml
font-no-face = der er ingen skriftfil til »{ $name }«
font-weights = vægte, der er: { $weights }
font-not-embeddable = »{ $name }« ({ $file }) må ikke lægges i en PDF
font-not-embeddable-hint =
    licensen i skriften (OS/2 fsType) forbyder det; spørg leverandøren om en anden licens
no-glyph = tegnet { $shown } ({ $sign }) findes ikke i skriften
no-glyph-in = tegnet { $shown } ({ $sign }) i `{ $field }` findes ikke i skriften
no-glyph-hidden = som ikke kan ses
no-glyph-hint = »{ $family }« har det ikke; skriv det med andre tegn, eller tilføj en skrift
layouts-missing = mappen med layouts »{ $folder }« findes ikke
layouts-unreadable = mappen med layouts »{ $folder }« kan ikke læses: { $why }
layouts-no-folder = »{ $folder }« er ikke en mappe med layouts
layouts-folder-hint = uden --layouts bruges de indbyggede layouts
layout-utf8 = »{ $file }« er ikke gemt som UTF-8, fra tegn { $at }
layouts-unlisted = mappen med layouts kan ikke læses: { $why }
layout-unread = layoutet »{ $file }« kan ikke læses: { $why }
layout-unread-hint = en layoutmappe har report.typ, theme.toml og de filer, de henter
fonts-unread = mappen med skrifter »{ $folder }« kan ikke læses: { $why }
fonts-unread-hint = nævn en mappe med --fonts; uden bruges de indbyggede skrifter
font-unread = skriften »{ $file }« kan ikke læses: { $why }
icc-large = den fylder mere end { $most } MB
font-large = den fylder { $mb } MB; højst { $most } MB læses
font-unread-hint = ret filen, eller flyt den ud af mappen
layout-path = »{ $path }« er ikke vejen til et layout
pages-move = sidetallene falder ikke til ro: efter { $rounds } omgange står noget stadig på en anden side, end der er skrevet
overrun-off = »{ $words }« går ud over papiret
overrun-picture-off = et billede går ud over papiret
overrun-over = »{ $words }« og »{ $other }« står oven i hinanden
overrun-under = »{ $words }« står oven i et billede
overrun-pictures = to billeder står oven i hinanden
overrun-cut = »{ $words }« er skåret af
overrun-hint =
    gør ordene kortere, eller del et langt ord med en blød bindestreg (U+00AD); sker det på mange sider, er
    målene i layoutet eller theme.toml for små til skriften
layout-warning = en advarsel fra Typst; med advarsler bliver intet lavet
font-faces = den siger, at den har { $n } snit; højst { $most } læses
font-cut = tabellen `{ $table }` slutter ved byte { $end }, men filen har kun { $size }
font-blank = tegnene { $signs } har ingen tegning
cast-no-place = støbt indhold har mistet sit sted; meld det som en fejl i sats
cast-no-parts = støbt indhold har mistet sine dele; meld det som en fejl i sats
inscribed-no-picture = en figur har mistet sit billede; meld det som en fejl i sats
inscribed-no-texts = en figurs tekster kan ikke læses ({ $why }); meld det som en fejl i sats
font-none = filen er ikke en skrift, eller den er beskadiget
font-nameless = den har intet familienavn
compose-unread = det, layoutet giver `komponer`, kan ikke læses: { $why }
