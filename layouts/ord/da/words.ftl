# Om ordene selv: lister, og hvad der kan være galt i en mappe med egne ord.

list-and = { $first } og { $last }
list-or = { $first } eller { $last }

words-syntax = her er ordfilen ikke skrevet rigtigt
words-syntax-hint =
    en linje er `navn = tekst`; fortsættes teksten, rykkes næste linje ind; værdier står som
    {"{"} $navn {"}"}
words-syntax-default = giv én af formerne en stjerne: den, der gælder, når ingen anden passer
words-syntax-empty = skriv en tekst efter `{ $id } =`
words-syntax-string = afslut teksten med et anførselstegn på samme linje
words-syntax-brace = hver {"{"} skal have sin {"}"}
words-term-form = ordet -{ $term } mangler formen `{ $form }`
words-term-form-hint = skriv `[{ $form }] …` ved de andre former
words-term-attribute-hint = tilføj linjen `{ $form } = …` under ordet, rykket ind
words-value = { $id } får ingen værdi, der hedder `${ $name }`
words-no-values-hint = teksten har ingen værdier
words-values-hint = teksten får: { $names }
words-unknown = ingen tekst i programmet hedder { $id }
words-unknown-hint = mente du { $near }?
words-dash = ordet { $id } skrives med bindestreg foran
words-dash-hint = skriv -{ $id } = …
words-no-term = ordet -{ $term } findes ikke
words-no-term-hint = kendte ord: { $terms }

## Hvad computeren siger

system-not-found = den findes ikke
system-permission = du har ikke adgang
system-full = disken er fuld
system-read-only = drevet er skrivebeskyttet
system-folder = det er en mappe
system-no-folder = noget på vejen dertil er ikke en mappe
system-exists = den findes i forvejen
system-port = den er optaget
system-busy = et andet program har den åben
system-name = navnet kan ikke bruges her
system-memory = der er ikke hukommelse nok
system-no-text = den er ikke gemt som tekst i UTF-8
system-other = computeren siger: { $words }
system-too-large = filen er større, end disken tager

## Indstillinger i TOML

toml-unknown = feltet `{ $field }` kendes ikke
toml-unknown-near = feltet `{ $field }` kendes ikke; mente du `{ $near }`?
toml-missing = feltet `{ $field }` mangler
toml-variant = `{ $value }` kan ikke stå her; skriv { $words }
toml-colour = `{ $value }` er ikke en farve; skriv den som `#rrggbb`
toml-number = her skal stå et tal, med punktum som decimaltegn: 3 eller 0.25
toml-whole = her skal stå et helt tal uden punktum: 4
toml-text = her skal stå en tekst i "anførselstegn"
toml-yes-no = her skal stå true eller false
toml-list = her skal stå en liste i [kantede parenteser]
toml-length = her skal stå præcis { $n } tal
toml-table = her skal stå en tabel med felter
toml-syntax = linjen er ikke skrevet, som TOML skal skrives: felt = værdi
