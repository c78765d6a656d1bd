# Rapportens navneord. En rapport om tilbud i kvarterer har en fil som denne i sin egen mappe:
# layouts/ord/da/terms.ftl. Former: ental (indsats), bestemt (indsatsen), flertal (indsatser),
# alle (indsatserne). Køn: faelles (en) eller intet (et).

-indsats = { $form ->
   *[ental] indsats
    [bestemt] indsatsen
    [flertal] indsatser
    [alle] indsatserne
}
    .koen = faelles
-forvaltning = { $form ->
   *[ental] forvaltning
    [bestemt] forvaltningen
    [flertal] forvaltninger
    [alle] forvaltningerne
}
    .koen = faelles
-fagprincip = { $form ->
   *[ental] fagprincip
    [bestemt] fagprincippet
    [flertal] fagprincipper
    [alle] fagprincipperne
}
    .koen = intet
-grundprincip = { $form ->
   *[ental] grundprincip
    [bestemt] grundprincippet
    [flertal] grundprincipper
    [alle] grundprincipperne
}
    .koen = intet
-bydel = { $form ->
   *[ental] bydel
    [bestemt] bydelen
    [flertal] bydele
    [alle] bydelene
}
    .koen = faelles
-opslag = { $form ->
   *[ental] opslag
    [bestemt] opslaget
    [flertal] opslag
    [alle] opslagene
}
    .koen = intet
-hele-byen = hele byen
