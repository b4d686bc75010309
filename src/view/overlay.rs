//! Windows over the panes: help, about, problems, scenes, saving a picture; and the empty screen.

use super::command::{COMMANDS, Menu};
use super::{Actions, Local, Mode, ViewCtx, words};
use crate::model::{Language, SceneIdx, SourceIdx};
use crate::state::{Action, Effect, Overlay, PictureRequest, ThemeId};
use crate::theme::{Face, font, size};
use egui::{Align2, Grid, Key, Rect, RichText, ScrollArea, Ui, Window, vec2};

/// The overlay that is open, if any.
pub(super) fn overlays_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    local: &mut Local,
    actions: &mut Actions,
) {
    let Some(overlay) = ctx.state.overlay else {
        return;
    };
    let title = match overlay {
        Overlay::Help => "help-title",
        Overlay::About => "about-title",
        Overlay::Problems => "problems-title",
        Overlay::Picture => "picture-title",
        Overlay::Scenes => "scenes-title",
    };
    let screen = ui.ctx().content_rect();
    let mut open = true;
    Window::new(ctx.locale.tr(title))
        .id(egui::Id::unique(("overlay", title)))
        .open(&mut open)
        .collapsible(false)
        .fade_in(false)
        .fade_out(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .max_height(screen.height() - 80.0)
        .max_width(screen.width() - 60.0)
        .show(ui, |ui| match overlay {
            Overlay::Help => help_ui(ui, ctx),
            Overlay::About => about_ui(ui, ctx),
            Overlay::Problems => problems_ui(ui, ctx, actions),
            Overlay::Picture => picture_ui(ui, ctx, local, actions),
            Overlay::Scenes => scenes_ui(ui, ctx, actions),
        });
    if !open {
        actions.push(Action::SetOverlay(None));
    }
}

/// A scroll area as high as its contents, as far as the window has room for that.
fn scroll_area(ui: &Ui) -> ScrollArea {
    /// What the overlay's title, its buttons and a margin of the screen take.
    const AROUND_PX: f32 = 170.0;
    let height = (ui.ctx().content_rect().height() - AROUND_PX).max(120.0);
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
}

/// Every command with its keys, in columns by menu.
fn help_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    scroll_area(ui).show(ui, |ui| {
        ui.set_min_width(640.0_f32.min(ui.ctx().content_rect().width() - 100.0));
        ui.label(ctx.locale.tr("help-mouse"));
        for menu in Menu::ALL {
            ui.add_space(6.0);
            ui.strong(ctx.locale.tr(menu.label()));
            Grid::new(("help", menu.label()))
                .num_columns(4)
                .spacing([18.0, 3.0])
                .show(ui, |ui| {
                    let entries = COMMANDS.iter().filter(|entry| entry.menu == menu);
                    for (idx, entry) in entries.enumerate() {
                        let keys: Vec<String> = entry
                            .keys
                            .iter()
                            .map(|keys| ui.ctx().format_shortcut(keys))
                            .collect();
                        let keys =
                            RichText::new(keys.join(", ")).font(font(Face::SansBold, size::SMALL));
                        ui.label(keys.color(ctx.theme.accent));
                        ui.label(ctx.locale.tr(entry.label));
                        if idx % 2 == 1 {
                            ui.end_row();
                        }
                    }
                });
        }
    });
}

fn about_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    scroll_area(ui).show(ui, |ui| {
        ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 100.0));
        let parts = ctx.chronicle.parts();
        let title = RichText::new(words::text(ctx, &parts.title));
        ui.label(title.font(font(Face::SerifBold, size::HEADING)));
        ui.add(egui::Label::new(words::text(ctx, &parts.summary)).wrap());
        ui.add_space(4.0);
        ui.add(egui::Label::new(words::text(ctx, &parts.about)).wrap());
        ui.add_space(6.0);
        ui.strong(ctx.locale.tr("about-sources"));
        // The works that were read stand before those that were read in them.
        let mut sources: Vec<SourceIdx> = (0..parts.sources.len()).map(SourceIdx::new).collect();
        sources.sort_by_key(|&source| !ctx.chronicle.source(source).through.is_empty());
        for source in sources {
            ui.add(egui::Label::new(words::source_entry(ctx, source)).wrap());
            let record = ctx.chronicle.source(source);
            let remark = if record.through.is_empty() {
                ""
            } else {
                words::text(ctx, &record.published)
            };
            let standpoint = format!("{remark} {}", words::text(ctx, &record.standpoint));
            let standpoint = standpoint.trim();
            let standpoint = RichText::new(standpoint).font(font(Face::Sans, size::SMALL));
            ui.add(egui::Label::new(standpoint.color(ctx.theme.ink_soft)).wrap());
        }
        ui.add_space(6.0);
        ui.label(format!("{} · {}", parts.version, parts.licence));
        ui.label(ctx.basemap.attribution());
        ui.label(format!("Salnamə {}", env!("CARGO_PKG_VERSION")));
    });
}

fn problems_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    if ctx.problems.is_empty() {
        ui.label(ctx.locale.tr("problems-none"));
        return;
    }
    ui.add(egui::Label::new(ctx.locale.tr("problems-intro")).wrap());
    scroll_area(ui).show(ui, |ui| {
        ui.set_width(640.0_f32.min(ui.ctx().content_rect().width() - 100.0));
        for problem in ctx.problems {
            let color = if problem.is_error {
                ctx.theme.error
            } else {
                ctx.theme.warning
            };
            let place = RichText::new(&problem.place).font(font(Face::SansBold, size::SMALL));
            ui.label(place.color(color));
            ui.add(egui::Label::new(&problem.message).wrap());
            if let Some(hint) = &problem.hint {
                let hint = RichText::new(hint).color(ctx.theme.ink_soft);
                ui.add(egui::Label::new(hint).wrap());
            }
            ui.add_space(6.0);
        }
    });
    ui.horizontal(|ui| {
        if ui.button(ctx.locale.tr("command-reload")).clicked() {
            actions.push(Action::Wish(Effect::Reload));
        }
        if ui.button(ctx.locale.tr("problems-copy")).clicked() {
            let lines: Vec<String> = ctx
                .problems
                .iter()
                .map(|problem| format!("{}: {}", problem.place, problem.message))
                .collect();
            actions.push(Action::Wish(Effect::Copy(lines.join("\n"))));
        }
    });
}

fn scenes_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    scroll_area(ui).show(ui, |ui| {
        ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 100.0));
        for (idx, scene) in ctx.chronicle.parts().scenes.iter().enumerate() {
            let title = format!("{}. {}", idx + 1, words::text(ctx, &scene.title));
            if ui
                .button(RichText::new(title).font(font(Face::SansBold, size::BODY)))
                .clicked()
            {
                actions.push(Action::ShowScene(SceneIdx::new(idx)));
                actions.push(Action::SetOverlay(None));
            }
            ui.add(egui::Label::new(words::text(ctx, &scene.text)).wrap());
            ui.add_space(6.0);
        }
    });
}

/// The file name that the picture dialog suggests.
pub fn default_picture_name(ctx: &ViewCtx<'_>) -> String {
    let civil = ctx.state.view.cursor.civil();
    format!(
        "{}-{:04}-{:02}-{:02}-{}.png",
        ctx.chronicle.id(),
        civil.year,
        civil.month,
        civil.day,
        ctx.state.language.code()
    )
}

/// Sizes that people ask for: name, width and height in points, pixels per point.
const SIZES: [(&str, [u32; 2], f32); 5] = [
    ("picture-size-slide", [1920, 1080], 1.0),
    ("picture-size-4k", [1920, 1080], 2.0),
    ("picture-size-school", [1024, 768], 1.0),
    ("picture-size-a4", [1404, 992], 2.5),
    ("picture-size-square", [1080, 1080], 1.0),
];

fn picture_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, local: &mut Local, actions: &mut Actions) {
    let just_opened = local.picture.is_none();
    let request = local.picture.get_or_insert_with(|| PictureRequest {
        size: SIZES[0].1,
        scale: SIZES[0].2,
        language: ctx.state.language,
        theme: ctx.state.theme,
        map: ctx.state.view.panes.map,
        timeline: ctx.state.view.panes.timeline,
        path: default_picture_name(ctx),
    });
    let mut entered = false;
    Grid::new("picture")
        .num_columns(2)
        .spacing([16.0, 8.0])
        .show(ui, |ui| {
            ui.label(ctx.locale.tr("picture-size"));
            size_ui(ui, ctx, request);
            ui.end_row();
            ui.label(ctx.locale.tr("language-name"));
            ui.horizontal(|ui| {
                for language in Language::ALL {
                    ui.radio_value(&mut request.language, language, language.own_name());
                }
            });
            ui.end_row();
            ui.label(ctx.locale.tr("theme-name"));
            ui.horizontal(|ui| {
                for theme in ThemeId::ALL {
                    let name = ctx.locale.tr(&format!("command-theme-{}", theme.key()));
                    ui.radio_value(&mut request.theme, theme, name);
                }
            });
            ui.end_row();
            ui.label(ctx.locale.tr("picture-parts"));
            ui.horizontal(|ui| {
                ui.checkbox(&mut request.map, ctx.locale.tr("map-name"));
                ui.checkbox(&mut request.timeline, ctx.locale.tr("chronology-name"));
            });
            ui.end_row();
            let label = ui.label(ctx.locale.tr("picture-file"));
            ui.horizontal(|ui| {
                let edit = egui::TextEdit::singleline(&mut request.path).desired_width(320.0);
                let edit = ui.add(edit).labelled_by(label.id);
                entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                if ui.button(ctx.locale.tr("picture-browse")).clicked() {
                    actions.push(Action::Wish(Effect::ChoosePicturePath(request.clone())));
                }
            });
            ui.end_row();
        });
    ui.add_space(6.0);
    let [width, height] = request
        .size
        .map(|side| (side as f32 * request.scale).round());
    let values = [
        ("width", ctx.locale.number(f64::from(width)).into()),
        ("height", ctx.locale.number(f64::from(height)).into()),
    ];
    let pixels = RichText::new(ctx.locale.tr_with("picture-pixels", &values));
    ui.label(
        pixels
            .font(font(Face::Sans, size::SMALL))
            .color(ctx.theme.ink_soft),
    );
    ui.horizontal(|ui| {
        let possible = (request.map || request.timeline) && !request.path.trim().is_empty();
        let save = ui.add_enabled(possible, egui::Button::new(ctx.locale.tr("picture-save")));
        if just_opened {
            // Enter saves at once, Tab leads through everything before.
            save.request_focus();
        }
        if save.clicked() || (possible && entered) {
            actions.push(Action::Wish(Effect::SavePicture(request.clone())));
            actions.push(Action::SetOverlay(None));
        }
        if ui.button(ctx.locale.tr("cancel")).clicked() {
            actions.push(Action::SetOverlay(None));
        }
    });
}

fn size_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, request: &mut PictureRequest) {
    let current = SIZES.iter().find(|&&(_, size, scale)| {
        size == request.size && (scale - request.scale).abs() < f32::EPSILON
    });
    let name = current.map_or("picture-size-own", |&(name, ..)| name);
    let combo = egui::ComboBox::from_id_salt("picture-size").selected_text(ctx.locale.tr(name));
    combo.width(260.0).show_ui(ui, |ui| {
        for (name, size, scale) in SIZES {
            let selected = request.size == size && (request.scale - scale).abs() < f32::EPSILON;
            if ui.selectable_label(selected, ctx.locale.tr(name)).clicked() {
                request.size = size;
                request.scale = scale;
            }
        }
    });
}

/// What stands there when a chronicle has nothing to show.
pub(super) fn empty_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, rect: Rect, actions: &mut Actions) {
    if ctx.mode == Mode::Still {
        return;
    }
    let card = Rect::from_center_size(rect.center(), vec2(rect.width().min(520.0), 260.0));
    let mut ui = ui.new_child(egui::UiBuilder::new().id_salt("empty").max_rect(card));
    ui.vertical_centered(|ui| {
        let title = RichText::new(ctx.locale.tr("empty-title"));
        ui.label(title.font(font(Face::SerifBold, size::TITLE)));
        ui.add_space(8.0);
        let text = if ctx.problems.is_empty() {
            "empty-text"
        } else {
            "empty-text-problems"
        };
        ui.add(egui::Label::new(ctx.locale.tr(text)).wrap());
        ui.add_space(12.0);
        if !ctx.problems.is_empty() && ui.button(ctx.locale.tr("command-problems")).clicked() {
            actions.push(Action::SetOverlay(Some(Overlay::Problems)));
        }
        if ui.button(ctx.locale.tr("command-open")).clicked() {
            actions.push(Action::Wish(Effect::ChooseChronicle));
        }
        if ui.button(ctx.locale.tr("command-open-built-in")).clicked() {
            actions.push(Action::Wish(Effect::OpenBuiltIn));
        }
    });
}
