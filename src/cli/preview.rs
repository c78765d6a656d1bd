//! `sats preview`: the report in a browser, following every edit.

use std::process::{Command, Stdio};
use std::sync::Arc;

use super::args::Common;
use super::job::Job;
use super::screen::Screen;
use super::{Stop, codes, docs};
use crate::finding::Finding;
use crate::preview::report::ReportCompiler;
use crate::preview::{self, watch};
use crate::report::handbook::{self, More};
use crate::report::load::load;
use crate::text;
use crate::words::system;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Port to listen on [default: the first free one from 3000]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    open: bool,
    /// Show only; nothing can be changed from the browser
    #[arg(long)]
    read_only: bool,
}

pub(super) fn run(args: Args, common: Common, screen: &Screen) -> Result<(), Stop> {
    screen.step(text!("step-preview"));
    let job = Job::resolve(&common)?;
    let stop = watch::Stop::new();
    on_interrupt(&stop).map_err(|err| {
        Stop::misused(Finding::error(codes::USAGE.code, text!("no-ctrl-c", why = system(&err))))
    })?;
    let more =
        docs::more(job.pipeline.layouts(), load(&job.data).report.as_deref(), screen.words())?;
    let words = Arc::clone(screen.words());
    let handbook = move |pictures| handbook::html(&words, &More { pictures, ..more.clone() });
    let mut compiler = ReportCompiler::new(job.data, common.fonts, job.pipeline)
        .with_words(Arc::clone(screen.words()))
        .with_handbook(Box::new(handbook));
    if !args.read_only {
        compiler = compiler.with_editor();
    }
    let mut printed = Ok(());
    preview::run(&mut compiler, args.port, &stop, &mut |address| {
        let url = format!("http://{address}/");
        printed = screen.data(&format!("{url}\n"));
        screen.say(text!("preview-ends"));
        if args.open && !open(&url) {
            screen.say(text!("no-browser"));
        }
    })
    .map_err(Stop::misused)?;
    match printed {
        // Nobody reads the address: the preview itself was not the worse for it.
        Err(Stop::Unread) | Ok(()) => Ok(()),
        other => other,
    }
}

/// The first Ctrl-C (or SIGTERM) asks for the end; a second one forces it.
fn on_interrupt(stop: &watch::Stop) -> std::io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    crate::output::write::handle_signals_elsewhere();
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register_conditional_shutdown(signal, 130, stop.flag())?;
        signal_hook::flag::register(signal, stop.flag())?;
    }
    Ok(())
}

/// Opens the address with what the system has for it.
fn open(url: &str) -> bool {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(args).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}
