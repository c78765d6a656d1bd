# Fundenes koder: titel og forklaring. `sats check --explain D010` viser dem.

## Data: filer

D001 = en fil mangler
    .explain =
        En rapport er en mappe med rapport.toml, forvaltninger.toml, fagprincipper.toml, bydele.toml
        og én fil for hver { -indsats } i indsatser/. Lav filen, eller vis vej til den rigtige mappe
        med --data.
D002 = en fil kan ikke læses
    .explain =
        Navnet er der, men det er en mappe, en genvej uden mål, eller computeren nægter at åbne filen.
        Læg en almindelig fil i stedet, eller ret dens rettigheder.
D003 = en fil er ikke gemt som UTF-8
    .explain =
        Datafiler er ren tekst, gemt som UTF-8. Åbn filen i en teksteditor (ikke Word), vælg UTF-8
        under »Gem som«, og gem igen.
D004 = en fil er for stor
    .explain =
        En datafil fylder højst 4 MB; en { -indsats } fylder omkring 20 kB. En større fil er næppe en
        datafil. Billeder hører til i billeder/.
D005 = en fil er tom
    .explain =
        Der står intet i filen, eller kun kommentarer. Udfyld den, eller slet den og tag dens id ud af
        raekkefoelge i rapport.toml.
D006 = en fil kan ikke læses som TOML
    .explain =
        Et tegn står forkert: et anførselstegn eller en parentes er ikke lukket, et felt står to gange,
        eller en tekst mangler anførselstegn. Alle den slags steder i filen vises på én gang; indholdet
        bliver kontrolleret, når de er rettet.
D007 = en fil bruges ikke
    .explain =
        Filen ligger, hvor data læses, men intet i rapporten har det navn. Giv den et andet navn, eller
        flyt den ud af mappen.
D008 = et filnavn kan ikke være et id
    .explain =
        Filens navn uden .toml er { -indsats(form: "bestemt") }s id og bliver en del af adresser og
        filnavne. Brug a til z, 0 til 9 og bindestreg, højst 40 tegn.
D009 = data bliver ændret, mens de læses
    .explain =
        En rapport læses, som data er på ét tidspunkt. Bliver filer ved med at ændre sig imens – fordi de
        kopieres, synkroniseres eller gemmes af et andet program – læses der ikke videre.

## Data: felter

D010 = et ukendt felt
    .explain =
        Et felt, som programmet ikke kender, er en fejl, så en stavefejl aldrig betyder, at noget
        stille bliver udeladt. `sats schema` viser alle felter med forklaring.
D011 = et felt mangler
    .explain = Afsnittet kan ikke undvære feltet. Rådet viser et eksempel.
D012 = en værdi af forkert slags
    .explain =
        Feltet skal have en anden slags værdi. Tal skrives uden anførselstegn og uden enhed (30.6, ikke
        "30,6 %"), tekst i lige anførselstegn, lister i kantede parenteser, ja og nej som true og false.
D013 = et tal uden for grænserne
    .explain = Tallet er mindre eller større, end feltet tillader.
D014 = et ord, som feltet ikke kender
    .explain = Feltet tager ét af nogle få ord. Rådet nævner dem.
D015 = en liste af forkert længde
    .explain = Listen skal have netop det antal, som feltet siger.
D016 = ikke et tal
    .explain =
        nan og inf er ikke tal, en rapport kan vise. Skriv tallet, eller "mangler", hvor det ikke
        kendes.
D017 = en værdi, som rapporten ikke kan bruge
    .explain = Værdien er skrevet rigtigt, men kan ikke bruges her. Beskeden siger hvorfor.
D018 = en værdi er både et tal og en tilstand
    .explain =
        Hvad der mangler, skal udfyldes eller holdes tilbage, har intet tal: ellers kunne et
        tilbageholdt tal følge med ud i et regneark. Skriv tilstanden alene ("diskretion"), eller
        tallet med "endelig", "foreloebig" eller "anslaaet".

## Data: tekst

D020 = et usynligt tegn i en tekst
    .explain =
        Tegnet kan hverken ses eller trykkes. Den slags følger ofte med, når tekst kopieres fra Word
        eller en PDF. Slet det.
D021 = et tegn, der vender tekstens retning
    .explain =
        Tegnet får tekst til at stå i en anden rækkefølge, end den er skrevet, og kan skjule, hvad der
        står. Dansk har ikke brug for det. Slet det.
D022 = en tekst er for lang
    .explain =
        En enkelt tekst har højst 20.000 tegn; et helt { -opslag } rummer omkring 6.000. Del teksten i
        flere blokke.
D023 = en tekst mangler
    .explain = Feltet er der, men teksten er tom. Skriv den, eller slet feltet, hvis det kan undværes.
D024 = noget, som en tekst ikke kan indeholde
    .explain =
        En tekst kan have afsnit, **fed**, *kursiv*, lister og links. Overskrifter, tabeller, citater
        og billeder er blokke for sig. HTML og kode bruges ikke.
D025 = en ukendt pladsholder
    .explain =
        {"{"}navn{"}"} står for et tal, som programmet regner ud, i teksterne om
        { -indsats(form: "alle") } under ét; {"{"}tal.1{"}"} og {"{"}ord.1{"}"} for en faktaboks' egne
        tal; {"{"}figur.navn{"}"} og {"{"}tabel.navn{"}"} for nummeret på figuren eller tabellen med det `id`
        i samme { -indsats }; {"{"}ord{"}"} i en fælles tekst for et ord fra `med`. Skal teksten selv have en krøllet
        parentes, skrives den to gange: {"{{"} og {"}}"}.
D026 = et navn er langt
    .explain =
        Navne på over 120 tegn kan ikke være på siden. Et navn på over 28 tegn bør have et `kort_navn`
        på højst 28 til sidehoveder og figurer.

## Data: henvisninger

D030 = en ukendt { -bydel }
    .explain =
        { CAP(-bydel(form: "flertal")) } skrives som i bydele.toml, med navn eller alias. Tilføj stedet
        som alias for den { -bydel }, det ligger i, eller skriv { -bydel(form: "bestemt") }s navn.
D031 = en ukendt { -forvaltning }
    .explain =
        { CAP(-forvaltning(form: "flertal")) } skrives med deres kode fra forvaltninger.toml, for
        eksempel SOF.
D032 = et ukendt { -fagprincip }
    .explain = { CAP(-fagprincip(form: "flertal")) } skrives med deres nummer fra fagprincipper.toml.
D033 = et id uden fil
    .explain = raekkefoelge nævner en { -indsats }, der ingen fil har i indsatser/.
D034 = en fil uden plads i rækkefølgen
    .explain =
        Hver fil i indsatser/ står én gang i raekkefoelge i rapport.toml, som bestemmer
        { -opslag(form: "alle") }s orden. Skriv id'et dér, eller flyt filen væk.
D035 = overblikkets rækkefølge passer ikke
    .explain =
        overblik_raekkefoelge nævner netop de id'er, der står i raekkefoelge, i overblikkets orden. Den
        kan også udelades.
D036 = en ukendt fælles tekst
    .explain = `faelles` nævner en tekst under [faelles] i rapport.toml.
D037 = ordene passer ikke til den fælles tekst
    .explain = `med` giver ét ord til hver pladsholder i den fælles tekst, og ikke andre.
D038 = et billede, der ikke kan bruges
    .explain =
        `fil` nævner en PNG-, JPEG- eller SVG-fil, der ligger direkte i billeder/. Billedet er helt, i
        RGB eller gråt, på højst 64 MB og 50 millioner billedpunkter.
D039 = kortfilen kan ikke bruges
    .explain =
        `geojson` nævner en fil ved siden af rapport.toml, uden mapper: en FeatureCollection af
        polygoner i WGS 84 (længdegrad, breddegrad), mindst én for hver bydel, nævnt i en egenskab,
        som bydele.toml nævner den. Uden `geojson` tegnes der fliser.

## Data: form

D040 = noget står to gange
    .explain =
        Id'er, navne, koder, numre, aliasser og pladser på kortet peger hver på én ting. To ens kan
        ikke skelnes.
D041 = årene passer ikke sammen
    .explain = Mappen hedder som rapportens år, og dataåret ligger ikke efter det.
D042 = et år i en serie er ikke et år
    .explain =
        Felterne i `vaerdier` er år fra 1990 til 2100: vaerdier = {"{"} 2022 = 239, 2023 = 401 {"}"}.
D043 = en række passer ikke til tabellen
    .explain =
        Hver række har lige så mange celler, som tabellen har kolonner. En tom celle skrives "", en
        trykt streg "-", en tabt værdi "mangler".
D044 = et par skal have to serier
    .explain =
        `par = true` siger, at to serier læses som par (722/335). Der skal være netop to, med de samme
        år.
D045 = et fodnotetegn i en anden form
    .explain = Fodnotetegn er *, ** og ***.
D046 = et negativt beløb eller antal
    .explain = Kroner, personer og andre antal er nul eller derover.
D047 = en aldersgruppe, der går baglæns
    .explain = `fra` er ikke større end `til`. Udelad `til`, hvis gruppen er åben opad.
D048 = både { -hele-byen } og { -bydel(form: "flertal") }
    .explain =
        En { -indsats } dækker enten { -hele-byen } (bydaekkende = true, ingen
        { -bydel(form: "flertal") }) eller mindst én { -bydel }.
D049 = en dato, der ikke findes
    .explain = Datoer skrives i anførselstegn som "2024-05-31" og findes i kalenderen.
D050 = figurens værdier passer ikke
    .explain =
        Hver serie i en figur har lige så mange værdier, som der er kategorier. En figur, hvis værdier
        er gået tabt, har `tilstand = "mangler"` og ingen serier; andre figurer har mindst én.
D051 = et billede uden fil eller beskrivelse
    .explain = Et billede har `fil` og `alt`, eller `tilstand = "mangler"`.
D052 = et tal er skrevet som tekst
    .explain =
        Cellen står i en kolonne med tal, men tallet står i anførselstegn. Så bliver det trykt, som det
        står, og regnes hverken med i summer eller figurer. Skriv det uden anførselstegn; enheden er
        kolonnens.
D053 = et accepteret fund med ukendt kode
    .explain = `kode` under [[accepteret]] er ikke koden på noget fund.

## Kontrol: tal

D054 = et helt tal er skrevet med punktum
    .explain = Kroner, personer og antal er hele tal. I TOML er punktum decimaltegn, så 1.234 er lidt over én. Skriv 1234 eller 1_234.
D055 = `om` peger på en figur, som ikke er der
    .explain =
        En tekst, en note, en kilde eller et fremhævet tal kan nævne den figur, den handler om, med
        figurens `id`. Figuren skal stå i samme indsats. Mangler figurens værdier, udelades teksten og
        noten sammen med den, og et fremhævet udsagn beholder figurens kilde og grundlag.
D056 = en farve kan ikke læses
    .explain =
        En farve på skærm skrives som # og seks hexadecimale cifre, to til hver af rød, grøn og blå:
        #0d1f5e.
D101 = en sum stemmer ikke
    .explain =
        En række med rolle = "total" er summen af rækkerne over den, tilbage til den forrige total; en
        "subtotal" summen af dem siden den forrige subtotal. Ret det tal, der er forkert, eller giv en
        række, der ikke hører med, en anden rolle.
D102 = en sum afviger på grund af afrunding
    .explain =
        Hver del er afrundet for sig, så delene kan give lidt mere eller mindre end den afrundede sum.
        Intet er forkert, men læsere regner efter: skriv i en note, at tallene er afrundede.
D103 = et gennemsnit passer ikke til rækkerne
    .explain =
        En række med rolle = "gennemsnit" er gennemsnittet af rækkerne, når der tages højde for
        afrunding. Gennemsnit af procenter kontrolleres ikke, for de kan være vægtede.
D104 = et antal er ikke summen af sine dele
    .explain =
        Et samlet antal (rolle = "grundlag") står over rækker, der deler det op (afsluttede sager:
        positivt, negativt, ikke vurderet), og de giver ikke tallet tilsammen.
D105 = et beløb er ikke summen af sine dele
    .explain = Delene i `opdeling` giver tilsammen `beloeb`.
D111 = andele giver ikke 100 %
    .explain =
        En kolonne med rolle = "andel", en kolonne eller figur med en restgruppe (andet, uoplyst), eller
        mindst tre andele, der tilsammen er tæt på 100, deler en helhed. Summen må afvige en halv
        afrunding for hver andel, ikke mere.
D112 = andele i en sætning giver ikke 100 %
    .explain = En sætning, der nævner en andel og resten, eller mænd og kvinder, deler en helhed.
D113 = en andel er over 100 %
    .explain = Et tal med enheden pct er mere end det hele. Oftest mangler der et decimalkomma: 429 for 42,9. Handler tallet om en ændring, fx en stigning, så lad rækkens, kolonnens eller tabellens navn sige det.
D121 = en ændring følger ikke af før og efter
    .explain =
        Hvor en tabel har kolonner med rollerne foer, efter og resultat, er resultatets procent
        ændringen i forhold til før-værdien, eller forskellen i procentpoint; og en stigning kaldes en
        stigning. Ofte er der regnet i forhold til efter-værdien.
D122 = en procent følger ikke af sine tal
    .explain = »37 af de 84 … 44 %«: procenten er delens andel af helheden, afrundet som den er skrevet.
D123 = dele giver ikke den helhed, teksten nævner
    .explain =
        En sætning nævner en helhed og dens dele (»af de 33 har 23 …, og 10 …«). Delene er flere end
        helheden, eller rammer så lidt ved siden af, at et tal nok er forkert.
D131 = tekst og tabel siger ikke det samme
    .explain =
        Teksten før en tabel nævner en procent, en total eller et gennemsnit, som tabellen viser
        anderledes. Et gennemsnit med »cirka« må afvige en tiendedel.
D132 = tekst og serie siger ikke det samme
    .explain =
        Teksten om brugere nævner et antal for et år i serien, og serien har et andet.
D133 = samme antal har to værdier
    .explain =
        To tabeller hos { -indsats(form: "bestemt") } giver en total eller et samlet antal med samme
        navn, enhed og periode to forskellige værdier.
D141 = et antal i teksten passer ikke til opremsningen
    .explain =
        Teksten siger, hvor mange der er, og nævner så flere eller færre: efter et kolon, i den næste
        sætning (»Det er …«) eller i blokken nedenunder. En opremsning, der kan læses på flere måder,
        bliver ikke nævnt.
D142 = et antal i teksten passer ikke til data
    .explain =
        Teksten nævner, hvor mange { -indsats(form: "flertal") }, { -bydel(form: "flertal") },
        { -fagprincip(form: "flertal") }, { -forvaltning(form: "flertal") } eller rækker i en tabel der
        er, og data har et andet antal. I rapport.toml kan en pladsholder ofte stå i stedet; så følger
        tallet data.
D143 = et emne har to navne
    .explain =
        Beskrivelsen nævner emnerne ved navn, og listen, der gennemgår dem, har andre overskrifter.
D151 = alderen er forskellig i overblik og { -opslag }
    .explain =
        `overblik.alder` holdt op mod aldrene i `brugere.maalgrupper`, fra den yngste til den ældste.
        Begge står, som de er trykt; spørg { -forvaltning(form: "bestemt") }, hvad der er rigtigt.
D152 = alderen i teksten er ikke målgruppens
    .explain =
        En alder i overblikket, beskrivelsen eller teksten om brugere er hverken en målgruppes eller
        alle gruppernes tilsammen. Ord som »primært« tillader et snævrere spænd.
D153 = en alder falder uden for sit spænd
    .explain =
        Tabellens yngste eller ældste falder uden for målgruppen eller det spænd, kolonnens hoved
        nævner; eller en værdi falder uden for sin egen mindste og største.
D161 = to navne for én { -indsats }
    .explain =
        Overblikket trykker et andet navn end { -opslag(form: "bestemt") }. Begge står, som de er; en
        forskel på et bogstav eller to er en advarsel, for så er det ene nok stavet forkert. Store
        bogstaver og bindestreger tæller ikke.
D162 = { -forvaltning(form: "bestemt") } er forskellig i overblik og { -opslag }
    .explain =
        Overblikket nævner én { -forvaltning }, { -opslag(form: "bestemt") } en anden eller flere.
        Tallene på tværs følger overblikket.
D163 = teksten nævner en { -forvaltning }, der ikke er sat på
    .explain =
        En sætning om bevillingen nævner en { -forvaltning }, som { -indsats(form: "bestemt") } ikke
        har i sin liste.
D164 = startåret er forskelligt i tekst og felt
    .explain = Beskrivelsen nævner ét startår, feltet `siden` et andet eller intet.
D171 = en dato, der ikke findes
    .explain = Kalenderen har ingen sådan dag. Samme dato i flere felter nævnes én gang.
D172 = tekst og tal dækker ikke samme periode
    .explain =
        Teksten nævner et første år, en sidste måned eller et antal måneder, som serien eller tabellen
        ikke har.
D173 = en serie har huller eller når ikke dataåret
    .explain =
        En serie går uden huller frem til `dataaar`. Et år, ingen kender tallet for, skrives "mangler".
D174 = en række fra et andet år, end overskriften siger
    .explain = Tabellens titel eller en rækkes overskrift nævner ét år, og en række et andet.
D175 = et tal springer tifold
    .explain = Et antal på mindst 100, eller et beløb, er ti gange større eller mindre end året før. Oftest er der et ciffer for meget eller for lidt, eller et punktum er læst som komma. Er tallet rigtigt, så accepter fundet med en grund.
D181 = den samme tekst to gange
    .explain =
        Et citat eller en tekst hos én { -indsats } er trykt to gange: mindst 85 % af ordene, ti eller
        flere, står i samme orden. Det samme citat ordret to gange er en fejl: det ligner to, der siger det
        samme.
D182 = flere { -indsats(form: "flertal") } har samme tekst
    .explain =
        Mindst 85 % af ordene, ti eller flere, er ens. En sådan tekst hører til under [faelles] i
        rapport.toml, så den kan rettes ét sted.
D191 = et fodnotetegn uden note
    .explain = Tegnet har ingen note i sin blok eller i en `note`-blok lige nedenunder.
D192 = en note uden fodnotetegn
    .explain = Intet i blokken, eller lige over `note`-blokken, bærer notens tegn.
D201 = det, teksten henviser til, er der ikke
    .explain =
        Teksten taler om en tabel, en figur eller en liste (tabellen nedenfor, de to figurer), og
        { -indsats(form: "bestemt") } har ingen, eller for få, på den side af teksten.
D202 = teksten henviser til en figur uden værdier
    .explain =
        Figurens værdier mangler, så den officielle udgave udelader den, og teksten peger på ingenting.
D203 = ord, der peger på et sted på siden
    .explain =
        Teksten peger til en side (til højre, til venstre), som opsætningen bestemmer, eller op eller
        ned, hvor indsatsen ikke har noget at vise. Skriv navnet på tabellen eller figuren.
D212 = regnet med i budgetpakken, men ikke en del af den
    .explain =
        { CAP(-indsats(form: "bestemt")) } siger, at den ikke er en del af budgetpakken
        (i_budgetpakken = false), og rapportens indledning regner den med.
D213 = et beløb er gentaget med en anden værdi
    .explain =
        Teksten om bevillingen nævner kroner, der hverken er beløbet eller en del af det, og som
        afrunding ikke forklarer.
D214 = et trykt tal er ikke det, data giver
    .explain = `trykt` er det tal, kilden har trykt, for noget, som programmet regner ud af data.
D215 = et beløb er usandsynligt lille eller stort
    .explain = Beløbet er mindre end en tusindedel af det midterste beløb i rapporten eller mere end tusind gange så stort. Oftest er det skrevet i tusinde kroner. Beløb er i hele kroner.
D221 = et lille antal personer
    .explain =
        Antal under `diskretion.graense` kan pege på enkelte personer. Det gælder kolonner, serier og
        figurer i enheden personer, alle antal i en tabel med foelsom = true, og andele, hvis grundlag
        gør dem til små antal.
D222 = et skjult tal kan regnes ud
    .explain =
        En total og de andre celler røber det tal, der er holdt tilbage. Hold endnu et tal i rækken
        eller kolonnen tilbage.
D231 = noget mangler
    .explain =
        Værdien, figuren eller billedet er ikke i data. En figur eller et billede skal leveres, og
        beskeden siger af hvem; et enkelt tal kendes måske ikke eller kan ikke opgøres. Manglende er
        ikke nul.
D232 = noget skal udfyldes
    .explain =
        `sats new` har gjort plads til årets værdi. Beskeden siger, hvem der udfylder den.
D233 = en tekst, der taler om sidste år
    .explain =
        `sats new` beholder teksterne. Så længe værdier skal udfyldes, nævnes de tekster, der taler om
        året før dataåret, så de bliver læst igennem.
D241 = et accepteret fund, som ikke findes mere
    .explain = Blokken [[accepteret]] svarer ikke længere til noget. Slet den, så den ikke skjuler noget nyt.

## Næste år og ældre data

D251 = næste års mappe kan ikke laves dér
    .explain =
        `sats new` skriver aldrig i en mappe, der findes i forvejen, og en mappe, der hedder som et år,
        skal hedde som rapportens. Vælg en anden mappe, eller flyt den gamle.
D252 = året ligger ikke efter rapportens
    .explain = `sats new ÅR` laver et senere års mappe af et tidligere års, indtil 2100.
D253 = næste års mappe kunne ikke skrives
    .explain = Computeren nægtede at læse eller skrive en fil. Intet er lavet.
D271 = et bogstav fra et andet alfabet
    .explain = Ordet blander latinske bogstaver med kyrilliske eller græske, der ligner dem. Det kan ikke søges frem og læses forkert op. Skriv bogstavet om på tastaturet.
D272 = et usynligt tegn
    .explain = Teksten rummer et tegn, som ikke ses: en blød bindestreg, et mellemrum uden bredde, et særligt mellemrum. Det følger gerne med fra et tekstbehandlingsprogram. Slet det; sats deler ord og sætter hårde mellemrum selv.
D273 = punkttegn, der er skrevet som tekst
    .explain = En linje, der begynder med et punkttegn, bliver ikke til et punkt, men står midt i en linje. Skriv `- ` foran hvert punkt, med en tom linje før listen.
D274 = fremhævelse, der ikke er lukket
    .explain = To stjerner står tilbage i teksten og bliver trykt. Fed skrift har `**` på begge sider, uden mellemrum indenfor.
D275 = anførselstegn, der ikke går op
    .explain = Teksten har et ulige antal anførselstegn, eller to slags. Skriv " på begge sider; sats sætter dem som »…«.
D276 = tal og procenttegn er skrevet sammen
    .explain = Dansk retskrivning har mellemrum før procenttegnet: 50 %.
D281 = et CPR-nummer
    .explain = Teksten eller en kommentar rummer ti cifre, der begynder med en gyldig dato. CPR-numre må ikke stå i data, heller ikke i kommentarer: filerne læses af mange. Slet nummeret.
D282 = et telefonnummer
    .explain = Et telefonnummer kan være en persons eget. Slet det, eller accepter fundet med en grund, når det er en offentlig hovedlinje.
D283 = en e-mailadresse
    .explain = En e-mailadresse kan være en persons egen. Slet den, eller accepter fundet med en grund, når det er en fælles postkasse.
D284 = et personnavn
    .explain = En titel eller en rolle følges af et navn. Rapporten nævner ikke privatpersoner ved navn. Skriv rollen alene, eller accepter fundet med en grund.
G001 = git kan ikke køres
    .explain =
        En sammenligning med en tidligere version henter de gamle data med programmet git. Det er ikke
        installeret, kan ikke findes eller vil ikke starte. Installer det, eller sammenlign med en
        mappe.
G002 = data ligger ikke i et git-arkiv
    .explain =
        En sammenligning med en tidligere version kræver, at datamappen ligger i et git-arkiv, som git
        har tillid til. Sammenlign i stedet med en mappe.
G003 = hverken en mappe eller en version hedder sådan
    .explain =
        Navnet er hverken en mappe eller en version (gren, mærke, commit, såsom HEAD~3) i det arkiv,
        data ligger i. Er arkivet hentet uden sin historie, henter »git fetch --unshallow« resten.
G004 = versionen har ikke de data
    .explain =
        Versionen findes, men har ingen rapport.toml, hvor data ligger nu. Måske er data yngre end
        versionen, eller de er flyttet siden. Sammenlign i stedet med en mappe.
G005 = de ældre data har fejl
    .explain =
        De ældre data kan ikke læses: de havde fejl dengang, eller programmet har ændret sig siden. Vælg
        en anden version, eller læg de gamle data i en mappe, og ret dem dér.

## Tema, layouts og skrifter

T001 = theme.toml kan ikke bruges
    .explain =
        theme.toml kan ikke læses som TOML, eller en farve, en skriftgrad, en figurplads eller en skrift
        mangler eller er stavet forkert. Stedet viser feltet.
T002 = to roller har samme farve
    .explain =
        To roller har samme RGB. Trykudgaven finder en farves tryksværter ud fra dens RGB, så hver skal
        være sin egen; ét trin i én kanal er nok og kan ikke ses.
T003 = trykfarver uden for grænserne
    .explain =
        Trykfarver er procent, 0 til 100 hver og højst 300 tilsammen: mere tørrer ikke på bestrøget
        papir i arkoffset.
T004 = en figurplads kan ikke bruges
    .explain =
        En plads til figurer, [plads.*], er for smal eller mangler sine højder. Figurer tegnes i deres
        rigtige størrelse og kan ikke være mindre end deres tekster.
T005 = en skriftgrad kan ikke bruges
    .explain =
        En skriftgrad, som figurer bruger, [grad], er for lille til at læse eller har linjer, der står
        tættere end skriften.
T006 = figurer har ingen skrift at måle med
    .explain =
        Figurer måler deres tekster med rapportens egne skrifter og skal have en ret normal (400) og en
        ret halvfed (600) af temaets familie.
T007 = siden har ikke plads til layoutene
    .explain =
        Sidens mål, [side], giver layoutene mindre, end de er bygget til: for få spalter i gitteret, eller en
        tekst, der er for smal eller for lav. [krav] i theme.toml siger, hvad de skal have.
T010 = en farve er for tæt på papirets
    .explain =
        Kontrasten mellem farven og papiret er for lille til at læse eller se (WCAG 2.2: 4,5:1 for
        tekst, 3:1 for grafik).
T011 = to farver er lige lyse
    .explain =
        To farver, der står ved siden af hinanden, er næsten lige lyse: et sort-hvidt print eller en
        fotokopi kan ikke skelne dem.
T012 = to farver ligner hinanden for nogle øjne
    .explain =
        To farver, der står ved siden af hinanden, ligner hinanden for den, der ikke skelner rød fra
        grøn eller blå fra gul.
T013 = ingen tekst kan læses på en farve
    .explain =
        Hverken tekstens eller papirets farve kan læses på farven, så en figur kan ikke skrive på den.
T014 = et fagprincip har ingen farve
    .explain =
        Hvert fagprincip har sin farve: som `farve` i fagprincipper.toml, eller under [farve.fagprincip] i
        theme.toml med nummeret som nøgle. Uden den tegnes det i accentfarven og kan ikke kendes fra andre.
T016 = et symbol findes ikke
    .explain =
        Hvert fagprincip har en tegning, symboler/fagprincip-NR.svg i layoutmappen; rapport.toml kan
        nævne flere ved navn. Uden tegningen kan siderne ikke sættes.
T017 = en bloks komponent findes ikke
    .explain =
        En blok med slags = "eget" tegnes af komponenten med blokkens navn,
        komponenter/egne/NAVN.typ i mappen med layouts. Filen skal have en funktion `komponent`.
T018 = et ord i theme.toml læses ikke
    .explain =
        theme.toml i mappen med layouts lægges oven på den indbyggede, tabel for tabel. Et navn, som den
        indbyggede ikke har, og som intet layout nævner, er en stavefejl eller en rest.
T019 = en tegning bruges ikke
    .explain =
        I symboler/ ved siden af data ligger de tegninger, der træder i stedet for layoutenes: de hedder
        fagprincip-NR.svg eller det navn, som rapport.toml nævner.
L001 = et layout har en fejl eller en advarsel
    .explain =
        Et layout (.typ) har en fejl, eller Typst advarer om det. Advarsler tæller som fejl, for det, de
        advarer om (en ukendt skrift, et layout, der ikke falder til ro), ødelægger siden. Stedet er i
        layoutet; linjerne nedenunder viser, hvad der kaldte det.
L002 = mappen med layouts, eller et layout i den, er der ikke
    .explain =
        Mappen, der er givet med --layouts, findes ikke, er ikke en mappe, eller mangler det layout, som
        udgaven laves af. Uden --layouts bruges de indbyggede.
L003 = en fil med ord kan ikke bruges, som den er
    .explain =
        En layoutmappe kan have sine egne ord, ord/da/*.ftl, som træder i stedet for de indbyggede. En
        tekst i filen er ikke skrevet rigtigt, eller den passer ikke til det, programmet kender. Den
        indbyggede tekst bruges i stedet.
L004 = layouts er skrevet til en anden kontrakt
    .explain =
        Hvad layouts får af programmet, står i en kontrakt med et nummer, som theme.toml nævner
        (`kontrakt`). Er det et andet end programmets, mangler der felter, eller de betyder noget
        andet. `sats schema layouts` viser kontrakten; uden --layouts bruges de indbyggede.
L005 = en fil i mappen med layouts bliver ikke brugt
    .explain =
        Mappen, der er givet med --layouts, lægges over de indbyggede layouts: en fil i den træder i
        stedet for den indbyggede fil med samme sti. Denne fil har ingen indbygget fil ved siden af sig,
        og intet layout nævner den. `sats layouts list` viser de indbyggede.
L006 = en fejl i satsprogrammets bibliotek
    .explain =
        Biblioteket, der laver PDF-filen, gik i stå ved en fejl i sig selv. Meddelelsen nævner de
        indsatser, som fejlen kommer fra: hver af dem er lavet for sig. Skriv det usædvanlige i
        teksten om (et link eller en fremhævelse inde i et ord), eller udelad indsatsen imens.
L007 = noget går ud over papiret
    .explain =
        Ord eller et billede står helt eller delvis uden for siden. Ord, der ikke kan læses, standser
        den officielle udgave. Oftest er et ord for langt til sin spalte, eller layoutets mål er for små.
L008 = noget står oven i noget andet
    .explain =
        To stykker tekst, et billede og en tekst eller to billeder dækker hinanden på siden.
L009 = ord er skåret af
    .explain =
        Rammen om ordene er for lille, så noget af dem ikke kan ses. Gør teksten kortere, eller giv
        rammen mere plads i layoutet.
F001 = en skriftfil kan ikke læses
    .explain =
        En fil i mappen med skrifter hedder som en skrift, men kan ikke læses som en. Ret den, eller
        flyt den væk; skrifter springes aldrig over i stilhed.
F002 = temaet vil have en familie eller vægt, som ingen skrift har
    .explain =
        theme.toml nævner en skriftfamilie, vægt eller kursiv, der ikke er der. Den nærmeste ville få
        rapporten til at se forkert ud, så intet bliver sat. Giv mappen med skriften med --fonts, eller
        ret [skrift] i theme.toml.
F003 = en skrift må ikke lægges i en PDF
    .explain =
        Skriftens licens (OS/2 fsType) forbyder, at den lægges i en PDF. En PDF til arkiv eller tryk skal
        have sine skrifter med. Skaf en licens og en fil, der tillader det.
F004 = et tegn findes ikke i skriften
    .explain =
        Et tegn i data eller i et layout findes ikke i rapportens skrift og ville blive trykt som en tom
        firkant. Skriv teksten med andre tegn, eller tilføj en skrift, der har det.

## Færdige filer

P001 = siderne opfylder ikke PDF/A-3a eller PDF/UA-1
    .explain =
        Siderne kan ikke skrives som PDF/A-3a og PDF/UA-1, for eksempel fordi en figur mangler sin
        beskrivelse, et overskriftsniveau er sprunget over, eller et tegn mangler i skriften. Kendes
        stedet, er det i det layout, der laver tingen.
P002 = en fil kan ikke skrives
    .explain =
        Mappen findes ikke og kan ikke laves, er fuld eller skrivebeskyttet, eller en mappe står, hvor
        filen skulle ligge. Den seneste gode fil er urørt.
P003 = SOURCE_DATE_EPOCH eller rapportens dato er ikke en dato
    .explain =
        Datoen i SOURCE_DATE_EPOCH (sekunder siden 1970) eller i rapporten (`dato`, 2024-05-31) findes
        ikke i kalenderen mellem 1970 og 9999.
P004 = siderne er et udkasts
    .explain =
        Siderne bærer udkastets mærker (stempel, vandmærke, ændringsstreger, mangler) og kan aldrig
        blive den officielle udgave. Byg den uden `draft`.
P110 = en side kan ikke skrives som TIFF
    .explain =
        Siden kunne ikke tegnes som billede, sandsynligvis fordi der ikke er hukommelse nok ved 300
        punkter pr. tomme.
P111 = en side kan ikke tegnes som billede
    .explain =
        Siderne kunne ikke tegnes eller gemmes som PNG, sandsynligvis fordi der ikke er hukommelse nok
        til så mange billedpunkter.
P101 = den PDF, der skal gøres færdig, kan ikke læses
    .explain = Den PDF, der er lavet eller nævnt, kan ikke læses som en PDF.
P102 = et trykkeris profil er forkert
    .explain =
        Et trykkeris profil (data/trykkerier/*.toml) har et ukendt felt, en værdi uden for grænserne
        eller to, der strider mod hinanden. Intet bliver gættet, for en forkert beskæring eller
        farvemængde ses først, når der er trykt.
P103 = trykkeriets ICC-profil mangler eller er en anden
    .explain =
        Den ICC-profil, trykkeriets profil nævner, mangler, er ikke en CMYK-profil til tryk, er ikke hel,
        eller har en anden SHA-256 end den, der står. Trykkerier sammenligner kontrolsummer, så samme
        navn er ikke nok. Nogle profiler må ikke gives videre: hent dem, hvor beskeden siger, og læg dem
        ved siden af trykkeriets profil.
P104 = siderne har mindre beskæring, end trykkeriet beder om
    .explain =
        Farve, der går til kanten, skal gå ud over den, ellers efterlader kniven hvidt. Trykkeriet beder
        om mere, end siderne har (side.beskaering_mm i theme.toml).
P105 = en farve, der ikke kan blive til de fire trykfarver
    .explain =
        Layoutet bruger en farve, der ikke kan skrives i cyan, magenta, gul og sort: en staffagefarve, en
        keglegradient eller et billede midt i teksten. Brug temaets farver og rette eller runde
        gradienter.
P106 = et billede, der ikke kan omsættes
    .explain =
        Billedets punkter kan ikke læses eller omsættes. Gem det igen som PNG eller JPEG med 8 bit pr.
        kanal.
P107 = filen er holdt tilbage, fordi kontrollen fandt fejl
    .explain =
        Trykfilen bestod ikke sin egen kontrol og er ikke afleveret; den seneste gode fil er urørt.
        Fundene ovenfor siger, hvad der skal rettes.
P301 = en PDF, der skal sættes på ark, kan ikke læses
    .explain =
        Den PDF, hvis sider skal på ark, er ikke en PDF, er krypteret, har ingen sider, eller har en side
        uden størrelse eller med et indhold, der ikke kan pakkes ud.
P302 = papirets tykkelse kan ikke passe
    .explain =
        Papirets tykkelse får de indre ark i et hæfte til at stikke ud. Den gives i mm: kontorpapir på
        80 g/m² er 0,1. Mål ti ark, og del med ti.
P303 = noget på siderne kommer ikke med på arkene
    .explain =
        Links, noter og formularfelter hører til en side på skærmen. Sider på ark beholder kun, hvad der
        er tegnet på dem; også det, der er skrevet i et formularfelt, går tabt. Print først formularen
        til en PDF.

## Kommandolinje og forhåndsvisning

K001 = et uddrag af noget, rapporten ikke har
    .explain =
        --only, --forvaltning eller --bydel nævner noget, rapporten ikke har, eller de efterlader
        tilsammen ingen { -indsats(form: "flertal") }. Id'er er navnene på filerne i indsatser/,
        uden .toml; koder står i forvaltninger.toml, navne i bydele.toml.
K002 = noget, kommandoen ikke kan bruge
    .explain =
        Kommandoen har fået noget, den ikke kan bruge. `sats help` viser, hvad der findes, `sats help
        build`, hvad én kommando tager.
K003 = en fil eller mappe, som kommandoen skal bruge, er der ikke
    .explain =
        En fil eller mappe kan ikke læses. Kør sats i den mappe, der har data/ i sig, eller nævn årets
        mappe med --data.
K005 = en projektmappe kan ikke laves
    .explain = Et ark har højst en million rækker og 32.767 tegn i en celle; data har mere.
K010 = en figur kan ikke laves som PNG
    .explain =
        Figuren kunne ikke tegnes som billede, sandsynligvis fordi der ikke er hukommelse nok til dens
        størrelse. SVG-filen bliver skrevet alligevel.
V001 = forhåndsvisningen kan ikke starte
    .explain =
        Forhåndsvisningen lytter kun på denne computer, på en port mellem 3000 og 3019 eller den, der er
        givet med --port. De er alle optaget, eller computeren nægter. Luk en anden forhåndsvisning,
        eller nævn en ledig port.
V002 = filer kan ikke overvåges
    .explain =
        Computeren vil ikke fortælle, når filer ændrer sig. På Linux er antallet begrænset: hæv
        fs.inotify.max_user_watches, eller luk programmer, der overvåger mange filer.

## Rettelser af data, og ordlisten

E001 = feltet er ændret i mellemtiden
    .explain =
        Den, der retter, har set en anden værdi end den, der står i filen nu. Intet er skrevet. Se
        begge værdier, og vælg den rigtige.
E002 = feltet findes ikke
    .explain =
        Rettelsen peger på et felt, som filen ikke har og ikke kan få på det sted. Et felt hedder
        som i `sats check`: brugere.serie[0].vaerdier.2023.
E003 = filen kan ikke rettes, før den kan læses
    .explain = Filen er ikke gyldig TOML. Ret den fejl først, som `sats check` viser.
E004 = rettelsen kunne ikke skrives uden at ændre andet
    .explain =
        Efter hver rettelse læses filen igen, og kun det rettede felt må være anderledes. Det var
        ikke tilfældet, så intet er skrevet. Ret feltet i filen med en teksteditor.
D144 = en anden skrivemåde end i resten af rapporten
    .explain =
        ordliste.toml siger under [[skrivemaade]], hvilken form et ord har i hele rapporten, og
        hvilke former det ikke har. Ret teksten, eller ret listen, hvis formen er rigtig.
D145 = en forkortelse i ordlisten, som ingen tekst bruger
    .explain =
        Hver forkortelse under [[begreb]] i ordliste.toml skal stå i mindst én tekst, skrevet på
        samme måde. Ret den, eller tag den ud.
D261 = rapporten er ikke færdig
    .explain =
        Den officielle udgave og trykfilerne laves først, når alle værdier er udfyldt, og alle
        tekster fra sidste år er rettet eller bekræftet (`sats confirm`). `sats check` viser hvert
        sted. En værdi, som ingen længere kan skaffe, skrives "mangler". `--incomplete` laver
        udgaven alligevel og mærker hvert sted, der mangler.
D254 = ingen sådan tekst venter på at blive bekræftet
    .explain =
        `sats confirm` fjerner mærkerne fra sidste års tekster. Feltet er ikke en tekst fra sidste år,
        eller det er allerede rettet eller bekræftet. `sats confirm` uden valg viser, hvad der er
        tilbage.
D234 = tekster fra sidste år er ikke bekræftet
    .explain =
        `sats new` lader teksterne stå og skriver dem op under [fra_sidste_aar] nederst i filen. Ret
        en tekst, eller bekræft, at den stadig gælder: med `sats confirm`, eller ved at slette dens
        linje. Indtil da laves hverken den officielle udgave eller trykfiler.
D235 = rapporten har ingen dato
    .explain =
        Den officielle udgave skal sige, hvilken dag den er fra: `dato` i rapport.toml. Uden den
        dateres PDF-filen 1. januar i rapportens år, og to udgaver kan ikke skelnes i et arkiv.
P005 = den satte PDF er ikke, som den skulle være
    .explain =
        PDF'en har noget, som den sidste bearbejdning ikke kender, for eksempel et mærke, som et layout
        beder om med `maerket`, og som PDF ikke har. Kendes siden, bliver den nævnt; stedet er i det
        layout, der laver den.
