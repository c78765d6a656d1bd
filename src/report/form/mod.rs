//! Forms: the workbook in which a forvaltning answers for its indsatser, and its way back into the
//! data.
//!
//! ```text
//! Report ─questions─▶ workbook (.xlsx) ─a contact─▶ read ─▶ import ─▶ edits of the data files
//! ```
//!
//! Every row carries its field and a mark of what it said when the form went out, in hidden columns;
//! every cell for an answer has a defined name made from its field. An answer whose mark is still
//! the same has not been touched; one that has is written only where the data is still what the form
//! went out with.

pub mod answer;
pub mod import;
mod kinds;
mod names;
pub(crate) mod numbers;
pub mod question;
pub mod read;
mod sheets;
mod style;
mod tables;
mod tests;
pub mod workbook;

pub use import::{Changed, Import, Source, import};
pub use kinds::{STATES, unit};
pub use workbook::{Form, Letter, workbook};

crate::codes! {
    /// Codes of forms that come back.
    FORM:
    UNREADABLE "E010";
    FOREIGN "E011";
    ANSWER "E012";
    CONFLICT "E013";
    MOVED "E014";
    REFUSED "E015";
    NOTED "E016";
    UNREAD "E017";
    REMARK "E018";
}
