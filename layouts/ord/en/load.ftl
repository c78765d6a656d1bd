# Data as it is read: files, fields, text, references, form.

load-near = did you mean `{ $near }`?
load-bad-id = the file's name cannot be an id
load-bad-id-hint = use a to z, 0 to 9 and hyphens, at most 40, but no name that Windows keeps for itself (con, aux …): `ny-indsats.toml`
load-stray = the file is not used
load-stray-ending = data files end in .toml
load-stray-place = the file of an { -indsats } belongs in indsatser/
load-folder = the folder cannot be read: { $why }
load-folder-hint = make it, or get access to it
load-no-folder = the data is not a folder
load-missing-folder = there is no such folder
load-changing = the data goes on changing while it is read
load-changing-hint = wait until copying or synchronising is done, and try again
load-data-hint = name the report's folder with --data
load-dead-link = the file is a link to nothing
load-dead-link-hint = fix or delete the link
load-missing = the file is missing
load-missing-hint = make it, or name the report's folder with --data
load-unreadable = the file cannot be read: { $why }
load-rights = get access to it
load-is-folder = a folder stands where a file should
load-is-folder-hint = move the folder and put the file here
load-not-plain = this is not a plain file
load-not-plain-hint = put a plain file in its place
load-large = the file is { $mb } MB large
load-large-hint = a data file holds at most 4 MB
load-empty = the file is empty
load-empty-hint = fill it in or delete it
load-refused = the value cannot be used: { $words }
load-control = `{ $field }` holds an invisible character ({ $sign })
load-control-hint = delete it; it has likely come along from another program
load-bidi = `{ $field }` holds an invisible character ({ $sign }) that turns the text
load-long-text = the text of `{ $field }` has { $n } characters: “{ $text }”
load-long-text-hint = at most { $most }; divide it into blocks
load-between = a number from { $min } to { $max }
load-at-least = a number of { $min } or more
load-at-most = a number of { $max } or less
load-smaller = a smaller number
load-kind-table = a set of fields
load-kind-list = a list
load-kind-text = a text
load-kind-whole = a whole number
load-kind-decimal = a decimal number
load-kind-boolean = true or false
load-kind-date = a date
load-kind-number = a number
load-kind-list-of = a list of { $n }
load-kind-words = one of the words { $words }
load-missing-key = the field `{ $key }` is missing
load-example = for example `{ $example }`
load-example-or-state = for example `{ $example }`; if the number comes later, write "udfyldes", and if it is not known, "mangler"
load-unknown-key = there is no field `{ $key }` here
load-danish-only =
    the report is always in Danish: delete the field; --lang only chooses the language of sats itself
load-belongs-above =
    `{ $key }` belongs at the top of the file: move it above the first line with [
load-known-keys = fields that may stand here: { $keys }
load-empty-text = `{ $field }` is empty
load-empty-list = `{ $field }` is empty
load-empty-list-hint = at least one is needed
load-kinds = write one of the kinds: { $words }
load-unknown-kind = { $key } does not know “{ $word }”
load-length = `{ $field }` has { $n } items, { $wanted } are needed
load-since-words = write the year alone: `siden = { $year }`; to print the words: `siden = {"{"} aar = { $year }, tekst = "{ $said }" {"}"}`
load-near-word = did you mean "{ $near }"? Known: { $words }
load-known-words = known: { $words }
load-unknown-word = `{ $field }` does not know the word “{ $word }”
load-not-a-number = `{ $field }` is not a number that can be printed
load-not-a-number-hint = write the number, or "mangler" where it is not known
load-range = the number of `{ $field }` is out of range
load-range-hint = it takes { $allowed }
load-wrong = `{ $field }` is { $is }, not { $want }
load-date-quotes = write the date in quotation marks: `{ $example }`
load-wrong-text = `{ $field }` is the text “{ $text }”, not { $want }
load-number-alone = write the number alone, without quotes and unit: `{ $number }`

## Pictures. The sentence goes on after the file's name: the picture `billeder/a.png` …

load-picture = the picture `{ $file }` { $why }
picture-large = has { $mb } MB; more than { $most } MB are not read
picture-missing = is not there
picture-missing-hint = put it there, or write `tilstand = "mangler"` without `fil`
load-logo-kind = the logo { $name } is a JPEG
load-logo-kind-hint = save it as SVG, or as PNG with a clear ground
load-logo-missing = the logo { $name } is not in billeder/
load-logo-missing-hint = put the file there, or take `logo` out
picture-unreadable = cannot be read: { $why }
picture-smaller = save it in the size that it is printed in, 300 pixels an inch
picture-again = save it again from the program that it was made in
picture-pixels = has { $width } × { $height } pixels; more than { $most } million are not set
picture-unread = cannot be read as { $form }: { $why }
picture-cmyk = is in the ink colours of print (CMYK), which the official PDF cannot show
picture-cmyk-hint =
    save it in RGB; the print edition turns it into ink for the printer that is named
svg-utf8 = is not text in UTF-8 from byte { $at } on
svg-deep = has groups nested deeper than { $most }
svg-other = is not SVG but `{ $name }`
svg-refused = uses `{ $name }`, which cannot be printed
svg-far = has a measure of { $far }; at most { $most } can be drawn
svg-pixels = holds pictures of { $millions } million pixels
svg-elsewhere = shows a picture of another file
svg-bitmap-form = holds a picture that is neither PNG nor JPEG
svg-bitmap-large = holds a picture of more than { $most } MB
svg-bitmap = holds a picture that cannot be read
svg-repeats = repeats itself into more than { $most } parts
svg-circle = repeats itself in a circle with `use`
svg-undrawn = cannot be drawn: { $why }
svg-slow = cannot be drawn within { $seconds } seconds
svg-broken = cannot be drawn
load-known = known: { $names }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }

## Tables, figures, pictures

load-row = the row “{ $row }” has { $cells ->
        [one] one cell
       *[other] { $cells } cells
    } for { $columns ->
        [one] one column
       *[other] { $columns } columns
    }
load-row-hint = one cell a column: "" is empty, "-" a printed dash, "mangler" a lost value
load-row-commas = if these are decimals, write them with a point: `{ $right }`
load-number-text = the number “{ $text }” is written as words
load-figure-state = the figure has values, and its state says that it has none
load-figure-state-hint = take `tilstand` out, or the series
load-figure-empty = the figure has no values
load-figure-empty-hint = add `serier`, or write `tilstand = "mangler"`
load-figure-series = the series has { $values ->
        [one] one value
       *[other] { $values } values
    }, the figure { $categories ->
        [one] one category
       *[other] { $categories } categories
    }
load-figure-series-hint = one value a category; "mangler" where it is lost
load-picture-file = the picture has no file
load-picture-file-hint = name it with `fil`, or write `tilstand = "mangler"`
load-picture-alt = the picture has no alt text
load-picture-alt-hint = say in `alt` what it shows, for those who cannot see it

## Two alike

load-twice = the { $what ->
        [forvaltning] { -forvaltning }
        [fagprincip] { -fagprincip }
        [bydel] { -bydel }
       *[other] { $what }
    } “{ $name }” stands twice
load-twice-hint = give one of them another, or take it out
load-first-here = first here

## Years, dates, names, ages

load-year-folder = the report's year is { $year }, its folder is “{ $folder }”
load-year-folder-hint = give both the same year
load-data-year = the data year { $data } is after the report's year { $year }
load-data-year-hint = the data year is the report's or before
load-date = “{ $date }” is not a date
load-date-hint = write it in quotation marks: `dato = "2024-05-31"`
load-colour = “{ $colour }” is not a colour
load-colour-hint = write it as #0d1f5e: a # and six digits or letters from a to f
load-since = `siden` is the year { $year }
load-since-hint = write a year from 1900 to 2100
load-long-name = `{ $field }` has { $n } characters
load-long-name-hint = { $most } fit
load-no-short-name = `navn` has { $n } characters, and there is no `kort_navn`
load-no-short-name-hint =
    add a `kort_navn` of at most { $most } characters for running heads and charts
load-ages = the ages run from { $from } to { $to }
load-ages-hint = `fra` is not greater than `til`
load-pair-years = the two series of a pair have different years
load-pair-years-hint = give both the same years; "mangler" where a value is not known
load-series-year = “{ $year }” is not a year
load-series-year-hint = write years from 1990 to 2100
load-break = a break in { $year }, but the series goes from { $first } to { $last }
load-break-hint = write the first year that is counted otherwise than the years before, or take `databrud` out
load-city-and-districts = the whole city and { -bydel(form: "flertal") } at once
load-city-and-districts-hint = take out `bydele`, or `bydaekkende`
load-no-place = neither the whole city nor any { -bydel }
load-no-place-hint = write `bydaekkende = true` or `bydele = ["…"]`
load-negative = `{ $field }` is negative: { $n }
load-negative-hint = counts and amounts are zero or more
load-mark = “{ $mark }” is not a footnote mark
load-mark-hint = use *, ** or ***
load-pair-hint = a pair is two series
load-pair = `par = true` with { $n ->
        [one] one series
       *[other] { $n } series
    }

## Order

load-no-file = “{ $id }” has no file
load-no-file-hint = make indsatser/{ $id }.toml, or take the id out here
load-no-order = “{ $id }” is not in raekkefoelge
load-no-order-hint = add it to raekkefoelge in rapport.toml, or move the file away
load-no-orders-hint =
    add it to raekkefoelge and overblik_raekkefoelge in rapport.toml, or move the file away
load-overview-extra = “{ $id }” is not in raekkefoelge
load-overview-missing = “{ $id }” is missing in overblik_raekkefoelge
load-overview-missing-hint = add it, or leave overblik_raekkefoelge out

## References

load-geojson-name = “{ $name }” is not the name of a file beside rapport.toml
load-geojson-name-hint = write the name alone: `bydele.geojson`
load-geojson-missing = there is no file “{ $name }”
load-geojson-missing-hint = put it beside rapport.toml, or take the key out
load-unknown-forvaltning = the { -forvaltning } “{ $name }” is not in forvaltninger.toml
load-forvaltning-code = write "{ $code }", the code of { $name }
load-unknown-fagprincip = { -fagprincip } { $nr } is not in fagprincipper.toml
load-unknown-bydel = the { -bydel } “{ $name }” is not in bydele.toml
load-several-bydele = “{ $name }” is several { -bydel(form: "flertal") }: write { $names }
load-unknown-bydel-hint =
    add the place to bydele.toml as an alias of the { -bydel } that it lies in
load-picture-name = “{ $name }” is not the name of a file in billeder/
load-picture-name-hint = write the name alone: `vaerksted.jpg`
load-picture-kind = “{ $name }” is not a picture that can be set
load-picture-kind-hint = use a .png, .jpg or .svg file
load-unknown-code = no finding has the code “{ $code }”
load-near-code = did you mean { $near }? `sats check --explain { $near }` tells what it is
load-code-hint = codes look like D101

## Texts and placeholders

load-one-line = `{ $field }` is more than one paragraph
load-one-line-hint = write it as one line
load-no-placeholders =
    no placeholders are used here; braces that mean braces are doubled: {"{{"} and {"}}"}
load-own-numbers = this callout knows {"{"}tal.1{"}"} and {"{"}ord.1{"}"} up to { $count }
load-references-only =
    only {"{"}figur.NAME{"}"} and {"{"}tabel.NAME{"}"} are used here; braces that mean braces are doubled: {"{{"} and {"}}"}
load-reference-kind = the block is a { $kind }; write {"{"}{ $kind }.{ $id }{"}"}
load-reference-none =
    no figure or table here has a name; write `id = "NAME"` in the one that is meant, and {"{"}{ $kind }.NAME{"}"} in the text
load-placeholder = there is no placeholder {"{"}{ $name }{"}"}
load-placeholder-names = names begin with antal., ord., beloeb., andel., bydele., navn. or aar.
load-unknown-shared = there is no shared text “{ $name }”
load-shared-needs = the shared text “{ $name }” needs a word for “{ $word }”
load-shared-needs-hint = add `med = {"{"} { $word } = "…" {"}"}`
load-shared-extra = the shared text “{ $name }” has no place for “{ $word }”
load-shared-none = it takes no words

## What prose may not hold

prose-definition = prose holds no link definition
prose-definition-hint = write the link where it stands: [words](https://…)
prose-code = prose holds no code
prose-code-hint = leave the ` signs out
prose-indent-hint = begin the line at the margin; four spaces make code
prose-html = prose holds no HTML
prose-html-hint = leave the tags out; write \< for a plain <
prose-rule = prose holds no rule
prose-rule-hint = leave it out; an empty line divides
prose-footnote = prose holds no footnotes
prose-footnote-hint = use `maerke` and `noter`, or a block with slags = "note"
prose-extension = prose does not take this form
prose-extension-hint = use words
prose-deep = lists or emphasis nested too deep
prose-deep-hint = write it flatter
prose-link = a link to “{ $url }” cannot be used
prose-link-hint = links begin with https://, http:// or mailto:
prose-date = a date at the start of a line makes it a numbered list
prose-date-hint = move the date away from the start of the line, or write 1\. maj
prose-empty-link = a link without words cannot be seen or clicked
prose-empty-link-hint = write the words between [ and ], or delete the link
prose-brace = a brace that belongs to no placeholder
prose-brace-hint = a placeholder is {"{"}name{"}"}; write {"{{"} and {"}}"} for braces
prose-heading = prose holds no headings
prose-quote = prose holds no block quotes
prose-picture = prose holds no pictures
prose-table = prose holds no tables
prose-block-hint = use a block with slags = "{ $slags }"
prose-paragraphs = more than one paragraph where a line should stand

## What everybody gets wrong in TOML

mistake-write = write `{ $right }`
mistake-open-text = the text that begins here is not closed
mistake-open-text-hint = put { $quotes } on a line of its own where the text ends
mistake-open-list = the list that begins here is not closed
mistake-open-list-hint = put ] after its last item
mistake-open-fields = the fields that begin here are not closed
mistake-open-fields-hint = put {"}"} after the last
mistake-backslash = a backslash (\) has a meaning of its own in a text
mistake-backslash-hint = write two (\\), or / instead
mistake-space = a no-break space ({ $sign }) stands where a plain one should
mistake-invisible = an invisible character ({ $sign }) stands here
mistake-invisible-hint = delete it; it has likely come along from Word or a PDF
mistake-brackets = “{ $name }” stands as [{ $name }] and as [[{ $name }]]
mistake-brackets-hint = write [[{ $name }]] each time: there are several
mistake-section-twice = the section { $name } stands twice
mistake-section-twice-hint = put the fields below one of the headings, and delete the other
mistake-field-twice = the key `{ $name }` stands twice
mistake-field-twice-hint = delete one of them
mistake-key-twice = “{ $name }” stands twice
mistake-key-letters = “{ $key }”: keys and headings are written without æ, ø and å
mistake-no-value = the key `{ $key }` has no value
mistake-no-value-hint =
    write the value after =, or delete the line; a value that is not known is written "mangler"
mistake-open-quote = the text lacks its last quote
mistake-after-text = something stands after the text
mistake-after-text-hint =
    a line is one field; move the rest to a line of its own, or put # before a comment
mistake-inner-quote = quotes stand inside the text
mistake-inner-quote-hint = use »…« for the inner one, or write `{ $right }`
mistake-curly = the text is not in straight quotes ("), but in those that Word writes
mistake-boolean = “{ $value }”: yes and no are written true and false
mistake-date = »{ $value }«: a date is written "YYYY-MM-DD"
mistake-semicolon = »{ $value }«: a comma stands between the numbers of a list, not a semicolon
mistake-unit = “{ $value }”: no unit stands after the number
mistake-comma = “{ $value }”: decimals are written with a full stop
mistake-thousands = “{ $value }”: large numbers are written without full stops
mistake-number-space = “{ $value }”: numbers are written without spaces
mistake-bare-text = “{ $value }”: a text stands in quotes
mistake-heading = the heading is not well formed
mistake-heading-hint = write [name], or [[name]] where there may be several
mistake-no-equals = an = is missing between key and value
mistake-no-field = the line is neither a field nor a heading nor a comment
mistake-no-field-hint =
    a field is name = value, a comment begins with #; where the line belongs to a text, look for
    """ above it
mistake-no-comma = a comma is missing
mistake-no-comma-hint = put a comma between the items
mistake-other = the line cannot be read
mistake-other-hint = look for a missing quote, comma or bracket here or on the line above
load-utf16 = the file is saved as UTF-16 (“Unicode”)
load-windows = line { $line } has “{ $sign }” saved in the old way of Windows (ANSI)
load-not-text = the file is not plain text: line { $line }
load-utf8-hint = choose UTF-8 under “Save as” in the editor
not-whole = `{ $field }` is { $written }, but { $unit ->
        [kr] kroner
        [persons] persons
       *[count] counts
    } are whole numbers
not-whole-thousands =
    write { $plain } or { $grouped }: a full stop is the decimal point here, no thousands mark
not-whole-hint = round it, or say what it is the mean of, as a table

load-unknown-figure = the indsats has no figure with id { $id }
load-unknown-figure-hint = give the figure a name: id = "…"
load-figure-twice = two figures or tables have id { $id }
load-figure-twice-hint = give one of them another name

geojson-hint = put it beside rapport.toml, or take `geojson` out: tiles are drawn then
geojson-gone = it cannot be read
geojson-no-text = it is not text in UTF-8
geojson-form-hint = give it a FeatureCollection of polygons in WGS 84 (longitude, latitude)
geojson-no-collection = the file is not a feature collection
geojson-unread = the file is not GeoJSON: { $why }
geojson-no-degrees = the coordinates are not degrees
geojson-apart = the outlines lie { $degrees } degrees apart
geojson-no-polygon = the { -bydel } “{ $name }” has no outline
geojson-no-polygon-hint = name it in a property of its feature, as bydele.toml does
