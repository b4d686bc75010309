//! The chronicle format as it stands in RON files: plain structures that serde reads.
//!
//! `data/README.md` describes each field for someone who writes a chronicle. References are text
//! ids here; the loader resolves them, checks everything, and makes the model's records.

use crate::model::{
    ActorKind, CountKind, EventKind, Language, LineKind, LocalText, PlaceKind, RelationKind,
    SourceKind, Status, UnitSymbol,
};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

/// The format version that this program writes and the newest it reads.
pub const FORMAT: u32 = 1;

/// A text in several languages, `(az: "…", en: "…")`, or a plain string that serves for all.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The words.
    pub local: LocalText,
    /// Whether it was written as one plain string, which needs no translation.
    pub is_plain: bool,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(TEXT_EXPECTED)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text {
            local: LocalText::same(text),
            is_plain: true,
        })
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Text, E> {
        Err(E::invalid_type(serde::de::Unexpected::Unit, &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        const CODES: &[&str] = &["az", "en", "ru", "tr"];
        let mut local = LocalText::default();
        while let Some(code) = map.next_key::<String>()? {
            let language = Language::ALL.into_iter().find(|lang| lang.code() == code);
            let Some(language) = language else {
                return Err(A::Error::unknown_field(&code, CODES));
            };
            if local.exact(language).is_some() {
                return Err(A::Error::duplicate_field(language.code()));
            }
            local.set(language, &map.next_value::<String>()?);
        }
        Ok(Text {
            local,
            is_plain: false,
        })
    }
}

/// How a [`Text`] says what it should be.
pub const TEXT_EXPECTED: &str = "a text";

/// A kind of record that files hold.
pub trait RecordKind: serde::de::DeserializeOwned {
    /// The name before its bracket.
    const NAME: &'static str;
    /// What it is called in messages.
    const WORD: &'static str;
    /// Its id.
    fn id(&self) -> &str;
}

macro_rules! record_kinds {
    ($($file:ident $name:literal $word:literal),+ $(,)?) => {$(
        impl RecordKind for $file {
            const NAME: &'static str = $name;
            const WORD: &'static str = $word;

            fn id(&self) -> &str {
                &self.id
            }
        }
    )+};
}

record_kinds! {
    ChronicleFile "Chronicle" "chronicle",
    SideFile "Side" "side",
    PlaceFile "Place" "place",
    LineFile "Line" "line",
    ActorFile "Actor" "actor",
    SourceFile "Source" "source",
    EventFile "Event" "event",
    TrackFile "Track" "track",
    SceneFile "Scene" "scene",
    SpellingFile "Spelling" "spelling",
}

/// The fields that a record or part of one cannot do without, by its name in the files.
pub fn required_fields(name: &str) -> &'static [&'static str] {
    match name {
        "Chronicle" => &[
            "format", "id", "version", "title", "summary", "licence", "opening",
        ],
        "Opening" => &["window", "at", "camera"],
        "Camera" => &["lon", "lat", "zoom"],
        "Side" => &["id", "name", "hue"],
        "Place" => &[
            "id",
            "name",
            "kind",
            "lon",
            "lat",
            "precision_km",
            "importance",
        ],
        "Line" => &["id", "name", "kind", "points"],
        "Actor" => &["id", "name", "kind", "symbol"],
        "Source" => &["id", "title", "kind", "language", "standpoint"],
        "Excerpt" => &["exact", "rendering"],
        "Count" => &["what", "value"],
        "Account" => &["source", "says"],
        "Relation" => &["kind", "to"],
        "Event" => &[
            "id",
            "title",
            "summary",
            "kind",
            "date",
            "importance",
            "accounts",
        ],
        "Stop" => &["place", "date", "accounts"],
        "Track" => &["id", "title", "actor", "stops"],
        "Spelling" => &["id", "write", "never"],
        "Scene" => &["id", "title", "text", "opening"],
        _ => &[],
    }
}

/// `chronicle.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Chronicle", deny_unknown_fields)]
pub struct ChronicleFile {
    pub format: u32,
    pub id: String,
    pub version: String,
    pub title: Text,
    pub summary: Text,
    #[serde(default)]
    pub about: Text,
    pub licence: String,
    pub opening: OpeningFile,
}

/// How a chronicle or a scene opens.
#[derive(Deserialize, Debug)]
#[serde(rename = "Opening", deny_unknown_fields)]
pub struct OpeningFile {
    pub window: String,
    pub at: String,
    pub camera: CameraFile,
    #[serde(default)]
    pub event: Option<String>,
}

/// Where the map looks.
#[derive(Deserialize, Debug)]
#[serde(rename = "Camera", deny_unknown_fields)]
pub struct CameraFile {
    pub lon: f64,
    pub lat: f64,
    pub zoom: f64,
}

/// One record of `sides.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Side", deny_unknown_fields)]
pub struct SideFile {
    pub id: String,
    pub name: Text,
    pub hue: u8,
}

/// One record of `places.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Place", deny_unknown_fields)]
pub struct PlaceFile {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub old_name: Text,
    pub kind: PlaceKind,
    pub lon: f64,
    pub lat: f64,
    pub precision_km: f64,
    pub importance: u8,
    #[serde(default)]
    pub note: Text,
}

/// One record of `lines.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Line", deny_unknown_fields)]
pub struct LineFile {
    pub id: String,
    pub name: Text,
    pub kind: LineKind,
    pub points: Vec<LinePoint>,
}

/// A point of a line: a place of the gazetteer or a bend.
#[derive(Deserialize, Debug)]
pub enum LinePoint {
    /// A place, by id.
    Place(String),
    /// A bend: longitude, latitude.
    At(f64, f64),
}

/// One record of `actors.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Actor", deny_unknown_fields)]
pub struct ActorFile {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub short: Text,
    pub kind: ActorKind,
    pub symbol: UnitSymbol,
    #[serde(default)]
    pub side: Option<String>,
    #[serde(default)]
    pub parent: Option<String>,
    #[serde(default)]
    pub office: Text,
}

/// One record of `sources.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Source", deny_unknown_fields)]
pub struct SourceFile {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_meaning: Text,
    #[serde(default)]
    pub author: Text,
    #[serde(default)]
    pub published: Text,
    pub kind: SourceKind,
    pub language: String,
    pub standpoint: Text,
    #[serde(default)]
    pub through: Vec<String>,
    #[serde(default)]
    pub text_file: Option<String>,
}

/// Where in a source a statement stands.
#[derive(Deserialize, Debug)]
pub enum LocatorFile {
    /// A page, as printed.
    Page(String),
    /// A paragraph, counted from 1.
    Paragraph(u32),
    /// A footnote.
    Footnote(u32),
    /// A named part.
    Section(Text),
}

/// The quoted words.
#[derive(Deserialize, Debug)]
#[serde(rename = "Excerpt", deny_unknown_fields)]
pub struct ExcerptFile {
    pub exact: String,
    #[serde(default)]
    pub prefix: String,
    #[serde(default)]
    pub suffix: String,
    pub rendering: Text,
}

/// A number that an account gives.
#[derive(Deserialize, Debug)]
#[serde(rename = "Count", deny_unknown_fields)]
pub struct CountFile {
    pub what: CountKind,
    pub value: f64,
    #[serde(default)]
    pub to: Option<f64>,
    #[serde(default)]
    pub approximate: bool,
    #[serde(default)]
    pub note: Text,
}

/// What one source says.
#[derive(Deserialize, Debug)]
#[serde(rename = "Account", deny_unknown_fields)]
pub struct AccountFile {
    pub source: String,
    #[serde(default)]
    pub through: Option<String>,
    #[serde(default)]
    pub locator: Option<LocatorFile>,
    pub says: Text,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
    #[serde(default)]
    pub counts: Vec<CountFile>,
    #[serde(default)]
    pub excerpt: Option<ExcerptFile>,
    #[serde(default)]
    pub inference: Text,
}

/// Who wrote to whom.
#[derive(Deserialize, Debug)]
#[serde(rename = "Message", deny_unknown_fields)]
pub struct MessageFile {
    #[serde(default)]
    pub from: Vec<String>,
    #[serde(default)]
    pub to: Vec<String>,
    #[serde(default)]
    pub sent_from: Option<String>,
    #[serde(default)]
    pub sent_to: Option<String>,
}

/// How an event stands to another.
#[derive(Deserialize, Debug)]
#[serde(rename = "Relation", deny_unknown_fields)]
pub struct RelationFile {
    pub kind: RelationKind,
    pub to: String,
}

/// One record of `events/*.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Event", deny_unknown_fields)]
pub struct EventFile {
    pub id: String,
    pub title: Text,
    pub summary: Text,
    pub kind: EventKind,
    pub date: String,
    #[serde(default)]
    pub date_reason: Text,
    #[serde(default)]
    pub order: i32,
    #[serde(default)]
    pub place: Option<String>,
    #[serde(default)]
    pub actors: Vec<String>,
    #[serde(default)]
    pub message: Option<MessageFile>,
    #[serde(default = "actual")]
    pub status: Status,
    pub importance: u8,
    pub accounts: Vec<AccountFile>,
    #[serde(default)]
    pub relations: Vec<RelationFile>,
    #[serde(default)]
    pub disagreement: Text,
}

fn actual() -> Status {
    Status::Actual
}

/// One stop of a track.
#[derive(Deserialize, Debug)]
#[serde(rename = "Stop", deny_unknown_fields)]
pub struct StopFile {
    pub place: String,
    pub date: String,
    /// The id of the line that was followed from the stop before.
    #[serde(default)]
    pub along: Option<String>,
    #[serde(default)]
    pub event: Option<String>,
    pub accounts: Vec<AccountFile>,
    #[serde(default)]
    pub note: Text,
}

/// One record of `tracks/*.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Track", deny_unknown_fields)]
pub struct TrackFile {
    pub id: String,
    pub title: Text,
    pub actor: String,
    #[serde(default = "actual")]
    pub status: Status,
    pub stops: Vec<StopFile>,
}

/// One record of `spellings.ron`: how a name is written, and how not.
#[derive(Deserialize, Debug)]
#[serde(rename = "Spelling", deny_unknown_fields)]
pub struct SpellingFile {
    pub id: String,
    pub write: Text,
    pub never: NeverFile,
}

/// Spellings to be avoided, by language.
#[derive(Deserialize, Debug)]
#[serde(rename = "Never", deny_unknown_fields)]
pub struct NeverFile {
    #[serde(default)]
    pub az: Vec<String>,
    #[serde(default)]
    pub en: Vec<String>,
    #[serde(default)]
    pub ru: Vec<String>,
    #[serde(default)]
    pub tr: Vec<String>,
}

impl NeverFile {
    /// Every language with its list.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &[String])> {
        let lists = [&self.az, &self.en, &self.ru, &self.tr];
        Language::ALL
            .into_iter()
            .zip(lists.into_iter().map(Vec::as_slice))
    }
}

/// One record of `scenes.ron`.
#[derive(Deserialize, Debug)]
#[serde(rename = "Scene", deny_unknown_fields)]
pub struct SceneFile {
    pub id: String,
    pub title: Text,
    pub text: Text,
    pub opening: OpeningFile,
}
