//! `salname convert [CHRONICLE] --to FORMAT -o FILE`.

use crate::app::load_chronicle;
use crate::interchange;
use crate::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
pub(super) struct ConvertArguments {
    /// The chronicle's folder; without it, the built-in chronicle
    chronicle: Option<PathBuf>,
    /// The format to write
    #[arg(long, value_enum)]
    to: Format,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Format {
    /// A flat, complete JSON of the chronicle, dates as EDTF and as bounds
    Json,
}

pub(super) fn run(arguments: &ConvertArguments) -> Result<ExitCode, String> {
    let opened = load_chronicle(arguments.chronicle.as_deref()).map_err(|err| err.to_string())?;
    for diagnostic in &opened.diagnostics {
        eprintln!("{diagnostic}");
    }
    let chronicle = opened
        .chronicle
        .ok_or("there is no usable chronicle to convert")?;
    let bytes = match arguments.to {
        Format::Json => {
            let value = interchange::json_from_chronicle(&chronicle);
            let mut text = serde_json::to_string_pretty(&value).map_err(|err| err.to_string())?;
            text.push('\n');
            text.into_bytes()
        }
    };
    io::write_atomic(&arguments.output, &bytes).map_err(|err| err.to_string())?;
    // Records that were left out are a loss that a script must notice.
    let complete = opened.diagnostics.is_empty();
    Ok(if complete {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
