//! `sats schema`: the JSON Schema of the data, for editors.

use super::Stop;
use super::screen::Screen;
use crate::report::schema;

pub(super) fn run(screen: &Screen) -> Result<(), Stop> {
    screen.data(&format!("{:#}\n", schema::json_schema()))
}
