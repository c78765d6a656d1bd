# Words that only the layouts write. In Typst: ord.indhold, ord.handout.side.

indhold = Contents
indsatserne = { CAP(-indsats(form: "alle")) }
indsatserne_lead =
    Each { -indsats } has its own { -opslag }. The number at the edge is its own. The line begins in
    the year that is given for it.
brugere = Users
geografi = Geography
oekonomi = Economy
i_alt = Total
fortsat = continued
evaluering = Impact evaluation under way
om_data = About the data
mangler = Figures without values
mangler_lead =
    The values of these figures are not known. The figures are therefore not shown on
    { -opslag(form: "alle") }.
kolofon = Colophon
mangler_felt = Missing
aendret_felt = Changed
slettet = Removed
# What the signs beside the text of a draft say.
udkasttegn =
    .aendret = changed
    .ubekraeftet = from last year, not confirmed
    .slettet = removed
korte_traek = In brief
andre_her = Other { -indsats(form: "flertal") } in the same { -bydel }
andre_beslaegtede = Related { -indsats(form: "flertal") }
udtalelser = Statements, as reported
udtalelse = Statement, as reported
intet_tal = no number
fakta = Facts about the { -indsats }
principper = What the strategy says
principper_ogsaa = Also { $navne }
principper_side = , see{"\u00A0"}page{"\u00A0"}{ $side }.
begreber = Terms and sources
det_mangler = What is missing
procent = per cent
saadan_ligger = How the { -indsats } compares
naboer =
    .note =
        No. { $plads } of { $alle } by grant among { -indsats(form: "flertal") } with { -fagprincip }
        { $nr }. Each counts in its own way.
    .note_udsnit =
        No. { $plads } of { $alle } by grant among { -indsats(form: "flertal") } with { -fagprincip }
        { $nr }, here with those nearest. Each counts in its own way.
    .note_oplyst =
        The grant is known for { $oplyst } of { $alle } with { -fagprincip } { $nr }: in its order, without
        ranks.
    .indsats = { CAP(-indsats) }
    .mio = Million kr. { $aar }
    .aendring = Change { $aar }
    .andre_note =
        Some of those with most { -bydel(form: "flertal") } and { -fagprincip(form: "flertal") } in
        common.
    .andre_ens = Common to all: { $faelles }.
    .andre_alle =
        The { -indsats } shares { -fagprincip } { $nr } with these { -indsats(form: "flertal") }.
        Here they are, and whom they are for.
    .andre_nogle =
        The { -indsats } shares { -fagprincip } { $nr } with { $alle } other
        { -indsats(form: "flertal") }. Here are some of them, and whom they are for.
    .faelles_ogsaa = Also in common
    .maalgruppe = Target group
    .faelles = In common
    .side = Page
# Names of forms, for `check --explain-fit`.
form =
    .stor = larger
    .kompakt = lower
    .taet = closer rows
    .udeladt = left out
    .kort = without explanations
    .loebende = run in
    .antal = { $antal } rows
    .straek = { $antal } lines higher
    .straek_en = { $antal } line higher
fagprincip_nr = { CAP(-fagprincip) } { $nr }
indsats_nr = { CAP(-indsats) } { $nr }
hen_til = Go to
i_rapporten = of the report
billede = picture
ny_indsats = New { -indsats }
vandmaerke = DRAFT
udkast = draft
aendringer = Changes and gaps
aendringskolonner =
    .felt = Field
    .foer = Before
    .nu = Now
    .side = Page
    .mangler = Missing
se_det_mangler = (see "{ det_mangler }")
se_liste = (see the list of changes and gaps)
handout =
    .nr_af = { -indsats } { $nr } of { $antal }
    .kilde = Source: { $kilde }
    .side_af = page { $nr } of { $antal }
    .ufaerdig = incomplete
indhold_mio = m. kr.
side_kort = page
logo = Logo:
forside_data = Users in { $aar }
forside_figur = { $antal ->
        [one] 1 { -indsats } has
       *[other] { $antal } { -indsats(form: "flertal") } share
    } { $mio } million kr. in { $aar }
forside_figur_mangler = Funds in { $aar }: { $kendte } of { $antal } amounts are known
forside_figur_uddrag = Funds of this excerpt in { $aar }
forside_enhed = m. kr.
indsatserne_ukendt = year not given
kolofon_dato = Date
kolofon_data = Data
kolofon_version = Version { $version } (SHA-256, shortened): a fingerprint of the report's data.
kolofon_filer = { $toml } data files (TOML) and { $csv } tables (CSV) are attached.
register = Index
register_note = The number is the first page of the { -indsats(form: "bestemt") }'s opening.
register_navne = Names
register_steder = Places and { -bydel(form: "flertal") }
ordliste = Glossary
bagside = Signs and abbreviations
oversigt =
    .titel = Overview on one { -opslag }
    .nr = No.
    .indsats = { CAP(-indsats) }
    .mio = Million kr. in { $aar }
    .taeller = Counts
    .seneste = { $aar }
    .aar_for_aar = Trend
    .aendring = Change from { $fra }
    .forvaltning = { CAP(-forvaltning) }
    .fagprincip = { CAP(-fagprincip) }
    .side = Page
    .ialt = Total
    .antal = Number of { -indsats(form: "flertal") }
    .antal_lokale = Number of { -indsats(form: "flertal") } (in { -bydel(form: "flertal") }: local ones)
    .ingen_serie = no yearly figures
    .sum =
        { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } · { $mio } m. kr.
    .forklaring =
        A dot shows a { -fagprincip }, a square a { -bydel }. A grey bar shows that
        { -indsats(form: "bestemt") } covers { -hele-byen }. Trends are drawn from zero, each on its
        own scale, since { -indsats(form: "alle") } do not count the same things.
    .fagprincip_alt = { CAP(-fagprincip) } { $numre }
    .hele_byen = { CAP(-hele-byen) }
udvalg =
    .titel = For the committee
    .tal_indsatser =
        { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }, of which { $bydaekkende } for { -hele-byen }
    .tal_midler = in all in { $aar }
    .tal_midler_kendte = in all in { $aar }: { $kendte } of { $antal } amounts are known
    .tal_median = is the median: as many get more as get less
    .tal_op =
        of { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } with a computed change have more users than in { $fra }
    .tal_resultat =
        of { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        } are in the table of measured results
    .op = More users
    .ned = Fewer users
    .uaendret = Unchanged
    .op_lead = What { -indsats(form: "alle") } count, in { $fra } and { $til }
    .midler = Funds by { -forvaltning }
    .midler_lead = Million kr. in { $aar } and share of all
    .resultater = Measured results
    .resultater_lead = Measurements that the report gives
    .kan_ikke = What the data cannot tell
    .side = p.{"\u00A0"}
    .antal_indsatser =
        { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }
    .heraf = Of this in { $hvem }: { $dele }.
    .heraf_del = { $mio }{"\u00A0"}million{"\u00A0"}kr. { $navn }
    .og = and
    .flere_endnu = and { $antal } more
    .mangler_tal =
        { $antal } { $antal ->
            [one] { -indsats } lacks
           *[other] { -indsats(form: "flertal") } lack
        } numbers and { $antal ->
            [one] is
           *[other] are
        } not among these.
    .og_flere = and { $antal } more, see
    .uden_for = { $hvem } is not part of the budget package, but its amount is counted.
    .delte =
        { $antal } { $antal ->
            [one] { -indsats } has
           *[other] { -indsats(form: "flertal") } have
        } several { -forvaltning(form: "flertal") } behind them. The whole amount counts for the one
        in the overview.
    .uden_serie =
        The number of users year by year of { $antal } { $antal ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }:
    .uden_vaerdi =
        The values of { $antal } { $antal ->
            [one] figure
           *[other] figures
        } whose numbers are not known, of
    .uden_resultat =
        Measured results of them all: { $antal } { $antal ->
            [one] { -indsats } is
           *[other] { -indsats(form: "flertal") } are
        } not in the table, but { -opslag(form: "alle") } may tell of results.
    .resultat_uden_tal =
        The numbers behind the measurements of { $antal } { $antal ->
            [one] { -indsats } whose figures lack their
           *[other] { -indsats(form: "flertal") } whose figures lack their
        } values:
    .aar =
        Whether more funds have brought more users: amounts are for { $aar }, users for { $dataaar }.
    .tael = How many citizens they reach together. Each counts its own thing.
    .foer_efter = { $foer } → { $efter }
    .flere = (and { $antal } more)
    .resultat_n = of { $antal }
resultat =
    .titel =
        Chosen measurements from { $antal } of { $af } { $af ->
            [one] { -indsats }
           *[other] { -indsats(form: "flertal") }
        }
    .lead =
        The table shows a choice of the measurements that they report. Other measurements and
        statements on results stand on { -opslag(form: "alle") } alone. Where there is a before and
        an after, both are given. None of the measurements tells what the cause is.
    .hvad = What was measured
    .foer = Before
    .efter = After
    .n = n
    .fra_til = 0 to 100%
    .mangler = the figure's numbers are missing
    .kilde = Source: { $kilde }
    .kilde_ukendt = Measurements without a number have no stated source.
    .grundlag = { $grundlag }.
    .kriterium = Goal: { $maal }.
indsigt =
    .mio = Million kr.
    .andel = Share
    .antal = { CAP(-indsats(form: "flertal")) }
    .lokale = One or more { -bydel(form: "flertal") }
    .median = Median: { $median }
    .fra_til = { $fra } → { $til }
    .aendring = Change in per cent
    .bydel = { CAP(-bydel) }
    .indsats_taeller = { CAP(-indsats) }, and what it counts
    .uden_serie = Without yearly figures:
    .uden_pct = The change is not computed:
    .uden_pct_mangler = one of the numbers is missing
    .uden_pct_anslaaet = the numbers are estimated
    .uden_pct_usammenlignelig = the numbers do not compare
    .uden_pct_fra-nul = it was zero
    .bydel_hvem = Local { -indsats(form: "flertal") } and their pages
guide =
    .opslag = How to read a { -opslag }
    .nr = No.
    .navn = Its name
    .punkt_1 = Number and name. The number stands at the page's edge too.
    .punkt_2 = The { -fagprincip(form: "flertal") } that it belongs to.
    .punkt_3 =
        The amount in { $aar }, users in { $dataaar } with the change from the year before, and one
        more number where there is one.
    .punkt_4 = Year, { -forvaltning } and where in the city.
    .punkt_5 = What matters most and then the description.
    .punkt_6 = Problem, target group and development in short.
    .punkt_7 = Who the users are, and how many there were year by year.
    .punkt_8 = Where: a badge where it covers { -hele-byen }, a map where it does not.
    .punkt_9 = The amount among those of the others. The emphasised dot is this one.
    .punkt_10 = What is its own: numbers, examples and statements.
    .punkt_11 =
        Where there is room: others in the same { -bydel(form: "flertal") } or with the same
        { -fagprincip(form: "flertal") }.
    .punkt_12 = Where there is room: amount and users among those with the same { -fagprincip }.
    .tegn = Signs and numbers
    .tegn_tilbageholdt = The number is withheld because it is about few persons.
    .tegn_ukendt = The number is missing. It is not zero and counts in no sum.
    .tegn_streg = No number is given, or none is counted. It is not zero.
    .tegn_ca = The number is estimated. It is drawn hatched.
    .tegn_ca_tekst = c.
    .tegn_skala =
        Bars begin at zero. From one chart to another compare the numbers beside the bars, not their
        lengths.
    .forvaltninger = { CAP(-forvaltning(form: "flertal")) }
