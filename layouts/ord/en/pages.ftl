# Words that the program sets on the pages: key figures, lines, what is missing, a draft's words.

key-grant = Grant { $year }
key-grant-rank = no.{"\u00A0"}{ $rank } of { $of } · { $share } of the funds
key-grants-known = { $known } of { $of } amounts are known
key-grant-owed = to be told by { $owner }
key-grant-unknown = the amount is not known
key-ages = Age of the target group
key-places = Geography
key-since = Since
key-persons = persons
change-none = as in { $year }
change-estimate = { $same ->
    [yes] { $from } in { $year } too
   *[no] { $from } in { $year }
}
change-from = { $way ->
    [up] up
   *[down] down
} from { $from } in { $year }
change-percent = { $way ->
    [up] up
   *[down] down
} { $percent }{"\u00A0"}% from { $from } in { $year }
line-since = Since { $when }
city-wide = City-wide
brief-problem = The problem
brief-target = The target group
brief-course = The trend
course-none = { $name }: { $to } in { $last } as in { $first }
course = { $name }: from { $from } in { $first } to { $to } in { $last }
course-path = { $name }: from { $from } in { $first } by way of { $between } in { $year } to { $to } in { $last }
course-percent =
    { $name }: from { $from } in { $first } to { $to } in { $last }, { $way ->
        [up] up
       *[down] down
    }{"\u00A0"}{ $percent }{"\u00A0"}%
age = aged { $years }
excerpt-total = Total of the excerpt
excerpt-of-all = of { $kroner } in the whole report
sum-unknown = ··, { $known } of { $of } known

## What is missing

lacks-confirmed = { $n } { $n ->
    [one] text
   *[other] texts
} of last year not confirmed
lacks-unknown = { $what }: not known or cannot be counted
lacks-year = { $series } { $year }
lacks-part = The part “{ $name }” of the grant
lacks-numbers = { $n } { $n ->
    [one] number
   *[other] numbers
} in “{ $title }”
lacks-figure = { $title } (figure)
lacks-values = { $n } { $n ->
    [one] value
   *[other] values
} in the table “{ $title }”
lacks-picture = The picture “{ $caption }”
lacks-picture-plain = A picture without a caption

## Drafts

draft-same = Nothing has changed since { $since }.
draft-changes = Changes since { $since }: { $n } in all.
draft-not-compared = The draft is not compared with earlier data.
draft-own = The report
draft-common = Shared texts
draft-computed = Computed from the data
draft-whole = The whole { -indsats }
draft-compared = compared with { $since }
draft-since = { $what } (data { $version })
draft-held-back-kinds = { CAP($kinds) }
draft-held-back-report = The report's own numbers
draft-held-back-own = Held back, for a number is missing: { $numbers }
draft-held-back = { $n ->
    [one] Held back, for a number is missing
   *[other] Held back for all { $n }, for a number is missing
}
draft-in-preview = Draft · as a preview

## Attached files

attached-data = The report's data, { $file }
attached-table = { $of }: the table { $table }
attached-figure = the numbers behind the figure { $figure }
attached-figure-of = { $of }: the numbers behind the figure { $figure }
target-head = Target group
places-head = Geography
places-printed-head = Geography as printed
