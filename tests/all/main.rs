//! All integration tests, as one program: linking Typst once is dear enough.

mod official;
mod typeset;
