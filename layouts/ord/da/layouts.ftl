# Ord, som kun layouts skriver. I Typst: ord.indhold, ord.handout.side. Ord om rapportens indhold
# står i data.

indhold = Indhold
indsatserne = { CAP(-indsats(form: "alle")) }
indsatserne_lead =
    { -indsats.koen ->
        [intet] Hvert
       *[faelles] Hver
    } { -indsats } har sit { -opslag }. Nummeret i kanten er { -indsats(form: "bestemt") }s.
    Linjen går fra det årstal, der er oplyst for { -indsats(form: "bestemt") }.
brugere = Brugere
geografi = Geografi
oekonomi = Økonomi
i_alt = I alt
fortsat = fortsat
evaluering = Virkningsevaluering i gang
om_data = Om data
mangler = Figurer uden værdier
mangler_lead =
    Værdierne i disse figurer er ikke oplyst. Figurerne er derfor ikke med på
    { -opslag(form: "alle") }.
kolofon = Kolofon
mangler_felt = Mangler
aendret_felt = Ændret
slettet = Slettet
# Hvad udkastets tegn ved siden af teksten siger.
udkasttegn =
    .aendret = ændret
    .ubekraeftet = fra sidste år, ikke bekræftet
    .slettet = slettet
korte_traek = I korte træk
andre_her = Andre { -indsats(form: "flertal") } i samme { -bydel }
andre_beslaegtede = Beslægtede { -indsats(form: "flertal") }
udtalelser = Udtalelser i referat
udtalelse = Udtalelse i referat
# Hvordan en streg i en tabel høres.
intet_tal = intet tal
fakta = Fakta om { -indsats(form: "bestemt") }
principper = Det siger strategien
principper_ogsaa = Også { $navne }
principper_side = , se{"\u00A0"}side{"\u00A0"}{ $side }.
begreber = Begreber og kilder
det_mangler = Det mangler
procent = procent
saadan_ligger = Sådan ligger { -indsats(form: "bestemt") }
naboer =
    .note =
        Nr. { $plads } af { $alle } efter bevilling blandt { -indsats(form: "flertal") } med
        { -fagprincip } { $nr }. { CAP(-indsats(form: "alle")) } tæller ikke det samme.
    .note_udsnit =
        Nr. { $plads } af { $alle } efter bevilling blandt { -indsats(form: "flertal") } med
        { -fagprincip } { $nr }, her med de nærmeste. { CAP(-indsats(form: "alle")) } tæller ikke
        det samme.
    .note_oplyst =
        Bevillingen er oplyst for { $oplyst } af { $alle } med { -fagprincip } { $nr }. De er
        ordnet efter den, men har ikke fået noget nummer.
    .indsats = { CAP(-indsats) }
    .mio = Mio. kr. { $aar }
    .aendring = Ændring { $aar }
    .andre_note =
        Nogle af dem med flest fælles { -bydel(form: "flertal") } og
        { -fagprincip(form: "flertal") }.
    .andre_ens = Fælles for alle: { $faelles }.
    .andre_alle =
        { CAP(-indsats(form: "bestemt")) } deler { -fagprincip } { $nr } med disse
        { -indsats(form: "flertal") }. Her står også, hvem de er for.
    .andre_nogle =
        { CAP(-indsats(form: "bestemt")) } deler { -fagprincip } { $nr } med { $alle } andre
        { -indsats(form: "flertal") }. Her er nogle af dem, og hvem de er for.
    .faelles_ogsaa = Også fælles
    .maalgruppe = Målgruppe
    .faelles = Fælles
    .side = Side
# Navne på former, som `check --explain-fit` nævner.
form =
    .stor = større
    .kompakt = lavere
    .taet = tættere rækker
    .udeladt = udeladt
    .kort = uden forklaringer
    .loebende = i én løbende linje
    .antal = { $antal } rækker
    .straek = { $antal } linjer højere
    .straek_en = { $antal } linje højere
fagprincip_nr = { CAP(-fagprincip) } { $nr }
indsats_nr = { CAP(-indsats) } nummer { $nr }
# Foran et navn, for den, der hører et link læst op.
hen_til = Gå til
i_rapporten = i rapporten
billede = billede
# Sat med store bogstaver.
ny_indsats =
    { -indsats.koen ->
        [intet] Nyt
       *[faelles] Ny
    } { -indsats }
vandmaerke = UDKAST
udkast = udkast
aendringer = Ændringer og mangler
aendringskolonner =
    .felt = Felt
    .foer = Før
    .nu = Nu
    .side = Side
    .mangler = Mangler
se_det_mangler = (se »{ det_mangler }«)
se_liste = (se listen over ændringer og mangler)
handout =
    .nr_af = { -indsats } { $nr } af { $antal }
    .kilde = Kilde: { $kilde }
    .side_af = side { $nr } af { $antal }
    .ufaerdig = ufuldstændig
indhold_mio = mio. kr.
side_kort = side
logo = Logo:
forside_data = Brugertal fra { $aar }
forside_figur = { $antal ->
        [one] 1 { -indsats } får
       *[other] { $antal } { -indsats(form: "flertal") } deler
    } { $mio } mio. kr. i { $aar }
forside_figur_mangler = Midler i { $aar }: { $kendte } af { $antal } beløb er oplyst
forside_figur_uddrag = Uddragets midler i { $aar }
forside_enhed = mio. kr.
indsatserne_ukendt = årstallet er ikke oplyst
kolofon_dato = Dato
kolofon_data = Data
kolofon_version = Version { $version } (SHA-256, forkortet), beregnet af rapportens data.
kolofon_filer = { $toml } datafiler (TOML) og { $csv } tabeller (CSV) er vedhæftet.
register = Register
register_note = Tallet er den første side i { -indsats(form: "bestemt") }s opslag.
register_navne = Navne
register_steder = Steder og { -bydel(form: "flertal") }
ordliste = Ordliste
bagside = Tegn og forkortelser
# Sider, der viser alle indsatser ved siden af hinanden.
oversigt =
    .titel = Overblik på ét { -opslag }
    .nr = Nr.
    .indsats = { CAP(-indsats) }
    .mio = Mio. kr. i { $aar }
    .taeller = Tæller
    .seneste = { $aar }
    .aar_for_aar = Udvikling
    .aendring = Ændring fra { $fra }
    .forvaltning = { CAP(-forvaltning) }
    .fagprincip = { CAP(-fagprincip) }
    .side = Side
    .ialt = I alt
    .antal = Antal { -indsats(form: "flertal") }
    .antal_lokale = Antal { -indsats(form: "flertal") } (i { -bydel(form: "flertal") } kun lokale)
    .ingen_serie = ingen årlige tal
    .sum =
        { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } · { $mio } mio. kr.
    .forklaring =
        En prik viser { -fagprincip.koen ->
            [intet] et
           *[faelles] en
        } { -fagprincip }, et felt { -bydel.koen ->
            [intet] et
           *[faelles] en
        } { -bydel }. En grå bjælke viser, at { -indsats(form: "bestemt") } dækker { -hele-byen }.
        Udviklingen er tegnet fra nul i hver sin skala, for { -indsats(form: "alle") } tæller ikke
        det samme.
    .fagprincip_alt = { CAP(-fagprincip) } { $numre }
    .hele_byen = { CAP(-hele-byen) }
# Siden til udvalget.
udvalg =
    .titel = Til udvalget
    .tal_indsatser =
        { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }, heraf { $bydaekkende } for { -hele-byen }
    .tal_midler = i alt i { $aar }
    .tal_midler_kendte = i alt i { $aar }: { $kendte } af { $antal } beløb er oplyst
    .tal_median = er medianen: lige mange får mere og mindre
    .tal_op =
        af { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } med beregnet ændring har flere brugere mv. end i { $fra }
    .tal_resultat =
        af { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } er med i tabellen over målte resultater
    .op = Flere brugere
    .ned = Færre brugere
    .uaendret = Uændret antal
    .op_lead = Det, som { -indsats(form: "alle") } tæller, i { $fra } og { $til }
    .midler = Midler efter { -forvaltning }
    .midler_lead = Mio. kr. i { $aar } og andel af det hele
    .resultater = Målte resultater
    .resultater_lead = Målinger, som rapporten oplyser
    .kan_ikke = Det kan data ikke vise
    .side = s.{"\u00A0"}
    .antal_indsatser =
        { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }
    .heraf = Heraf i { $hvem }: { $dele }.
    .heraf_del = { $mio }{"\u00A0"}mio.{"\u00A0"}kr. { $navn }
    .og = og
    .flere_endnu = og { $antal } flere
    .mangler_tal =
        { $antal } { $antal ->
            [one] { -indsats } mangler
           *[other] { -indsats(form: "flertal") } mangler
        } tal og er ikke med her.
    .og_flere = og { $antal } flere, se
    .uden_for = { $hvem } er ikke en del af budgetpakken, men beløbet tælles med.
    .delte =
        { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } har flere { -forvaltning(form: "flertal") } bag sig. Hele beløbet tælles under
        { -forvaltning.koen ->
            [intet] det
           *[faelles] den
        }, som overblikket nævner.
    .uden_serie =
        Antallet af brugere år for år hos { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }:
    .uden_vaerdi =
        Værdierne i { $antal } { $antal ->
            [one] figur
           *[other] figurer
        }, hvis tal ikke er oplyst, hos
    .uden_resultat =
        Målte resultater for alle: { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } er ikke med i tabellen, men { -opslag(form: "alle") } kan omtale resultater.
    .resultat_uden_tal =
        Tallene bag målingerne hos { $antal ->
            [one] { -indsats.koen ->
                [intet] et
               *[faelles] en
            } { -indsats }
           *[other] { $antal } { -indsats(form: "flertal") }
        }, hvor figurernes værdier mangler:
    .aar =
        Om flere midler har givet flere brugere: Beløbene gælder { $aar }, brugerne { $dataaar }.
    .tael =
        Hvor mange borgere { -indsats(form: "alle") } når tilsammen. De tæller hver sit: brugere,
        forløb, job, vejledninger.
    .foer_efter = { $foer } → { $efter }
    .flere =
        (og{"\u00A0"}{ $antal } { $antal ->
            [one] måling
           *[other] målinger
        } til)
    .resultat_n = opgjort for { $antal }
resultat =
    .titel =
        Udvalgte målinger fra { $antal } af { $af } { $af ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }
    .lead =
        Tabellen viser et udvalg af de målinger, som { -indsats(form: "alle") } oplyser. Andre
        målinger og udsagn om resultater står kun på { -opslag(form: "alle") }. Hvor der er målt før
        og efter, står begge tal. Ingen af målingerne siger i sig selv, hvad der er årsagen.
    .hvad = Det, der er målt
    .foer = Før
    .efter = Efter
    .n = n
    .fra_til = 0 til 100 %
    .mangler = figurens tal mangler
    .kilde = Kilde: { $kilde }
    .kilde_ukendt = Ved målinger uden nummer er kilden ikke oplyst.
    .grundlag = { $grundlag }.
    .kriterium = Mål: { $maal }.
indsigt =
    .mio = Mio. kr.
    .andel = Andel
    .antal = { CAP(-indsats(form: "flertal")) }
    .lokale = En eller flere { -bydel(form: "flertal") }
    .median = Median: { $median }
    .fra_til = { $fra } → { $til }
    .aendring = Ændring i procent
    .bydel = { CAP(-bydel) }
    .indsats_taeller = { CAP(-indsats) }, og det den tæller
    .uden_serie = Uden årlige tal:
    .uden_pct = Ændringen er ikke beregnet:
    .uden_pct_mangler = et af tallene mangler
    .uden_pct_anslaaet = tallene er anslået
    .uden_pct_usammenlignelig = tallene kan ikke sammenlignes
    .uden_pct_fra-nul = det første tal var nul
    .bydel_hvem = Lokale { -indsats(form: "flertal") } og deres side
# Læsevejledningens lille opslag; punkterne har numrenes rækkefølge.
guide =
    .opslag = Sådan læses et { -opslag }
    .nr = Nr.
    .navn = { CAP(-indsats(form: "bestemt")) }s navn
    .punkt_1 = Nummer og navn. Nummeret står også i sidens kant.
    .punkt_2 = De { -fagprincip(form: "flertal") }, som { -indsats(form: "bestemt") } hører{"\u00A0"}under.
    .punkt_3 =
        Beløbet i { $aar }, brugerne i { $dataaar } med ændringen fra året før og endnu et tal, hvis
        der er et.
    .punkt_4 = Årstal, { -forvaltning } og sted i byen.
    .punkt_5 = Det vigtigste og derefter beskrivelsen.
    .punkt_6 = Problem, målgruppe og udvikling i korte træk.
    .punkt_7 = Hvem brugerne er, og hvor mange der har været år for år.
    .punkt_8 =
        Hvor i byen: et mærke, hvis { -indsats(form: "bestemt") } dækker { -hele-byen }, ellers et
        kort.
    .punkt_9 = Beløbet blandt de andre beløb. Den fremhævede prik er { -indsats(form: "bestemt") }s.
    .punkt_10 =
        Det, der er særligt for { -indsats(form: "bestemt") }: tal, eksempler og udtalelser.
    .punkt_11 =
        Hvor der er plads: { -indsats(form: "flertal") } i de samme { -bydel(form: "flertal") } eller med de samme
        { -fagprincip(form: "flertal") }.
    .punkt_12 =
        Hvor der er plads: beløb og brugere hos { -indsats(form: "flertal") } med samme
        { -fagprincip }.
    .tegn = Tegn og tal
    .tegn_tilbageholdt = Tallet er holdt tilbage, fordi det gælder få personer.
    .tegn_ukendt = Tallet mangler. Det er ikke nul og tæller ikke med i summer.
    .tegn_streg =
        Der er ikke oplyst noget tal, eller { -indsats(form: "bestemt") } opgør det ikke. Det er
        ikke nul.
    .tegn_ca = Tallet er anslået. Det er tegnet skraveret.
    .tegn_ca_tekst = ca.
    .tegn_skala =
        Søjler begynder ved nul. Skalaen kan skifte fra diagram til diagram: Sammenlign tallene, ikke
        søjlernes størrelse.
    .forvaltninger = { CAP(-forvaltning(form: "flertal")) }
