//! Pictures without a window: the program itself, as a script would call it.

use crate::stage::picture_folder;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn salname(arguments: &[&str]) -> Output {
    let home = picture_folder().join("home");
    Command::new(env!("CARGO_BIN_EXE_salname"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("SALNAME_HOME", home)
        .output()
        .expect("the program starts")
}

fn exported(name: &str, arguments: &[&str]) -> PathBuf {
    let path = picture_folder().join(name);
    std::fs::remove_file(&path).ok();
    let output = salname(&[&["export"], arguments, &["-o", path.to_str().unwrap()]].concat());
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{complaint}");
    path
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_picture_is_the_same_bytes_whatever_the_number_of_threads() {
    let one = exported("one.png", &["--lang", "az", "--threads", "1"]);
    let two = exported("two.png", &["--lang", "az", "--threads", "2"]);
    let seven = exported("seven.png", &["--lang", "az", "--threads", "7"]);
    assert_eq!(bytes(&one), bytes(&two));
    assert_eq!(bytes(&one), bytes(&seven));
}

#[test]
fn languages_themes_parts_and_sizes_make_different_pictures() {
    let plain = bytes(&exported("plain.png", &["--size", "640x400"]));
    for (name, arguments) in [
        ("ru.png", ["--lang", "ru"]),
        ("dark.png", ["--theme", "dark"]),
        ("map.png", ["--parts", "map"]),
        ("timeline.png", ["--parts", "timeline"]),
        ("scale.png", ["--scale", "1.5"]),
        ("at.png", ["--at", "1920-05-01"]),
        ("window.png", ["--window", "1920-04-27"]),
        ("event.png", ["--event", "lenkeran-landing"]),
    ] {
        let path = exported(name, &[&["--size", "640x400"], &arguments[..]].concat());
        assert_ne!(bytes(&path), plain, "{name}");
    }
    let (width, height, _) =
        salname::render::decode_rgba(&bytes(&picture_folder().join("scale.png"))).unwrap();
    assert_eq!((width, height), (960, 600));
}

#[test]
fn a_picture_can_be_drawn_again_from_itself() {
    let scene = [
        "--scene", "bileceri", "--theme", "print", "--lang", "tr", "--size", "800x600",
    ];
    let first = exported("first.png", &scene);
    let again = exported("again.png", &[first.to_str().unwrap()]);
    assert_eq!(bytes(&first), bytes(&again));
}

/// Small pictures of an invented chronicle against those that were looked at and accepted.
/// `UPDATE_PICTURES=1 cargo test` writes them anew; look at them before they are committed.
#[test]
fn pictures_are_those_that_were_accepted() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixture = top.join("tests/fixtures/good-minimal");
    let fixture = fixture.to_str().unwrap();
    for (name, theme, parts) in [
        ("accepted-both-light.png", "light", "both"),
        ("accepted-timeline-dark.png", "dark", "timeline"),
        ("accepted-map-print.png", "print", "map"),
    ] {
        let look = [
            "--theme", theme, "--parts", parts, "--lang", "az", "--size", "480x320",
        ];
        let path = exported(name, &[&[fixture], &look[..]].concat());
        let accepted = top.join("tests/snapshots").join(name);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            std::fs::copy(&path, &accepted).unwrap();
        }
        let (width, height, new) = salname::render::decode_rgba(&bytes(&path)).unwrap();
        let old = salname::render::decode_rgba(&bytes(&accepted)).unwrap();
        assert_eq!((width, height), (old.0, old.1), "{name}");
        let worst = new.iter().zip(&old.2).map(|(a, b)| a.abs_diff(*b)).max();
        // One level for a driver's or a compiler's last bit.
        assert!(
            worst <= Some(1),
            "{name}: {worst:?} levels off; compare {}",
            path.display()
        );
    }
}

#[test]
fn every_scene_can_be_drawn() {
    let opened = salname::app::load_chronicle(None).unwrap();
    let chronicle = opened.chronicle.unwrap();
    for scene in &chronicle.parts().scenes {
        exported(
            &format!("scene-{}.png", scene.id),
            &["--scene", &scene.id, "--size", "640x400"],
        );
    }
}

#[test]
fn mistakes_get_a_sentence_and_no_file() {
    let path = picture_folder().join("never.png");
    std::fs::remove_file(&path).ok();
    let path_text = path.to_str().unwrap();
    for (arguments, complaint) in [
        (&["--at", "27.04.1920"][..], "1920-04-27"),
        (&["--scene", "nowhere"], "the scenes are"),
        (&["--event", "nothing"], "there is no event"),
        (&["--size", "100x100"], "at least"),
        (&["--size", "wide"], "1920x1080"),
        (&["--lang", "fr"], "az, en, ru, tr"),
        (&["--scale", "900"], "14,100"),
    ] {
        let output = salname(&[&["export"], arguments, &["-o", path_text]].concat());
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {stderr}");
        assert!(stderr.contains(complaint), "{arguments:?}: {stderr}");
        assert!(!path.exists());
    }
    let output = salname(&["export", "-o", "/nowhere/at/all.png"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_and_convert_work_on_the_built_in_chronicle() {
    let output = salname(&["check"]);
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{stdout}");
    assert!(stdout.contains("no problems"));
    let path = picture_folder().join("april-1920.json");
    let output = salname(&["convert", "--to", "json", "-o", path.to_str().unwrap()]);
    assert!(output.status.success());
    let json: serde_json::Value = serde_json::from_slice(&bytes(&path)).unwrap();
    let chronicle = salname::app::load_chronicle(None)
        .unwrap()
        .chronicle
        .unwrap();
    let num = |key: &str| json[key].as_array().map_or(0, Vec::len);
    assert_eq!(num("events"), chronicle.parts().events.len());
    assert_eq!(num("tracks"), chronicle.parts().tracks.len());
    assert_eq!(num("places"), chronicle.parts().places.len());
    assert_eq!(num("sources"), chronicle.parts().sources.len());
}

#[test]
fn check_lists_disagreements_and_numbers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good-minimal");
    let folder = folder.to_str().unwrap();
    let output = salname(&[
        "check",
        folder,
        "--disagreements",
        "--numbers",
        "--lang",
        "az",
    ]);
    assert!(output.status.success());
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("check-lists", String::from_utf8_lossy(&output.stdout));
    });
}

#[test]
fn check_says_what_is_wrong_and_exits_with_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 25);
    let output = salname(&["check", folders[0].to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stdout.is_empty());
    let output = salname(&["check", "/nowhere"]);
    assert_eq!(output.status.code(), Some(2));
}
