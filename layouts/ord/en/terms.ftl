# The report's nouns. Forms: ental (effort), bestemt (the effort), flertal (efforts), alle (the
# efforts).

-indsats = { $form ->
   *[ental] effort
    [bestemt] the effort
    [flertal] efforts
    [alle] the efforts
}
    .koen = faelles
-forvaltning = { $form ->
   *[ental] department
    [bestemt] the department
    [flertal] departments
    [alle] the departments
}
    .koen = faelles
-fagprincip = { $form ->
   *[ental] principle
    [bestemt] the principle
    [flertal] principles
    [alle] the principles
}
    .koen = intet
-grundprincip = { $form ->
   *[ental] basic principle
    [bestemt] the basic principle
    [flertal] basic principles
    [alle] the basic principles
}
    .koen = intet
-bydel = { $form ->
   *[ental] district
    [bestemt] the district
    [flertal] districts
    [alle] the districts
}
    .koen = faelles
-opslag = { $form ->
   *[ental] spread
    [bestemt] the spread
    [flertal] spreads
    [alle] the spreads
}
    .koen = intet
-hele-byen = the whole city
