# What is said of insights whose numbers are not all known.

insight-waits = { $topic }: told once all numbers are known ({ $known } of { $of } are)
insight-waits-owed = { $topic }: told once all numbers are known ({ $known } of { $of } are, the rest is to be told by { $owners })

# An edition that is made although something is missing.
incomplete-edition = Incomplete edition: { $open }. Each place is marked.
incomplete-both = { $values }, and { $texts }
incomplete-values =
    { $n ->
        [one] one value is to be filled in
       *[other] { $n } values are to be filled in
    }
incomplete-texts =
    { $n ->
        [one] one text of last year is not confirmed
       *[other] { $n } texts of last year are not confirmed
    }
incomplete-title = { $title }: incomplete edition

# A fault of a library.
internal-error = the typesetter broke off at a fault of its own library: { $words }
internal-error-hint =
    the fault is not in the data; find the place below, word it otherwise, and make the edition again
internal-error-indsats = the fault comes from { $indsats }
internal-error-indsats-hint =
    take links and emphasis inside words out one by one, or make the rest with --only meanwhile
