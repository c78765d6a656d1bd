# What is said of insights whose numbers are not all known.

insight-waits = Told once all numbers are known: { $known } of { $of } are

# An edition that is made although something is missing.
incomplete-edition =
    Incomplete edition: { $values ->
        [one] one value is to be filled in
       *[other] { $values } values are to be filled in
    } and { $texts ->
        [one] one text of last year is not confirmed
       *[other] { $texts } texts of last year are not confirmed
    }. Each place is marked.
incomplete-title = { $title }: incomplete edition
