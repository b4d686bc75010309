//! All integration tests, as one program.

mod bad_chronicles;
mod chronicle;
mod cpu_renderer;
mod export;
#[cfg(feature = "gpu-parity")]
mod parity;
mod stage;
mod tidy;
mod window;
