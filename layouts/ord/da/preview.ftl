# Forhåndsvisningens side i browseren. Hvad kun browseren ved, udfyldes dér.

preview-undo = Fortryd
preview-cancel = Annuller
preview-accept-head = Accepter { $code }
preview-accept-why = Hvorfor er det rigtigt alligevel?
preview-accept = Accepter
preview-accept-more = Accepter …
preview-rename-more = Omdøb { $name } …
preview-move-more = Flyt { $name } …
preview-remove-more = Fjern { $name } …
preview-efforts = { CAP(-indsats(form: "flertal")) }
preview-close = Luk
preview-new = { -indsats.koen ->
        [intet] Nyt
       *[faelles] Ny
    } { -indsats }
preview-new-more = { -indsats.koen ->
        [intet] Nyt
       *[faelles] Ny
    } { -indsats } …
preview-name = Navn
preview-id = Id: filens navn, små bogstaver, tal og bindestreg
preview-department = { CAP(-forvaltning) }
preview-principles = { CAP(-fagprincip(form: "flertal")) } (numre)
preview-after = Efter
preview-last = sidst
preview-first = forrest
preview-make = Lav { -indsats(form: "bestemt") }
preview-rename-head = Omdøb { $name }
preview-new-name = Nyt navn; tomt: det samme
preview-rename = Omdøb
preview-move-head = Flyt { $name }
preview-move = Flyt
preview-remove-head = Fjern { $name }
preview-remove = Fjern
preview-remove-what = Filen indsatser/{ $id }.toml slettes, og { -indsats(form: "bestemt") } går ud af rapporten. Det kan fortrydes her, så længe forhåndsvisningen er åben.
preview-confirm-all = Bekræft { $n } tekster uændret
preview-insert-after = Indsæt blok efter …
preview-insert-last = Indsæt blok sidst …
preview-delete-block = Slet blokken
preview-insert-head = Indsæt en blok
preview-insert-kind = Slags blok
preview-insert = Indsæt
preview-error = Fejl
preview-warning = Advarsel
preview-note = Bemærkning
preview-errors = fejl
preview-warnings = advarsler
preview-notes = bemærkninger
preview-all = Alle
preview-source = Åbner filen i editoren; stedet lægges i udklipsholderen
preview-open-field = Åbn feltet
preview-of = ({ $n } af { $of })
preview-report = Rapporten
preview-none-chosen = Ingen, som det er valgt.
preview-none = Ingen.
preview-more = Vis flere ({ $n })
preview-nothing = Intet.
preview-nobody = Uden navn
preview-some-place = sted på siden
preview-draft-page = udkastets side { $n }
preview-about = Om »{ $words }«
preview-answers = { $who } svarer: { $words }
preview-done = Udført
preview-open-comments = ({ $n } af { $of } ikke udført)
preview-done-of = Udført: { $name }
preview-too-long = ({ $n } for lange)
preview-lines-over = { $name }: { $n } linjer for meget
preview-mm-left = { $name }: { $n } mm tilbage
preview-filled = { $percent } % fyldt, { $pages } sider
preview-red = Der er fejl
preview-amber = Der er noget at tage stilling til
preview-green = Klar
preview-n-errors = { $n } fejl
preview-n-warnings = { $n ->
        [one] { $n } advarsel
       *[other] { $n } advarsler
    }
preview-n-missing = { $n } mangler
preview-n-over = { $n } { -opslag(form: "flertal") } for lange
preview-n-waiting = { $n ->
        [one] { $n } tekst
       *[other] { $n } tekster
    } ikke bekræftet
preview-hit = { $name }, side { $page }
preview-edit-field = Ret { $fields }
preview-fields = { $n } felter
preview-room =
    { CAP(-opslag(form: "bestemt")) } har plads til omkring { $n } tegn mere.
    Bliver teksten længere, viger det først, som { -opslag(form: "bestemt") } kan undvære.
preview-no-room = { CAP(-opslag(form: "bestemt")) } er omkring { $n } tegn for langt.
preview-save = Gem
preview-before = Sidste år: { $value }
preview-owner = Leveres af { $name }
preview-carried = Overført fra sidste år, ikke bekræftet
preview-example = Fx { $value }
preview-confirm = Bekræft uændret
preview-state = Tilstand
preview-count = { $n } tegn{ $change }
preview-count-left = , plads til { $n } mere
preview-count-over = , { $n } for mange
preview-conflict = Feltet er ændret imens. Der står nu: »{ $now }«. Gem igen for at skrive dit i stedet.
preview-saved = Gemt.
preview-undo-n = Fortryd ({ $n })
preview-undone-to = Fortrudt: { $label } er igen »{ $value }«.
preview-undone = Fortrudt: { $label }.
preview-page = Side { $nr }
preview-page-of = Side { $nr }: { $name }
preview-spread = { CAP(-opslag) }: side { $a } og { $b }
preview-spread-one = { CAP(-opslag) }: side { $a }
preview-show = Vis
preview-fold = Fold sammen (Esc)
preview-no-pages = Der er ingen sider endnu.
preview-broken = Data eller layout kan ikke sættes. De sidste gode sider vises.
preview-healed = Fejlen er rettet.
preview-changed-many = { $n } sider er ændret.
preview-changed = Ændret: side { $pages }.
preview-skip = Gå til siderne
preview-find = Find { -indsats.koen ->
        [intet] et
       *[faelles] en
    } { -indsats }
preview-find-key = Find { -indsats.koen ->
        [intet] et
       *[faelles] en
    } { -indsats } (/)
preview-view = Visning
preview-prev = Forrige { -opslag }
preview-place = Sted
preview-next = Næste { -opslag }
preview-smaller = Mindre
preview-fit = Tilpas til vinduet
preview-larger = Større
preview-pages = Sider
preview-findings = Fund
preview-edit = Ret
preview-as = Vis som
preview-official = Som udgivet
preview-draft = Udkast
preview-print = Tryk
preview-last-year = Sidste år ({ $year })
preview-as-draft = Udkast: som korrekturlæserne får det, med linjenumre og med det, der mangler.
preview-as-print = Tryk: med beskæring. Papiret skæres ved den stiplede linje. Farverne er skærmens; sats build print laver trykkeriets.
preview-as-grey = Grå: som på en printer uden farver.
preview-as-before = Sidste år: kan ikke rettes her.
preview-key-view = vælg, hvad siderne vises som
preview-choose = Vælg …
preview-full = { CAP(-opslag(form: "bestemt")) } er fyldt.
preview-count-full = , { -opslag(form: "bestemt") } er fyldt
preview-grey = Grå
preview-dark = Mørk
preview-handbook = Håndbog
preview-keyboard = Tastatur
preview-lost = Forbindelsen til sats er afbrudt. Siderne er de sidste, der kom.
preview-spreads = { CAP(-opslag(form: "flertal")) }
preview-report-pages = Rapportens sider
preview-waiting = Siderne er på vej …
preview-panel = Fund, mangler og plads
preview-only = Vis kun
preview-severities = Slags fund
preview-effort = { CAP(-indsats) }
preview-only-spread = Kun dette { -opslag }
preview-comments = Kommentarer
preview-missing = Mangler
preview-fits = Plads
preview-close-key = Luk (Esc)
preview-trouble = Kan ikke sættes lige nu
preview-key-spreads = ← → eller PgUp PgDn
preview-key-prev-next = forrige, næste { -opslag }
preview-key-ends = første, sidste { -opslag }
preview-key-zoom = større, mindre, tilpas
preview-key-find = find { -indsats.koen ->
        [intet] et
       *[faelles] en
    } { -indsats }
preview-key-edit = ret felterne på { -opslag(form: "bestemt") }
preview-key-pages = sider til og fra
preview-key-panel = fund og mangler til og fra
preview-key-page = Enter på en side
preview-key-page-does = gå ind i sidens felter; pilene flytter, Enter åbner
preview-key-close = luk
preview-no-script = Forhåndsvisningen kræver JavaScript.
preview-go-to = Gå til { $page }
