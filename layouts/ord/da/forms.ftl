# Skemaer, der er kommet hjem: hvad der ikke kan læses, og hvad der er læst anderledes.

form-formula-open = formlen er ikke regnet ud
form-formula-open-hint = åbn skemaet, gem det igen, eller skriv tallet i stedet for formlen
form-formula-used = svaret er en formel; dens resultat er brugt
form-formula-fault = formlen giver fejlen { $fault }
form-formula-fault-hint = skriv tallet i stedet for formlen
form-too-large = tallet er for stort
form-too-large-hint = ret tallet
form-percent-cell = procent i cellen er læst som { $value }
form-percent-wrong = tallet er en procent, men feltet er det ikke
form-percent-wrong-hint = skriv tallet uden %
form-date-for-number = her står en dato eller et klokkeslæt ({ $date }), ikke et tal
form-date-for-number-hint = skriv tallet med en apostrof foran ('3-4), eller formatér cellen som tal
form-yes-for-number = her står ja eller nej, ikke et tal
form-yes-for-number-hint = skriv tallet
form-read-as = »{ $typed }« er læst som { $value }
form-two-ways = »{ $typed }« kan være { $other } og { $typed }
form-two-ways-hint = skriv tallet uden skilletegn: 1234
form-no-number = »{ $typed }« er ikke et tal
form-no-number-hint = skriv tallet alene, eller lad cellen stå tom, og vælg tilstand
form-no-number-cell-hint = skriv tallet alene, »55 (anslået)« eller »55 (foreløbig)«; findes det ikke: »mangler endnu«, »kan ikke opgøres« eller »tilbageholdt«
form-no-state = tilstanden »{ $typed }« kendes ikke
form-no-state-hint = vælg en tilstand på listen
form-below-one = { $value } % er under én procent: er det meningen?
form-number-left = tallet stod der endnu, men tilstanden siger, at der ikke er noget
form-number-and-state = der står både et tal ({ $number }) og »{ $state }«
form-number-and-state-hint = slet tallet, eller vælg »endelig«
form-number-came = »mangler endnu« stod der endnu; tallet er skrevet som endeligt
form-number-none = »Tallet er« siger »{ $state }«, men der er intet tal
form-number-none-hint = skriv tallet, eller vælg »mangler endnu«, »kan ikke opgøres« eller »tilbageholdt«
form-number-gone = tallet er slettet, men tilstanden siger ikke hvorfor
form-number-gone-hint = vælg »mangler endnu«, »kan ikke opgøres« eller »tilbageholdt«
form-number-for-words = et tal står, hvor der før stod ord
form-cell-gone = tallet er slettet
form-cell-gone-hint = skriv »mangler endnu«, »kan ikke opgøres« eller »tilbageholdt« i cellen
form-whole = her skal stå et helt tal
form-whole-hint = skriv et helt tal uden decimaler
form-date-for-text = her står en dato eller et klokkeslæt ({ $date }), ikke en tekst
form-date-for-text-hint = formatér cellen som tekst, og skriv ordene igen
form-yes-or-no-word = »{ $typed }« er hverken ja eller nej
form-yes-or-no = her skal stå ja eller nej
form-yes-or-no-hint = vælg ja eller nej
form-districts = her skal stå navne på { -bydel(form: "flertal") }
form-districts-hint = skriv navnene med komma imellem
form-no-district = »{ $typed }« er ikke blandt rapportens { -bydel(form: "flertal") }
form-no-district-hint = skriv navnene som i bydele.toml, med komma imellem
form-text-changed = teksten er ændret i data, siden skemaet blev sendt ud: »{ $now }«
form-text-changed-hint = se teksten i data, og slet den der, hvis den stadig skal ud
form-unwritten = »uændret« er valgt, men teksten er ikke skrevet endnu
form-needed = { -indsats(form: "bestemt") } kan ikke undvære feltet
form-needed-hint = skriv en ny tekst
form-nothing-there = feltet findes ikke i data
form-nothing-there-hint = vælg ikke »slettes« her
form-not-ours = filen er ikke et skema fra sats, eller dets skjulte kolonne er slettet
form-not-ours-hint = lav et nyt med `sats export form`, og flyt svarene over i det
form-version = skemaet er lavet af en anden udgave af sats ({ $line })
form-version-hint = lav et nyt med `sats export form`
form-other-report = skemaet er til en anden rapport: { $name }
form-other-report-hint = data her er { $name }
form-other-year = skemaet er til { $form }, og data er til { $data }
form-other-year-hint = peg på det rigtige års data med --data
form-moved = rækken siger `{ $field }`, men cellens navn står nu ved ark »{ $sheet }«, celle { $cell }
form-moved-hint = fortryd sorteringen, eller skriv svaret i et nyt skema; feltet er ikke rørt
form-forms-differ = skemaerne siger ikke det samme: her står »{ $this }«, og der står »{ $other }« i { $file }, { $place }
form-forms-differ-hint = spørg, hvad der er rigtigt, og læs kun det skema ind; intet er skrevet i feltet
form-twice = `{ $field }` står i flere rækker af skemaet
form-twice-hint = slet den indsatte række; feltet er ikke rørt
form-answer = { $field }: { $words }
form-other-sheet = arket »{ $sheet }« hører ikke til skemaet, eller dets skjulte kolonne er slettet; det er ikke læst
form-outside = »{ $said }« står uden for svarfelterne og er ikke læst{ $more ->
        [0] {""}
        [one] {""}; det gælder også 1 celle til på arket
       *[other] {""}; det gælder også { $more } celler til på arket
    }
form-merged = cellerne { $cells } er flettet; kun den øverste til venstre er læst{ $more ->
        [0] {""}
        [one] {""}; det gælder også 1 andet sted på arket
       *[other] {""}; det gælder også { $more } andre steder på arket
    }
form-sheet-gone =
    arket »{ $sheet }« er ikke i filen; dets { $n } { $n ->
        [one] felt
       *[other] felter
    } er ikke læst
form-rows-gone =
    { $n } af { $all } felter er slettet fra arket »{ $sheet }«; de er ikke læst
form-sheet-gone-hint = data beholder det, de siger; lav et nyt skema, hvis svarene mangler
form-unread-hint = det vigtige skal stå i svarfelterne eller i kolonnen Bemærkning
form-no-indsats = data har ingen { -indsats } `{ $id }`
form-no-indsats-hint = er den omdøbt eller fjernet, så lav et nyt skema
form-no-category = figuren »{ $title }«: række { $nr } har et tal og ingen kategori
form-no-category-hint = skriv kategoriens navn ved siden af tallet; indtil da er figuren ikke rørt
form-no-field = feltet `{ $field }` findes ikke længere i data
form-no-field-hint = data er bygget om, siden skemaet blev sendt ud: lav et nyt skema
form-not-changed = »ændret« er valgt, men teksten er, som den var
form-not-changed-hint = ret teksten, eller vælg »uændret«
form-changed-all-the-same = »uændret« er valgt, men teksten er ændret; ændringen er taget med
form-answer-gone = svaret er slettet
form-answer-gone-hint = vælg »slettes«, hvis det skal ud, eller skriv det igen
form-answer-needed-hint = { -indsats(form: "bestemt") } kan ikke undvære det: skriv det igen
form-conflict = skemaet siger »{ $form }«, og data er i mellemtiden blevet »{ $data }«
form-conflict-hint = vælg den rigtige; intet er skrevet i feltet
book-none-or-damaged = filen er ikke en projektmappe, eller den er beskadiget
book-parts = filen rummer { $n } dele; et skema har færre end hundrede
book-password = filen er beskyttet med adgangskode
book-damaged-how = filen er beskadiget ({ $said })
book-damaged = filen er beskadiget
book-unpacks = filen pakker mere ud, end et skema kan fylde
book-xlsb = filen er gemt som .xlsb
book-none = filen er ikke en projektmappe
book-macros = filen indeholder makroer; de er ikke kørt og ikke læst
book-notes = filen indeholder kommentarer eller noter; de er ikke læst
book-pictures = filen indeholder billeder eller indlejrede filer; de er ikke læst
book-links = filen henviser til andre projektmapper; de er ikke hentet
book-cells = filen har flere udfyldte celler, end et skema kan have
book-large = filen er på { $megabytes } MB; et skema fylder højst et par
book-large-hint = slet indsatte billeder, og gem igen
book-password-or-xls = filen er beskyttet med adgangskode eller gemt i det gamle format .xls
book-password-or-xls-hint = fjern adgangskoden, gem den som .xlsx, og prøv igen
book-save-hint = åbn filen i Excel eller LibreOffice, gem den som .xlsx, og prøv igen

# Skemaet selv, som det sendes ud.

form-title = Skema til { $name }
form-title-of = Skema til { $report }: { $code }
form-first-sheet = Læs mig først
form-tables = { $name }: tabeller
form-tables-sheet = { $nr } tabeller { $name }
form-who = { $code } svarer. Skriv kun i de hvide og de gule felter; de gule mangler.
form-deadline = Svar senest { $date }
form-contact = Send til og spørg hos: { $who }
form-sender = Afsender: { $who }
form-how = Sådan udfylder du skemaet
form-how-sheets =
    Der er et ark til hver { -indsats } og et til dens tabeller. Skriv kun i de hvide og de gule
    felter. De gule mangler; resten er låst.
form-how-before =
    »I sidste rapport« er, hvad den forrige rapport sagde. Det står til venstre for svaret, på ark
    med tabeller til højre.
form-how-numbers =
    Tal: skriv tallet alene (1200000 eller 12,5), og vælg i »Tallet er«, om det er endeligt,
    foreløbigt eller anslået.
form-how-states =
    Kommer et tal senere: »mangler endnu«. Findes det ikke: »kan ikke opgøres«. Må det ikke vises:
    »tilbageholdt«.
form-how-texts =
    Tekster og citater fra sidste år: vælg »uændret«, når teksten stadig er rigtig. Ret den i
    svarfeltet, og vælg »ændret«, eller vælg »slettes«.
form-how-stars = Stjerner om ord er skrift: **fed** og *kursiv*. Lad dem stå, hvor de står.
form-how-length =
    »Tegn« viser, hvor lang teksten er. Øverst på arket står, hvor meget der er plads til endnu: den
    plads deles alle arkets tekster om.
form-how-remarks =
    Skriv i »Bemærkning«, hvis noget ikke passer i felterne. Kommentarer og noter i arket bliver
    ikke læst.
form-how-whole =
    Giv ikke arkene andre navne, og sortér ikke. Send hele filen tilbage, også hvis noget mangler.
form-how-personal =
    Skriv ikke navne, CPR-numre eller andet, der peger på en bestemt person.
form-sheets = Ark i skemaet
form-sheet = Ark
form-fields = Felter
form-missing = Mangler
form-data = data { $hash }

## Kolonnerne

form-field = Felt
form-unit = Enhed
form-before = I sidste rapport
form-now = I år: her skriver du
form-state = Tallet er
form-text-state = Sidste års tekst er
form-length = Tegn
form-remark = Bemærkning til sekretariatet
form-footer = &L&A&RSide &P af &N
form-room =
    { CAP(-opslag(form: "bestemt")) } har plads til omkring { $room } tegn mere i alt, som alle teksterne
    deles om.
form-no-room =
    { CAP(-opslag(form: "bestemt")) } er omkring { $over } tegn for langt: kort gerne teksterne af.

## Hvad der spørges om

form-group-own = Om { -indsats(form: "bestemt") }
form-group-users = Brugere
form-group-places = Geografi
form-group-money = Økonomi
form-group-content = Indhold
form-unit-yes-no = ja / nej
form-unit-districts = { -bydel(form: "flertal") }
form-help-kr = Hele kroner, kun tallet: 1200000
form-help-percent = Procent, kun tallet: 12,5
form-help-number = Kun tallet. Findes det ikke, så lad cellen stå tom, og vælg tilstand.
form-help-not-a-number = Ikke et tal
form-help-numbers-only = Her skal stå et tal uden ord. Vil du beholde det, du skrev?
form-help-whole = Et helt tal.
form-help-yes-no = Vælg ja eller nej.
form-help-districts = Navnene på { -bydel(form: "flertal") } med komma imellem.
form-help-prose = Alt+Enter to gange giver et nyt afsnit. **fed** *kursiv*

## Arket med tabeller

form-tables-how =
    Skriv tallet alene. Findes det ikke, så skriv i cellen: mangler endnu, kan ikke opgøres eller
    tilbageholdt. Er det usikkert: 55 (anslået) eller 55 (foreløbig).
form-tables-category = Kategori
form-tables-value = Værdi
form-tables-before = Sidste rapport: { $name }
form-tables-remark = Bemærkning
form-no-workbook = intet skema: { $why }
