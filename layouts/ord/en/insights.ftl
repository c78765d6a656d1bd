# What is said of insights whose numbers are not all known.

insight-waits = Told once all numbers are known: { $known } of { $of } are.
