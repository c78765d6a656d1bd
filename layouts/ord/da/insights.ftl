# Hvad der siges om indsigter, hvis tal ikke alle er kendt.

insight-waits = Opgøres, når alle tal er oplyst: { $known } af { $of } er kendt.
