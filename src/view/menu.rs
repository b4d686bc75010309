//! The bars: menus at the top, the transport between the panes, the status at the bottom.

use super::command::{COMMANDS, Command, Entry, Menu};
use super::{Actions, Local, ViewCtx, words};
use crate::model::Language;
use crate::state::{Action, Grouping, Overlay, Speed};
use crate::theme::{Face, font, size};
use crate::widget::{Icon, icon_button};
use egui::{Align, Button, Frame, Layout, Margin, Panel, Rect, RichText, Ui, vec2};

/// The menu bar with the chronicle's title, the language and the theme.
pub(super) fn menu_bar_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    local: &mut Local,
    actions: &mut Actions,
) {
    let frame = Frame::new()
        .fill(ctx.theme.panel)
        .inner_margin(Margin::symmetric(8, 4));
    Panel::top("menu-bar").frame(frame).show(ui, |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            for menu in Menu::ALL {
                ui.menu_button(ctx.locale.tr(menu.label()), |ui| {
                    menu_ui(ui, ctx, menu, local, actions);
                });
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                language_ui(ui, ctx, actions);
                problems_button(ui, ctx, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = RichText::new(words::text(ctx, ctx.chronicle.title()));
                    let title = title.font(font(Face::SerifBold, size::LARGE));
                    ui.add(egui::Label::new(title).truncate());
                });
            });
        });
    });
}

fn menu_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, menu: Menu, local: &mut Local, actions: &mut Actions) {
    ui.set_min_width(260.0);
    for entry in COMMANDS.iter().filter(|entry| entry.menu == menu) {
        if entry.starts_group {
            ui.separator();
        }
        if entry_button(ui, ctx, entry).clicked() {
            entry.command.run(ctx, &mut local.picture, actions);
            ui.close();
        }
    }
    if menu == Menu::View {
        ui.separator();
        ui.menu_button(ctx.locale.tr("menu-lanes"), |ui| {
            for grouping in Grouping::ALL {
                let name = ctx.locale.tr(&format!("grouping-{}", grouping.key()));
                if ui
                    .radio(ctx.state.view.grouping == grouping, name)
                    .clicked()
                {
                    actions.push(Action::SetGrouping(grouping));
                    ui.close();
                }
            }
        });
    }
}

fn entry_button(ui: &mut Ui, ctx: &ViewCtx<'_>, entry: &Entry) -> egui::Response {
    let name = ctx.locale.tr(entry.label);
    let keys = entry
        .keys
        .first()
        .map(|keys| ui.ctx().format_shortcut(keys))
        .unwrap_or_default();
    let checked = entry.command.is_checked(ctx);
    let button = Button::new(name)
        .shortcut_text(keys)
        .selected(checked == Some(true));
    ui.add_enabled(entry.command.is_enabled(ctx), button)
}

fn language_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    let current = ctx.state.language;
    let response = ui.menu_button(current.code().to_uppercase(), |ui| {
        for language in Language::ALL {
            if ui.radio(language == current, language.own_name()).clicked() {
                actions.push(Action::SetLanguage(language));
                ui.close();
            }
        }
    });
    response
        .response
        .on_hover_text(ctx.locale.tr("language-name"));
}

fn problems_button(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    if ctx.problems.is_empty() {
        return;
    }
    let amount = ctx.problems.len() as f64;
    let values = [
        ("amount", amount.into()),
        ("number", ctx.locale.number(amount).into()),
    ];
    let text = RichText::new(ctx.locale.tr_with("problems-count", &values)).color(ctx.theme.error);
    if ui.button(text).clicked() {
        actions.push(Action::SetOverlay(Some(Overlay::Problems)));
    }
}

/// Play, step, the date at the cursor, the speed.
pub(super) fn transport_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, rect: Rect, actions: &mut Actions) {
    ui.painter().rect_filled(rect, 0.0, ctx.theme.panel);
    let builder = egui::UiBuilder::new()
        .id_salt("transport")
        .max_rect(rect.shrink2(vec2(8.0, 3.0)))
        .layout(Layout::left_to_right(Align::Center));
    let mut ui = ui.new_child(builder);
    let ui = &mut ui;
    let playing = ctx.state.playback.playing;
    let (icon, label) = if playing {
        (Icon::Pause, "command-pause")
    } else {
        (Icon::Play, "command-play")
    };
    for (icon, label, command) in [
        (
            Icon::Previous,
            "command-previous-event",
            Command::PreviousEvent,
        ),
        (icon, label, Command::Play),
        (Icon::Next, "command-next-event", Command::NextEvent),
    ] {
        ui.add_enabled_ui(command.is_enabled(ctx), |ui| {
            if icon_button(ui, icon, &ctx.locale.tr(label), ctx.theme).clicked() {
                command.run(ctx, &mut None, actions);
            }
        });
    }
    ui.add_space(6.0);
    let date = RichText::new(ctx.locale.minute(ctx.state.view.cursor));
    ui.label(
        date.font(font(Face::SansBold, size::LARGE))
            .color(ctx.theme.accent),
    );
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        time_buttons_ui(ui, ctx, actions);
        speed_ui(ui, ctx, actions);
    });
}

fn time_buttons_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    for (icon, label, command) in [
        (Icon::Plus, "command-time-in", Command::TimeIn),
        (Icon::Minus, "command-time-out", Command::TimeOut),
    ] {
        if icon_button(ui, icon, &ctx.locale.tr(label), ctx.theme).clicked() {
            command.run(ctx, &mut None, actions);
        }
    }
}

fn speed_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    let name = |speed: Speed| ctx.locale.tr(&format!("speed-{}", speed.key()));
    let current = ctx.state.playback.speed;
    let label = ctx.locale.tr("speed-name");
    let combo = egui::ComboBox::from_id_salt("speed")
        .selected_text(name(current))
        .width(150.0);
    let response = combo.show_ui(ui, |ui| {
        for speed in Speed::ALL {
            if ui.selectable_label(speed == current, name(speed)).clicked() {
                actions.push(Action::SetSpeed(speed));
                ui.close();
            }
        }
    });
    response.response.on_hover_text(label);
}

/// A line at the bottom while there is something to say.
pub(super) fn status_bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    if ctx.status.busy.is_none() && ctx.status.message.is_none() {
        return;
    }
    let frame = Frame::new()
        .fill(ctx.theme.raised)
        .inner_margin(Margin::symmetric(10, 4));
    Panel::bottom("status-bar").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            if let Some(busy) = &ctx.status.busy {
                ui.spinner();
                ui.label(busy);
            }
            if let Some((message, is_error)) = &ctx.status.message {
                let color = if *is_error {
                    ctx.theme.error
                } else {
                    ctx.theme.ink
                };
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if icon_button(ui, Icon::Close, &ctx.locale.tr("close"), ctx.theme).clicked() {
                        actions.push(Action::Wish(crate::state::Effect::Dismiss));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(egui::Label::new(RichText::new(message).color(color)).wrap());
                    });
                });
            }
        });
    });
}
