//! The records themselves, as they stand after validation.

use super::{
    ActorIdx, ActorKind, CountKind, EventIdx, EventKind, LineKind, LocalText, PlaceIdx, PlaceKind,
    RelationKind, SideIdx, SourceIdx, SourceKind, Status, UnitSymbol,
};
use crate::geo::{LonLat, Polyline};
use crate::time::{Minute, When, Window};

/// A side of the conflict.
#[derive(Clone, Debug)]
pub struct Side {
    /// The record's id.
    pub id: Box<str>,
    /// Its name.
    pub name: LocalText,
    /// Which hue of the theme's palette it takes, counted from 0.
    pub hue: u8,
}

/// A place of the gazetteer.
#[derive(Clone, Debug)]
pub struct Place {
    /// The record's id.
    pub id: Box<str>,
    /// Today's name.
    pub name: LocalText,
    /// The name in use at the time, where it differed.
    pub old_name: LocalText,
    /// What sort of place.
    pub kind: PlaceKind,
    /// Where, in WGS 84.
    pub at: LonLat,
    /// How far the true spot may be from `at`, in kilometres.
    pub precision_km: f64,
    /// 1 to 5; decides which labels survive where there is no room.
    pub importance: u8,
    /// The editor's remark.
    pub note: LocalText,
}

/// A unit, a person or a body.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The record's id.
    pub id: Box<str>,
    /// The full name.
    pub name: LocalText,
    /// A short form for the map; empty if the full name is short enough.
    pub short: LocalText,
    /// What sort of actor.
    pub kind: ActorKind,
    /// The symbol on the map.
    pub symbol: UnitSymbol,
    /// The side.
    pub side: Option<SideIdx>,
    /// The formation or body it belonged to.
    pub parent: Option<ActorIdx>,
    /// Office held at the time, for people; composition, for units.
    pub office: LocalText,
}

/// A railway, road or sea lane that tracks follow.
#[derive(Clone, Debug)]
pub struct Line {
    /// The record's id.
    pub id: Box<str>,
    /// Its name.
    pub name: LocalText,
    /// What it is.
    pub kind: LineKind,
    /// The places on it, in order, with their distance from the line's start in kilometres.
    pub places: Vec<(PlaceIdx, f64)>,
    /// Its course.
    pub course: Polyline,
}

/// A text or work that accounts come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The record's id.
    pub id: Box<str>,
    /// The title in its own language.
    pub title: Box<str>,
    /// The title's meaning in the reader's language.
    pub title_meaning: LocalText,
    /// The author, as far as known.
    pub author: LocalText,
    /// Where and when it appeared.
    pub published: LocalText,
    /// What sort of source.
    pub kind: SourceKind,
    /// The language code of its text.
    pub language: Box<str>,
    /// Its standpoint, in a line.
    pub standpoint: LocalText,
    /// The sources in which it was read, if it was not read itself.
    pub through: Vec<SourceIdx>,
    /// The file name of its full text, for checking excerpts.
    pub text_file: Option<Box<str>>,
}

/// Where in a source a statement stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Locator {
    /// A page, as printed.
    Page(Box<str>),
    /// A paragraph, counted from 1.
    Paragraph(u32),
    /// A footnote.
    Footnote(u32),
    /// A named part.
    Section(LocalText),
}

/// The quoted words that an account rests on: a TextQuoteSelector of the W3C's Web Annotation.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The quoted words; restored characters stand in square brackets.
    pub exact: Box<str>,
    /// Words directly before, where `exact` alone is not unique.
    pub prefix: Box<str>,
    /// Words directly after, where `exact` alone is not unique.
    pub suffix: Box<str>,
    /// The words' meaning in the reader's language.
    pub rendering: LocalText,
}

/// A number that an account gives.
#[derive(Clone, PartialEq, Debug)]
pub struct Count {
    /// What is counted.
    pub what: CountKind,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// Whether the source says "about".
    pub approximate: bool,
    /// What exactly was counted.
    pub note: LocalText,
}

/// What one source says of an event or a stop.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who says it.
    pub source: SourceIdx,
    /// The source in which this was read, if the source was not read itself.
    pub through: Option<SourceIdx>,
    /// Where in the source.
    pub locator: Option<Locator>,
    /// What it says, in our words.
    pub says: LocalText,
    /// When, according to this source.
    pub when: Option<When>,
    /// Where, according to this source.
    pub place: Option<PlaceIdx>,
    /// The numbers it gives.
    pub counts: Vec<Count>,
    /// The quoted words.
    pub excerpt: Option<Excerpt>,
    /// What the editor inferred, and from what.
    pub inference: LocalText,
}

/// Who wrote to whom, from where: of a telegram, a letter, a note or an appeal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// Who sent it.
    pub from: Vec<ActorIdx>,
    /// Whom it was meant for.
    pub to: Vec<ActorIdx>,
    /// Where it was sent.
    pub sent_from: Option<PlaceIdx>,
    /// Where it was to arrive.
    pub sent_to: Option<PlaceIdx>,
}

/// How an event stands to another.
#[derive(Clone, Copy, Debug)]
pub struct Relation {
    /// In which way.
    pub kind: RelationKind,
    /// To which event.
    pub to: EventIdx,
}

/// One thing that happened, or was ordered, said or planned.
#[derive(Clone, Debug)]
pub struct Event {
    /// The record's id.
    pub id: Box<str>,
    /// The title.
    pub title: LocalText,
    /// A few sentences.
    pub summary: LocalText,
    /// What sort of event.
    pub kind: EventKind,
    /// When, in the editor's choice.
    pub when: When,
    /// Why the editor chose this date, where sources differ or leave it open.
    pub date_reason: LocalText,
    /// Order among events of the same time.
    pub order: i32,
    /// Where, if anywhere.
    pub place: Option<PlaceIdx>,
    /// Who took part; the first one's side gives the event its colour.
    pub actors: Vec<ActorIdx>,
    /// Who wrote to whom, if it is a message.
    pub message: Option<Message>,
    /// What happened, or what was meant to happen.
    pub status: Status,
    /// 1 to 5.
    pub importance: u8,
    /// Who says so.
    pub accounts: Vec<Account>,
    /// How it stands to other events.
    pub relations: Vec<Relation>,
    /// What the accounts disagree about, in the editor's words.
    pub disagreement: LocalText,
}

/// One stop of a track.
#[derive(Clone, Debug)]
pub struct Stop {
    /// Where.
    pub place: PlaceIdx,
    /// When it was there.
    pub when: When,
    /// The course from the stop before; `None` means straight and conjectural.
    pub course: Option<Polyline>,
    /// The event that this stop is.
    pub event: Option<EventIdx>,
    /// Who says so.
    pub accounts: Vec<Account>,
    /// The editor's remark.
    pub note: LocalText,
}

/// The dated movement of one actor.
#[derive(Clone, Debug)]
pub struct Track {
    /// The record's id.
    pub id: Box<str>,
    /// The title.
    pub title: LocalText,
    /// Who moves.
    pub actor: ActorIdx,
    /// What happened, or what was ordered.
    pub status: Status,
    /// The stops, in order of time; at least one.
    pub stops: Vec<Stop>,
}

/// Where the map looks: the centre and Web Mercator zoom (256-point tiles).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Camera {
    /// The centre.
    pub center: LonLat,
    /// The zoom; one more doubles the scale.
    pub zoom: f64,
}

/// How a chronicle opens.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The window of time.
    pub window: Window,
    /// The time cursor.
    pub cursor: Minute,
    /// Where the map looks.
    pub camera: Camera,
    /// The event that is selected.
    pub event: Option<EventIdx>,
}

/// A saved view with words.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The record's id.
    pub id: Box<str>,
    /// The title.
    pub title: LocalText,
    /// What is said with it.
    pub text: LocalText,
    /// What it shows.
    pub opening: Opening,
}
