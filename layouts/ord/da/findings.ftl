# Rammen om ethvert fund.

finding-level-error = fejl
finding-level-warning = advarsel
finding-level-note = bemærkning
finding-level-accepted = accepteret
finding-help = råd
finding-page = side { $page }
finding-page-of = side { $page }, { -indsats } `{ $id }`
finding-more = { $n ->
    [one] og 1 sted til
   *[other] og { $n } steder til
}
finding-accepted = accepteret: { $reason }
finding-errors = { $n } fejl
finding-warnings = { $n } { $n ->
    [one] advarsel
   *[other] advarsler
}
finding-notes = { $n } { $n ->
    [one] bemærkning
   *[other] bemærkninger
}
finding-accepted-count = { $n ->
    [one] { $n } accepteret
   *[other] { $n } accepterede
}

report-undated = rapporten har ingen dato
report-undated-hint = skriv den dag, rapporten er fra, i anførselstegn: `dato = "{ $example }"`; PDF-filen dateres efter den

# Data, tema og layouts holdt op mod hinanden.

number-and-state = `{ $field }` er både et tal og `"{ $state }"`
number-and-state-hint =
    skriv kun `"{ $state }"` i stedet for tabellen, eller tag `tilstand` ud: en værdi er et tal eller
    en tilstand, aldrig begge dele
contract-other = layoutene er skrevet til kontrakt { $theirs }, og programmet leverer efter kontrakt { $ours }
contract-other-hint =
    ret dem efter `sats schema layouts`, og skriv `kontrakt = { $ours }` øverst i theme.toml, eller
    udelad --layouts
colour-principle = temaet har ingen farve til fagprincip { $nr }, { $name }
colour-principle-hint =
    giv det en som `farve` i fagprincipper.toml eller under [farve.fagprincip] i { $theme }; indtil da får
    det accentfarven
symbol-missing = symbolet `{ $symbol }` findes ikke
symbol-missing-hint =
    læg en SVG-tegning i én farve, på et felt af 24 gange 24: som symboler/{ $symbol }.svg ved siden af
    data eller som { $file }
symbol-form = er ikke en SVG-tegning
symbol-form-hint = gem tegningen som SVG, eller tag filen ud af symboler/
symbol-unasked = ingen bruger tegningen
symbol-unasked-hint = data nævner disse symboler: { $names }
component-missing = blokken skal tegnes af komponenten `{ $name }`, som ikke findes
component-missing-hint =
    skriv { $file } med funktionen `komponent`, og byg med --layouts og den mappe, eller ret navnet
component-empty = { $file } har ingen `komponent`
component-empty-hint = skriv #let komponent(blok, taethed, farve) = ... i filen
token-unread = intet læser `{ $token }`
token-unread-near = mente du `{ $near }`?
token-unread-hint = tag det ud, eller lad et layout læse det

printers-name = `{ $name }` er ikke et navn, en fil kan have
printers-name-hint = brug bogstaver, tal, - og _
printers-there = `{ $path }` er der i forvejen
printers-there-hint = vælg et andet navn, eller flyt filen
printer-missing = trykprofilen mangler { $keys }
printer-missing-hint = `sats printers new NAVN` skriver en profil med alle felter og deres forklaring

## Mappen med layouts

layouts-stray = `{ $file }` bruges ikke af noget layout
layouts-stray-near = den skal hedde som den fil, den træder i stedet for: `{ $file }`?
layouts-unknown = der er intet indbygget layout `{ $file }`
layouts-unknown-hint = `sats layouts list` viser dem alle
layouts-there = `{ $file }` er der allerede
layouts-there-hint = flyt den, eller vælg en anden mappe med --to
