//! Time as the chronicle knows it: civil minutes, dates as sources give them, calendars,
//! the axis that shows them, and their words.
//!
//! Everything here is pure: no clock, no zone, no locale files, no drawing.
//! A date of coarse precision is an interval with [`Bounds`] everywhere; nothing in here
//! invents a day that a source did not give.
//!
//! ```text
//! "1920-04-2X" ──When::parse──▶ When ──bounds──▶ Bounds ──Window/AxisScale──▶ pixels
//!                                │                             │
//!                                └──format_when──▶ words       └──ticks──▶ format_tick
//! ```

mod calendar;
mod format;
mod minute;
mod parse;
mod scale;
mod ticks;
mod when;

pub use calendar::{Calendar, civil_from_julian, julian_from_civil};
pub use format::{DatePatterns, DateWords, format_minute, format_span, format_tick, format_when};
pub use minute::{Civil, Minute, civil};
pub use scale::{AxisScale, Window};
pub use ticks::{Tick, TickUnit, ticks};
pub use when::{Bounds, EndKind, Precision, When, WhenError};
