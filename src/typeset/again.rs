//! A document laid out once more, from where everything stood the last time.
//!
//! Typst begins with a document that nothing is known of and lays it out until what its parts asked
//! of it (pages, counters) is what came of it: at least twice. After an edit most stands where it
//! stood, so that the first time will do. What comes of it holds for itself by the same test.

use typst::comemo::{Constraint, Track};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Context, Output, Scope, StyleChain, Target, TargetElem, Value};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::routines::SpanMode;
use typst::syntax::SyntaxMode;
use typst::utils::Protected;
use typst_layout::PagedIntrospector;

use super::PagedDocument;

/// Times that a document is laid out at most before it is left to Typst.
const TRIES: usize = 4;

/// The document of the world's main file; none where anything is to be said about it, which Typst's
/// own way tells in full.
pub(super) fn document(
    world: &dyn typst::World,
    places: &PagedIntrospector,
) -> Option<PagedDocument> {
    let content = content(world)?;
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let styles = base.chain(&target);
    let mut before: Option<PagedDocument> = None;
    for _ in 0..TRIES {
        let known: &dyn Introspector = match &before {
            Some(document) => Output::introspector(document),
            None => places,
        };
        let (constraint, traced, mut sink) = (Constraint::new(), Traced::default(), Sink::new());
        let mut engine = Engine {
            library,
            world: world.track(),
            introspector: Protected::new(known.track_with(&constraint)),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut engine, &content, styles).ok()?;
        if constraint.validate(Output::introspector(&document)) {
            return is_silent(sink).then_some(document);
        }
        before = Some(document);
    }
    None
}

/// What the main file says.
fn content(world: &dyn typst::World) -> Option<Content> {
    let main = world.source(world.main()).ok()?;
    let include = format!("include {:?}", main.id().get().vpath().get_with_slash());
    let (introspector, context, mut sink) = (EmptyIntrospector, Context::none(), Sink::new());
    let said = (world.library().routines.eval_string)(
        world.track(),
        world.library(),
        sink.track_mut(),
        (&introspector as &dyn Introspector).track(),
        context.track(),
        &include,
        SpanMode::Uniform(main.root().span()),
        SyntaxMode::Code,
        Scope::new(),
    );
    match said {
        Ok(Value::Content(content)) if is_silent(sink) => Some(content),
        _ => None,
    }
}

fn is_silent(mut sink: Sink) -> bool {
    sink.delayed().is_empty() && sink.warnings().is_empty()
}
