//! Functions that the host gives layouts besides Typst's own.

use std::sync::LazyLock;

use typst::foundations::{CastInfo, NativeFuncData, NativeFuncPtr, Scope};

/// A function: its names in code and in messages, what it is for, what it gives, and whether
/// it asks for the context that it is called in.
pub(super) const fn native(
    function: NativeFuncPtr,
    (name, title): (&'static str, &'static str),
    docs: &'static str,
    returns: &'static (dyn Fn() -> CastInfo + Send + Sync),
    contextual: bool,
) -> NativeFuncData {
    NativeFuncData {
        function,
        name,
        title,
        docs,
        def_site: None,
        keywords: &[],
        contextual,
        scope: LazyLock::new(&Scope::new),
        params: LazyLock::new(&Vec::new),
        returns: LazyLock::new(returns),
    }
}
