//! The records of a chronicle, validated and indexed: what every view reads.
//!
//! Nothing here reads files or knows a screen. A [`Chronicle`] is immutable; loading again makes
//! a new one.

mod chronicle;
mod id;
mod kinds;
mod language;
mod records;

pub use chronicle::{Chronicle, ChronicleParts, Difference, Progress};
pub use id::{ActorIdx, EventIdx, LineIdx, PlaceIdx, SceneIdx, SideIdx, SourceIdx, TrackIdx};
pub use kinds::{
    ActorKind, CountKind, EventKind, LineKind, PlaceKind, RelationKind, SourceKind, Status,
    UnitSymbol,
};
pub use language::{Language, LocalText};
pub use records::{
    Account, Actor, Camera, Count, Event, Excerpt, Line, Locator, Message, Opening, Place,
    Relation, Scene, Side, Source, Stop, Track,
};
