//! Codes of the findings about the command line.

crate::codes! {
    /// Codes about the command line.
    CLI:
    USAGE "K002" "an argument that the command cannot use"
        "The command was given an argument that it cannot use. `sats help` lists what there is, \
         `sats help build` what one command takes.";
    MISSING "K003" "a file or folder that the command needs is not there"
        "A file or folder that the command needs cannot be read. Run sats in the folder that \
         holds data/, or name the year's folder with --data.";
    WORKBOOK "K005" "a workbook cannot be made"
        "A sheet holds a million rows and 32,767 characters a cell; the data has more.";
    PNG "K010" "a chart cannot be made a PNG"
        "The chart's SVG could not be drawn as a bitmap, most likely because there is not memory \
         enough for its size. The SVG itself is written all the same.";
}
