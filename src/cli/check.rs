//! `salname check [CHRONICLE]`: what is wrong, in words that say what to do.

use crate::app::load_chronicle;
use crate::data::Severity;
use crate::excerpt;
use crate::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
pub(super) struct CheckArguments {
    /// The chronicle's folder; without it, the built-in chronicle
    chronicle: Option<PathBuf>,
    /// Also look up every excerpt in the sources' full texts, which are in this folder
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<ExitCode, String> {
    let opened = load_chronicle(arguments.chronicle.as_deref()).map_err(|err| err.to_string())?;
    for diagnostic in &opened.diagnostics {
        println!("{diagnostic}");
    }
    let num_errors = opened
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .count();
    let mut num_problems = opened.diagnostics.len();
    if let Some(chronicle) = &opened.chronicle {
        let parts = chronicle.parts();
        println!(
            "{}: {} events, {} tracks, {} places, {} actors, {} sources, {} scenes",
            parts.id,
            parts.events.len(),
            parts.tracks.len(),
            parts.places.len(),
            parts.actors.len(),
            parts.sources.len(),
            parts.scenes.len(),
        );
        if let Some(folder) = &arguments.sources {
            num_problems += check_excerpts(chronicle, folder);
        }
    }
    if num_problems == 0 {
        println!("no problems");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{num_problems} problems, {num_errors} of them errors in records");
    Ok(ExitCode::FAILURE)
}

/// Look up every excerpt; returns how many problems there are.
fn check_excerpts(chronicle: &crate::model::Chronicle, folder: &std::path::Path) -> usize {
    let texts = |name: &str| io::read_text(&folder.join(name)).ok();
    let report = excerpt::check(chronicle, &texts);
    for finding in &report.findings {
        println!("{}", finding.describe(chronicle));
    }
    println!("{} excerpts looked up", report.num_excerpts);
    for &(source, share) in &report.share_by_source {
        println!(
            "  {}: {:.1} % quoted",
            chronicle.source(source).id,
            share * 100.0
        );
    }
    report.findings.len()
}
