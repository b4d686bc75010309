//! `salname check [CHRONICLE]`: what is wrong, in words that say what to do.

use super::lists;
use crate::app::read_chronicle;
use crate::data::{self, Severity};
use crate::excerpt;
use crate::io;
use crate::model::{Chronicle, Language};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
pub(super) struct CheckArguments {
    /// The chronicle's folder; without it, the built-in chronicle
    chronicle: Option<PathBuf>,
    /// Also look up every excerpt in the sources' full texts, which are in this folder
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Also list what the accounts disagree about
    #[arg(long)]
    disagreements: bool,
    /// Also list all numbers that the accounts give
    #[arg(long)]
    numbers: bool,
    /// The language of these lists
    #[arg(long, value_parser = super::language, default_value = "en")]
    lang: Language,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<ExitCode, String> {
    let files = read_chronicle(arguments.chronicle.as_deref()).map_err(|err| err.to_string())?;
    let loaded = data::load(&files);
    for diagnostic in &loaded.diagnostics {
        println!("{diagnostic}");
    }
    let of_severity = |severity| {
        let diagnostics = loaded.diagnostics.iter();
        diagnostics
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    };
    let num_errors = of_severity(Severity::Error);
    let mut num_problems = loaded.diagnostics.len();
    let remarks = data::review(&files);
    for remark in &remarks {
        println!("{remark}");
    }
    if let Some(chronicle) = &loaded.chronicle {
        tell_counts(chronicle);
        if let Some(folder) = &arguments.sources {
            num_problems += check_excerpts(chronicle, folder);
        }
        if arguments.disagreements {
            let (list, num_events) = lists::disagreements(chronicle, arguments.lang);
            println!("\n{list}{num_events} events on which accounts disagree");
        }
        if arguments.numbers {
            let (list, num_numbers) = lists::numbers(chronicle, arguments.lang);
            println!("\n{list}\n{num_numbers} numbers");
        }
    }
    let remarks = match remarks.len() {
        0 => String::new(),
        number => format!(", {number} remarks"),
    };
    if num_problems == 0 {
        println!("no problems{remarks}");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{num_problems} problems, {num_errors} of them errors in records{remarks}");
    Ok(ExitCode::FAILURE)
}

/// How many records there are, and how the events' importance is spread.
fn tell_counts(chronicle: &Chronicle) {
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
    let of_importance = |importance: u8| {
        let events = parts.events.iter();
        events
            .filter(|event| event.importance == importance)
            .count()
    };
    let spread: Vec<String> = (1..=5)
        .map(|importance| of_importance(importance).to_string())
        .collect();
    println!("events of importance 1 to 5: {}", spread.join(", "));
}

/// Look up every excerpt; returns how many problems there are.
fn check_excerpts(chronicle: &Chronicle, folder: &std::path::Path) -> usize {
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
