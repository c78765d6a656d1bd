//! Codes of the findings about what was asked for.

crate::codes! {
    /// Codes about what was asked for.
    PIPELINE:
    SELECTION "K001" "an excerpt of what the report does not have"
        "--only, --forvaltning or --bydel names what the report does not have, or together they \
         leave no indsats. Ids are the names of the files in indsatser/ without .toml; codes \
         stand in forvaltninger.toml, names in bydele.toml.";
}
