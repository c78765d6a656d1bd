//! The marks of the texts that are carried over, at the end of each file.

use toml_edit::{DocumentMut, Item, Table, value};

use crate::report::carried::{self, KEY};
use crate::report::model::{Fagprincip, Indsats, Rapport};

/// What stands over the marks.
const WORDS: &str = "\n# Tekster fra sidste år, som ingen har bekræftet. Ret teksten, eller slet dens linje her, når den\n\
                     # er læst og stadig gælder (`sats confirm` sletter linjerne). Rapporten udkommer først derefter.\n";

/// Marks every text of an indsats. A file that is no indsats is left alone: the loader tells why.
pub(super) fn indsats(document: &mut DocumentMut) {
    document.remove(KEY);
    if let Ok(i) = toml::from_str::<Indsats>(&document.to_string()) {
        put(document, carried::of_indsats(&i));
    }
}

/// Marks every text of `rapport.toml` and of the fagprincipper.
pub(super) fn rapport(document: &mut DocumentMut, principper: &[Fagprincip]) {
    document.remove(KEY);
    if let Ok(r) = toml::from_str::<Rapport>(&document.to_string()) {
        put(document, carried::of_rapport(&r, principper));
    }
}

fn put(document: &mut DocumentMut, marks: impl IntoIterator<Item = (String, String)>) {
    let mut table = Table::new();
    for (field, mark) in marks {
        table.insert(&field, value(mark));
    }
    table.decor_mut().set_prefix(WORDS);
    document.insert(KEY, Item::Table(table));
}
