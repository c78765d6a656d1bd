//! Changing the data from the browser: what is asked, and what is answered. How it is done, an
//! [`Editor`] knows.

use serde::{Deserialize, Serialize};

use crate::text;
use crate::words::{Text, Words};

/// Reads and changes the fields of the data.
pub trait Editor: Send + Sync {
    /// The words that a refusal is told in.
    fn words(&self) -> &Words;

    /// The fields of a file that are asked for, and all inside them.
    ///
    /// # Errors
    /// There are none, or the data cannot be read.
    fn fields(&self, asked: &Asked) -> Result<Vec<Field>, Refusal>;

    /// Changes a field; of a trial (`dry`) nothing is written.
    ///
    /// # Errors
    /// Why not.
    fn change(&self, change: &Change) -> Result<Changed, Refusal>;

    /// Does more than changing a field.
    ///
    /// # Errors
    /// Why not.
    fn act(&self, act: &Act) -> Result<Changed, Refusal>;

    /// Takes the last change back.
    ///
    /// # Errors
    /// There is none, or the file has changed since.
    fn undo(&self) -> Result<Changed, Refusal>;
}

/// Where: a data file and a field in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The file below the data folder: `indsatser/ludo.toml`.
    pub file: String,
    /// The field: `brugere.serie[0]`; empty for the whole file.
    pub field: String,
}

/// Which fields: of a file, these and all inside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The file below the data folder.
    pub file: String,
    /// The fields; none for the whole file.
    #[serde(default)]
    pub fields: Vec<String>,
}

/// What is done besides changing a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase", deny_unknown_fields)]
pub enum Act {
    /// Accepts a finding, with a reason.
    Accept {
        /// Its code.
        code: String,
        /// Where it is.
        file: String,
        /// In which field.
        field: String,
        /// Why it is right all the same.
        reason: String,
    },
    /// Confirms texts of last year.
    Confirm {
        /// Their file.
        file: String,
        /// The fields; none for all of the file.
        fields: Vec<String>,
    },
    /// Adds an indsats.
    Add {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// Codes of its forvaltninger, the answering one first.
        forvaltninger: Vec<String>,
        /// Numbers of its fagprincipper.
        fagprincipper: Vec<u8>,
        /// Id of the one that it follows; last where none is named.
        after: Option<String>,
    },
    /// Gives an indsats another id or name.
    Rename {
        /// Its id.
        id: String,
        /// Its id from now on.
        to: String,
        /// Its name from now on.
        name: Option<String>,
    },
    /// Takes an indsats out.
    Remove {
        /// Its id.
        id: String,
    },
    /// Moves an indsats.
    Move {
        /// Its id.
        id: String,
        /// Id of the one that it follows; first where none is named.
        after: Option<String>,
    },
    /// Puts a block into an indsats.
    Insert {
        /// The file.
        file: String,
        /// The list of blocks: `blok`, `brugere.blok`.
        list: String,
        /// Before which one; the list's length for last.
        at: usize,
        /// Kind of the block.
        kind: String,
    },
    /// Sets whether a comment is done.
    Done {
        /// The comment.
        id: String,
        /// Whether it is.
        done: bool,
    },
    /// Takes a block out of an indsats.
    Delete {
        /// The file.
        file: String,
        /// The block: `blok[3]`.
        field: String,
    },
}

/// A field as the browser shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Its name in Danish.
    pub label: String,
    /// How it is answered: `tekst`, `prosa`, `tal`, `heltal`, `jaNej`, `bydele`.
    pub kind: &'static str,
    /// The unit of its number, in Danish; empty where it has none.
    pub unit: String,
    /// What it says, as people write it.
    pub value: String,
    /// The word of its state, of numbers.
    pub state: String,
    /// The states that can be chosen.
    pub states: Vec<String>,
    /// To be handed back with a change, so that nothing newer is written over.
    pub seen: String,
    /// How one writes it, as the model says; empty where it does not.
    pub example: String,
    /// What it is, in Danish, as the model says.
    pub help: String,
    /// What last year's report said.
    pub before: Option<String>,
    /// Code of the forvaltning that answers.
    pub owner: String,
    /// Whether it is a text of last year that nobody has confirmed.
    pub open: bool,
    /// File and line for people and their editors.
    pub at: String,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// The mark of the value that was shown.
    pub seen: String,
    /// What it is to say, as people write it.
    pub value: String,
    /// The word of its state, of numbers.
    #[serde(default)]
    pub state: Option<String>,
    /// Only tell what would come of it.
    #[serde(default)]
    pub dry: bool,
}

/// What came of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The field's name.
    pub label: String,
    /// Where.
    pub place: Place,
    /// What it said, for people.
    pub old: String,
    /// What it says now, for people.
    pub new: String,
    /// The mark of what is there now; the next change sends it along.
    pub seen: String,
    /// What is to be told about it: how a number was read, what `check` warns of.
    pub told: Vec<String>,
    /// How many changes can be taken back.
    pub undo: usize,
}

/// Why nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such field.
    Unknown(Text),
    /// The field has changed since it was shown; as it is now.
    Conflict(Box<Field>),
    /// The value cannot be so, and why.
    Faulty(Vec<Text>),
}

/// What a request asks of the editor: the answer's status and its JSON.
#[must_use]
pub fn answer(editor: &dyn Editor, path: &str, body: &[u8]) -> (u16, String) {
    let done = match path {
        "/fields" => read(body).and_then(|asked: Asked| told(&editor.fields(&asked)?)),
        "/change" => read(body).and_then(|change: Change| told(&editor.change(&change)?)),
        "/act" => read(body).and_then(|act: Act| told(&editor.act(&act)?)),
        "/undo" => editor.undo().and_then(|changed| told(&changed)),
        _ => Err(Refusal::Unknown(text!("edit-no-act"))),
    };
    match done {
        Ok(json) => (200, json),
        Err(Refusal::Unknown(why)) => (404, messages(editor.words(), &[why])),
        Err(Refusal::Faulty(why)) => (422, messages(editor.words(), &why)),
        Err(Refusal::Conflict(now)) => {
            (409, serde_json::json!({ "messages": [], "now": now }).to_string())
        }
    }
}

fn read<T: for<'d> Deserialize<'d>>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|_| Refusal::Faulty(vec![text!("edit-no-request")]))
}

fn told<T: Serialize>(value: &T) -> Result<String, Refusal> {
    serde_json::to_string(value).map_err(|err| Refusal::Faulty(vec![err.to_string().into()]))
}

fn messages(words: &Words, told: &[Text]) -> String {
    let told: Vec<String> = told.iter().map(|text| words.say(text)).collect();
    serde_json::json!({ "messages": told }).to_string()
}
