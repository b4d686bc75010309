//! All integration tests, as one program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail"
)]

mod bad_chronicles;
mod chronicle;
mod cpu_renderer;
mod export;
#[cfg(feature = "gpu-parity")]
mod parity;
mod stage;
mod tidy;
mod window;
