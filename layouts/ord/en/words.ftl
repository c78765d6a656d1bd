# About the words themselves: lists, and what can be wrong in a folder with words of its own.

list-and = { $first } and { $last }
list-or = { $first } or { $last }

words-syntax = the file of words is not well formed here
words-syntax-hint =
    a line is `name = text`; a text that goes on is indented; values stand as {"{"} $name {"}"}
words-syntax-default = give one of the forms a star: the one that holds where no other fits
words-syntax-empty = write a text after `{ $id } =`
words-syntax-string = end the text with a quote on the same line
words-syntax-brace = each {"{"} needs its {"}"}
words-term-form = the word -{ $term } lacks the form `{ $form }`
words-term-form-hint = write `[{ $form }] …` beside the other forms
words-term-attribute-hint = add the line `{ $form } = …` below the word, indented
words-value = { $id } gets no value named `${ $name }`
words-no-values-hint = the text has no values
words-values-hint = the text gets: { $names }
words-unknown = no text of the program is named { $id }
words-unknown-hint = did you mean { $near }?
words-dash = the word { $id } is written with a hyphen before it
words-dash-hint = write -{ $id } = …
words-no-term = there is no word -{ $term }
words-no-term-hint = known words: { $terms }

## What the computer says

system-not-found = it is not there
system-permission = you do not have access
system-full = the disk is full
system-read-only = the drive is read-only
system-folder = it is a folder
system-no-folder = something on the way there is no folder
system-exists = it is there already
system-port = it is taken
system-busy = another program has it open
system-name = the name cannot be used here
system-memory = there is not enough memory
system-no-text = it is not saved as text in UTF-8
system-other = the system says: { $words }
system-too-large = the file is larger than the disk takes

## Settings in TOML

toml-unknown = there is no field `{ $field }`
toml-unknown-near = there is no field `{ $field }`; did you mean `{ $near }`?
toml-missing = the field `{ $field }` is missing
toml-variant = `{ $value }` cannot stand here; write { $words }
toml-colour = `{ $value }` is not a colour; write it as `#rrggbb`
toml-number = a number belongs here: 3 or 0.25
toml-whole = a whole number belongs here: 4
toml-text = a text in "quotes" belongs here
toml-yes-no = true or false belongs here
toml-list = a list in [square brackets] belongs here
toml-length = exactly { $n } numbers stand here
toml-table = a table with fields belongs here
toml-syntax = the line is not written as TOML must be: field = value
