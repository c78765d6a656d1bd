# Hvad der siges om indsigter, hvis tal ikke alle er kendt.

insight-waits = { $topic }: opgøres, når alle tal er oplyst ({ $known } af { $of } er kendt)
insight-waits-owed = { $topic }: opgøres, når alle tal er oplyst ({ $known } af { $of } er kendt, resten skal oplyses af { $owners })

# En udgave, der laves, selv om noget mangler.
incomplete-edition = Ufuldstændig udgave: { $open }. Hvert sted er mærket.
incomplete-both = { $values }, og { $texts }
incomplete-values =
    { $n ->
        [one] én værdi skal udfyldes
       *[other] { $n } værdier skal udfyldes
    }
incomplete-texts =
    { $n ->
        [one] én tekst fra sidste år er ikke bekræftet
       *[other] { $n } tekster fra sidste år er ikke bekræftet
    }
incomplete-title = { $title }: ufuldstændig udgave

# En fejl i et bibliotek.
internal-error = satsprogrammet gik i stå ved en fejl i sit eget bibliotek: { $words }
internal-error-hint =
    fejlen ligger ikke i data; find stedet nedenfor, skriv det om, og lav udgaven igen
internal-error-indsats = fejlen kommer fra { $indsats }
internal-error-indsats-hint =
    tag links og fremhævelser inde i ord ud en ad gangen, eller lav resten med --only imens
