//! Indices into the lists of one chronicle.
//!
//! They are small and cheap to copy, and mean nothing in another chronicle: what outlives a
//! chronicle (a session, a scene file, a recipe) stores the record's text id instead.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the chronicle's list.
            pub fn idx(self) -> usize {
                self.0 as usize
            }

            /// The index of the record at `position` of the chronicle's list.
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )+};
}

index! {
    /// An event of the chronicle.
    EventIdx,
    /// A place of the gazetteer.
    PlaceIdx,
    /// An actor: a unit, a person or a body.
    ActorIdx,
    /// A side of the conflict.
    SideIdx,
    /// A source.
    SourceIdx,
    /// A track.
    TrackIdx,
    /// A railway, road or sea lane that tracks follow.
    LineIdx,
    /// A scene.
    SceneIdx,
}
