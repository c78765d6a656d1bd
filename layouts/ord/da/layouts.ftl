# Ord, som kun layouts skriver. I Typst: ord.indhold, ord.handout.side. Ord om rapportens indhold
# står i data.

indhold = Indhold
kort_fortalt = Kort fortalt
indsatserne = { CAP(-indsats(form: "alle")) }
indsatserne_lead =
    Hver { -indsats } har sit { -opslag }. Farven i kanten er { -indsats(form: "bestemt") }s første
    { -fagprincip }.
brugere = Brugere
geografi = Geografi
oekonomi = Økonomi
i_alt = I alt
fortsat = fortsat
evaluering = Virkningsevaluering i gang
om_data = Om data
mangler = Figurer uden værdier
mangler_lead =
    Grundlaget har mistet værdierne i disse figurer. De er ikke gengivet på
    { -opslag(form: "alle") }.
kolofon = Kolofon
forside =
    Hver streg på forsiden er en { -indsats }: længden er dens midler, farven dens første
    { -fagprincip }.
mangler_felt = Mangler
aendret_felt = Ændret
skylder = Skal leveres af
fagprincip_nr = { CAP(-fagprincip) } { $nr }
grundprincip_symbol = { CAP(-grundprincip) }
se_ogsaa = Se også
# Foran et navn, for den, der hører et link læst op.
hen_til = Gå til
billede = billede
ny_indsats = NY INDSATS
vandmaerke = UDKAST
udkast = udkast
aendringer = Ændringer og mangler
aendringskolonner =
    .felt = Felt
    .foer = Før
    .nu = Nu
    .side = Side
se_liste = (se listen over ændringer og mangler)
handout =
    .nr_af = { -indsats } { $nr } af { $antal }
    .kilde = Kilde: { $kilde }
    .side_af = side { $nr } af { $antal }
