# Hvad der siges om indsigter, hvis tal ikke alle er kendt.

insight-waits = { $topic }: opgøres, når alle tal er oplyst ({ $known } af { $of } er kendt)

# En udgave, der laves, selv om noget mangler.
incomplete-edition =
    Ufuldstændig udgave: { $values ->
        [one] én værdi skal udfyldes
       *[other] { $values } værdier skal udfyldes
    } og { $texts ->
        [one] én tekst fra sidste år er ikke bekræftet
       *[other] { $texts } tekster fra sidste år er ikke bekræftet
    }. Hvert sted er mærket.
incomplete-title = { $title }: ufuldstændig udgave

# En fejl i et bibliotek.
internal-error = satsprogrammet gik i stå ved en fejl i sit eget bibliotek: { $words }
internal-error-hint =
    fejlen ligger ikke i data; find stedet nedenfor, skriv det om, og lav udgaven igen
internal-error-indsats = fejlen kommer fra { $indsats }
internal-error-indsats-hint =
    tag links og fremhævelser inde i ord ud en ad gangen, eller lav resten med --only imens
