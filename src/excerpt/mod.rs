//! Finding a quotation in a full text, and proving all quotations of a chronicle.
//!
//! A quotation is a TextQuoteSelector of the W3C's Web Annotation: the exact words, and where
//! they alone are not unique, the words before and after. Square brackets hold what an editor
//! restored; each character in them stands for any one character of the text.

mod check;
mod find;
mod normalise;

pub use check::{ExcerptReport, Finding, Owner, Problem, check};
pub use find::{Search, find};
pub use normalise::Normalised;
