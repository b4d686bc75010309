//! The command line: open a window, export a picture, check a chronicle, convert it.

mod check;
mod convert;
mod export;
mod lists;
mod open;

use crate::model::Language;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// A chronicle as chronology and map, on any network or none.
#[derive(Parser, Debug)]
#[command(version, about, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    open: open::OpenArguments,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Save a picture as PNG, without a window
    Export(Box<export::ExportArguments>),
    /// Say what is wrong with a chronicle; exit code 0 if nothing, 1 if anything
    Check(check::CheckArguments),
    /// Write a chronicle in another format
    Convert(convert::ConvertArguments),
}

/// Run the program with the process's arguments.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        None => open::run(arguments.open),
        Some(Command::Export(arguments)) => export::run(&arguments),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Convert(arguments)) => convert::run(&arguments),
    };
    match result {
        Ok(code) => code,
        Err(message) => {
            eprintln!("salname: {message}");
            ExitCode::from(2)
        }
    }
}

/// The language of a code on the command line.
fn language(code: &str) -> Result<Language, String> {
    let exact = Language::ALL
        .into_iter()
        .find(|language| language.code() == code);
    exact.ok_or_else(|| format!("`{code}` is not one of az, en, ru, tr"))
}
