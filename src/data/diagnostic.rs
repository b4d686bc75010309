//! What the loader tells a person about their files.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The record, or what is named, is left out.
    Error,
    /// Everything is shown; something deserves a look.
    Warning,
    /// Nothing is wrong; a second reader would ask. Said only by a review.
    Remark,
}

/// One problem of a chronicle's files, with the spot to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file, relative to the chronicle's folder, with `/`.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column in characters, counted from 1.
    pub column: u32,
    /// Which record, such as ``event `samur-bridge` ``; `None` for the file itself.
    pub record: Option<String>,
    /// Which field of the record, such as `accounts[1].place`.
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Remark => "remark",
        })
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}: ",
            self.file, self.line, self.column, self.severity
        )?;
        let subject = [self.record.as_deref(), self.field.as_deref()];
        let subject: Vec<&str> = subject.into_iter().flatten().collect();
        if !subject.is_empty() {
            write!(f, "{}: ", subject.join(", "))?;
        }
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "\n  hint: {hint}"),
            None => Ok(()),
        }
    }
}
