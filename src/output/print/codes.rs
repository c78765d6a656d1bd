//! Codes of the findings about print files and printers' profiles.

crate::codes! {
    /// Codes about print files.
    PRINT:
    UNREADABLE "P101" "the PDF to finish cannot be read"
        "The PDF that Typst exported, or the one that was named, cannot be read as a PDF.";
    PROFILE "P102" "a printer's profile is wrong"
        "A printer's profile (data/trykkerier/*.toml) has an unknown key, a value out of its range \
         or two that contradict each other. Nothing is guessed, because a wrong bleed or ink limit \
         is seen only after printing.";
    ICC "P103" "the printer's ICC profile is missing or is not the one that is asked for"
        "The ICC profile that the printer's profile names is missing, is no output profile for \
         CMYK, is truncated, or has another SHA-256 than is stated. Print shops compare checksums, \
         so a profile of the same name is not enough. Some profiles may not be handed on: get them \
         where the message says and put them beside the printer's profile.";
    BLEED "P104" "the pages have less bleed than the printer asks for"
        "Colour that runs to the edge must go past it, or the knife leaves white. The printer asks \
         for more bleed than the pages have (side.beskaering_mm in theme.toml).";
    COLOUR "P105" "a colour that cannot become ink of the four process colours"
        "The layout uses a colour that has no form in cyan, magenta, yellow and black ink: a spot \
         colour, a conic gradient, or an inline picture. Use theme colours, linear or radial \
         gradients.";
    PICTURE "P106" "a picture that cannot be converted"
        "A picture's samples cannot be read or converted. Save it again as PNG or JPEG with 8 bits \
         a channel.";
    HELD_BACK "P107" "the delivered file is held back, because its preflight found errors"
        "The print file failed its own preflight and is not delivered; the last good file is \
         untouched. The findings above say what to mend.";
}
