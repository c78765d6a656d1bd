# The words of figures: alt texts, subtitles, notes, the table behind a figure.

alt-behind = All numbers are in the table after the figure.
alt-beside = All numbers are in the CSV file beside the picture.
chart-of = { $of }: { $words }
alt-columns = Column chart
alt-lines = Line chart
alt-shares = A bar of 100% in parts.
alt-waffle = A hundred squares, filled by share.
alt-bars = Bar chart.
alt-bars-empty = Bar chart without numbers.
alt-bars-top = { $n } bars. At the top: { $first }. At the bottom: { $last }.
alt-groups = Groups of bars.
alt-groups-count = Groups of bars with { $n } numbers.
alt-at = { $kind }, { $when }.
alt-span = { $kind }, { $first } to { $last }.
alt-break = From { $name } the numbers do not compare with those before.
alt-value-in = { $value } in { $name }
alt-ends = { $first }, { $last }; highest { $most }, lowest { $least }
alt-no-numbers = no numbers
alt-every-year = in every year
alt-every-month = in every month
alt-throughout = throughout
alt-from-to = { $name } from { $from } to { $to }
alt-slope = Two points for each row: { $before } and { $after }. { $rows }.
alt-panels = { $n ->
    [one] A small column chart
   *[other] { $n } small column charts
}
alt-rise = { $n } { $n ->
    [one] rises
   *[other] rise
}
alt-fall = { $n } { $n ->
    [one] falls
   *[other] fall
}
alt-moves = From the first to the last number: { $moves }.
alt-no-moves = From the first to the last number nothing has changed.
alt-strip-plain = Dots on a line.
alt-strip = { $n } dots on a line from { $least } to { $most }.
alt-strip-columns = Columns over a line from { $least } to { $most }: how many of { $n } amounts lie where.
alt-strip-own = { $name } receives { $amount } and is no. { $rank } by amount.
alt-matrix = Matrix.
alt-map = Map of { $city }.
alt-tiles = Tile map of { $city }.
alt-map-none = None: { $names }.
alt-map-marked = Marked: { $names }.
value-withheld = not shown, to protect individuals
value-none = none
value-missing = the number is missing
value-estimated = c.{"\u00A0"}{ $value }
value-preliminary = { $value } (preliminary)
yes = yes
no = no
kroner-head = Kroner

mark-estimated-dot = Hollow dot: estimated number.
mark-estimated = Hatched and c.: estimated number.
mark-preliminary-dot = Hollow dot: preliminary number.
mark-preliminary = Outline only: preliminary number.
mark-break = Dashed line: the numbers from { $year } do not compare with the years before.
mark-missing = Empty field: the number is missing.
mark-withheld = Empty field: the number is left out because it is about too few people.
series-title = { $series } a year
series-as-well = { $first } as well as { $last }
figure-kroner-in = Kroner in { $year }
money-rank = No. { $rank } of { $of } by amount.
money-parts = Of this { $parts }
money-lasting = The grant is lasting.
money-known = { $known } of { $of } amounts are known.
unit-count = number
unit-persons = number of people
unit-percent = per cent
unit-kroner = kroner
unit-years = years
unit-days = days
unit-hours = hours
unit-months = months
chart-source = Source: { $source }
