//! Loading chronicles that people wrote wrongly: each folder of `tests/fixtures/bad` holds one
//! mistake, or a few, and its snapshot what the person is told and what is kept.

use proptest::prelude::*;
use salname::data::{InputFile, Loaded, load, review};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// All files below a folder, as the program would hand them to the loader.
fn files_below(root: &Path) -> Vec<InputFile> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let relative = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            let content = std::fs::read(&path).map_err(|err| err.to_string());
            files.push(InputFile {
                path: relative,
                content,
            });
        }
    }
    files
}

/// What a person sees, and what is kept.
fn report(loaded: &Loaded) -> String {
    let mut report = String::new();
    for diagnostic in &loaded.diagnostics {
        writeln!(report, "{diagnostic}").unwrap();
    }
    let kept = match &loaded.chronicle {
        None => "no chronicle".to_owned(),
        Some(chronicle) => {
            let parts = chronicle.parts();
            let lists: [(&str, Vec<&str>); 8] = [
                ("sides", parts.sides.iter().map(|side| &*side.id).collect()),
                (
                    "places",
                    parts.places.iter().map(|place| &*place.id).collect(),
                ),
                ("lines", parts.lines.iter().map(|line| &*line.id).collect()),
                (
                    "actors",
                    parts.actors.iter().map(|actor| &*actor.id).collect(),
                ),
                (
                    "sources",
                    parts.sources.iter().map(|source| &*source.id).collect(),
                ),
                (
                    "events",
                    parts.events.iter().map(|event| &*event.id).collect(),
                ),
                (
                    "tracks",
                    parts.tracks.iter().map(|track| &*track.id).collect(),
                ),
                (
                    "scenes",
                    parts.scenes.iter().map(|scene| &*scene.id).collect(),
                ),
            ];
            let lists = lists.iter().filter(|(_, ids)| !ids.is_empty());
            lists
                .map(|(what, ids)| format!("{what}: {}", ids.join(" ")))
                .collect::<Vec<_>>()
                .join("\n")
        }
    };
    writeln!(report, "--- kept\n{kept}").unwrap();
    report
}

#[test]
fn mistakes_are_told_and_the_rest_is_kept() {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(fixtures().join("bad"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 28);
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let loaded = load(&files_below(&folder));
        assert!(!loaded.diagnostics.is_empty(), "{name}");
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(format!("bad-{name}"), report(&loaded));
        });
    }
}

/// A chronicle without mistakes that a second reader would still ask about.
#[test]
fn questionable_records_are_remarked_on() {
    let files = files_below(&fixtures().join("questionable"));
    assert_eq!(load(&files).diagnostics, []);
    let remarks: Vec<String> = review(&files).iter().map(ToString::to_string).collect();
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("questionable", remarks.join("\n"));
    });
    assert_eq!(review(&files_below(&fixtures().join("good-minimal"))), []);
}

#[test]
fn the_minimal_chronicle_is_good() {
    let loaded = load(&files_below(&fixtures().join("good-minimal")));
    assert_eq!(loaded.diagnostics, []);
    let chronicle = loaded.chronicle.unwrap();
    let parts = chronicle.parts();
    assert_eq!(
        (parts.events.len(), parts.tracks.len(), parts.scenes.len()),
        (2, 1, 1)
    );
    let course = parts.tracks[0].stops[1].course.as_ref().unwrap();
    // From the village to the bridge by the bend of the road, and not on to the shore.
    assert_eq!(course.points().len(), 3);
}

/// Windows line endings and a byte order mark are nobody's mistake.
#[test]
fn files_saved_the_windows_way_are_good() {
    let mut files = files_below(&fixtures().join("good-minimal"));
    for file in &mut files {
        let text = String::from_utf8(file.content.clone().unwrap()).unwrap();
        file.content = Ok(format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes());
        file.path = file.path.replace('/', "\\");
    }
    assert_eq!(load(&files).diagnostics, []);
}

/// The depth of a real attack: without care each of these overflows the stack.
#[test]
fn deep_nesting_is_told_and_not_followed() {
    for bracket in ["(", "[", "{", "Event(", "a: (", "/*", "Some("] {
        let mut files = files_below(&fixtures().join("good-minimal"));
        for file in files.iter_mut().filter(|file| file.path.ends_with(".ron")) {
            let text = String::from_utf8(file.content.clone().unwrap()).unwrap();
            file.content = Ok(text.replace("id: ", &bracket.repeat(20_000)).into_bytes());
        }
        assert!(!load(&files).diagnostics.is_empty());
    }
}

/// The exported chronicle is complete and always the same.
#[test]
fn the_minimal_chronicle_as_json() {
    let loaded = load(&files_below(&fixtures().join("good-minimal")));
    let json = salname::interchange::json_from_chronicle(&loaded.chronicle.unwrap());
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("good-minimal-json", format!("{json:#}"));
    });
}

/// A way to damage a file.
#[derive(Clone, Debug)]
enum Damage {
    Change(u8),
    Remove(usize),
    Insert(&'static str),
    Repeat(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let words = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "=",
        "\"",
        "'",
        "\\",
        "/*",
        "*/",
        "//",
        "r#\"",
        "#",
        "Some(",
        "Event(",
        "\n",
        "ə",
        "1e999",
        "-",
        "99999999999999999999",
        "nan",
        "inf",
        "..",
        "X",
        "\u{feff}",
        "#![enable(",
        "id:",
        "\r",
    ]);
    prop_oneof![
        any::<u8>().prop_map(Damage::Change),
        (1usize..200).prop_map(Damage::Remove),
        words.prop_map(Damage::Insert),
        (1usize..200).prop_map(Damage::Repeat),
    ]
}

fn apply(bytes: &mut Vec<u8>, place: f64, damage: &Damage) {
    let at = (place * bytes.len() as f64) as usize;
    match damage {
        Damage::Change(byte) => {
            if let Some(target) = bytes.get_mut(at) {
                *target = *byte;
            }
        }
        Damage::Remove(length) => {
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Damage::Insert(word) => {
            bytes.splice(at..at, word.bytes());
        }
        Damage::Repeat(length) => {
            let again = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, again);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn no_damage_makes_the_loader_panic(
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0.0..1.0, damage()), 1..6),
    ) {
        let mut files = files_below(&fixtures().join("good-minimal"));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        for (file, place, damage) in &damages {
            let file = &mut files[file.index(9)];
            if let Ok(bytes) = &mut file.content {
                apply(bytes, *place, damage);
            }
        }
        let loaded = load(&files);
        let last = loaded.diagnostics.iter().map(ToString::to_string).next_back();
        prop_assert!(last.is_none_or(|text| !text.is_empty()));
        if let Some(chronicle) = &loaded.chronicle {
            prop_assert!(salname::interchange::json_from_chronicle(chronicle).is_object());
        }
    }
}
