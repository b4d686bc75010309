//! Salnamə: a chronicle of curated event records as a zoomable chronology beside a map.
//!
//! Start with the [`architecture`]: which room holds what, and who may use whom.

#[cfg(feature = "window")]
pub mod app;
#[cfg(feature = "window")]
pub mod cli;
pub mod data;
pub mod excerpt;
pub mod geo;
pub mod interchange;
#[cfg(feature = "ui")]
pub mod io;
pub mod locale;
pub mod model;
#[cfg(feature = "ui")]
pub mod render;
pub mod state;
#[cfg(feature = "ui")]
pub mod theme;
pub mod time;
#[cfg(feature = "ui")]
pub mod view;
#[cfg(feature = "ui")]
pub mod widget;

#[doc = include_str!("architecture.md")]
pub mod architecture {}
