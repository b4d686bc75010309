//! Chronicles in formats that other programs read.

mod json;

pub use json::json_from_chronicle;
