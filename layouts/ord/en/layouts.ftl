# Words that only the layouts write. In Typst: ord.indhold, ord.handout.side.

indhold = Contents
kort_fortalt = In brief
indsatserne = { CAP(-indsats(form: "alle")) }
indsatserne_lead =
    Each { -indsats } has its own { -opslag }. The colour at the edge is that of its first
    { -fagprincip }.
brugere = Users
geografi = Geography
oekonomi = Economy
i_alt = Total
fortsat = continued
evaluering = Impact evaluation under way
om_data = About the data
mangler = Figures without values
mangler_lead =
    The source has lost the values of these figures. They are not shown on
    { -opslag(form: "alle") }.
kolofon = Colophon
forside =
    Each line on the cover is one { -indsats }: its length is its funds, its colour its first
    { -fagprincip }.
mangler_felt = Missing
aendret_felt = Changed
skylder = To be supplied by
fagprincip_nr = { CAP(-fagprincip) } { $nr }
grundprincip_symbol = { CAP(-grundprincip) }
se_ogsaa = See also
hen_til = Go to
billede = picture
ny_indsats = NEW
vandmaerke = DRAFT
udkast = draft
aendringer = Changes and gaps
aendringskolonner =
    .felt = Field
    .foer = Before
    .nu = Now
    .side = Page
se_liste = (see the list of changes and gaps)
handout =
    .nr_af = { -indsats } { $nr } of { $antal }
    .kilde = Source: { $kilde }
    .side_af = page { $nr } of { $antal }
