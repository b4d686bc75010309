//! The reader: what is selected, in words, with who says so.

mod accounts;

use super::{Actions, ViewCtx, words};
use crate::model::{ActorIdx, Event, EventIdx, PlaceIdx, RelationKind, Status, TrackIdx};
use crate::state::{Action, Panes, Selection};
use crate::theme::{Face, font, size};
use crate::widget::{Icon, icon_button};
use egui::{Align, Layout, Margin, Rect, RichText, ScrollArea, Ui};

/// What the reader remembers between frames: what it showed, so that it can begin at the top
/// when that changes.
#[derive(Default)]
pub(crate) struct ReaderLocal {
    shown: Option<Selection>,
}

/// The reader in `rect`.
pub fn reader_ui(
    ui: &mut Ui,
    rect: Rect,
    ctx: &ViewCtx<'_>,
    local: &mut ReaderLocal,
    actions: &mut Actions,
) {
    ui.painter().rect_filled(rect, 0.0, ctx.theme.raised);
    let mut ui = ui.new_child(egui::UiBuilder::new().id_salt("reader").max_rect(rect));
    let ui = &mut ui;
    ui.set_clip_rect(rect.intersect(ui.clip_rect()));
    egui::Frame::new()
        .inner_margin(Margin::symmetric(12, 6))
        .show(ui, |ui| {
            head_ui(ui, ctx, actions);
            let selection = ctx.state.view.selection;
            let mut area = ScrollArea::vertical()
                .auto_shrink(false)
                .id_salt("reader-text");
            if local.shown != selection {
                area = area.vertical_scroll_offset(0.0);
                local.shown = selection;
            }
            area.show(ui, |ui| {
                ui.set_width(ui.available_width() - 4.0);
                match selection {
                    Some(Selection::Event(event)) => event_ui(ui, ctx, event, actions),
                    Some(Selection::Place(place)) => place_ui(ui, ctx, place, actions),
                    Some(Selection::Track(track, stop)) => track_ui(ui, ctx, track, stop, actions),
                    None => nothing_ui(ui, ctx),
                }
                ui.add_space(12.0);
            });
        });
}

fn head_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, actions: &mut Actions) {
    ui.horizontal(|ui| {
        for (icon, label, forward) in [
            (Icon::Previous, "command-previous-event", false),
            (Icon::Next, "command-next-event", true),
        ] {
            let command = if forward {
                super::Command::NextEvent
            } else {
                super::Command::PreviousEvent
            };
            if icon_button(ui, icon, &ctx.locale.tr(label), ctx.theme).clicked() {
                command.run(ctx, &mut None, actions);
            }
        }
        if let Some(event) = ctx.state.selected_event() {
            let rank = ctx.locale.number((ctx.chronicle.rank(event) + 1) as f64);
            let total = ctx
                .locale
                .number(ctx.chronicle.events_by_time().len() as f64);
            let values = [("number", rank.into()), ("total", total.into())];
            let text = RichText::new(ctx.locale.tr_with("reader-position", &values));
            ui.label(text.color(ctx.theme.ink_soft));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(
                ui,
                Icon::Fold,
                &ctx.locale.tr("command-fold-reader"),
                ctx.theme,
            )
            .clicked()
            {
                let panes = ctx.state.view.panes;
                actions.push(Action::SetPanes(Panes {
                    reader: false,
                    ..panes
                }));
            }
        });
    });
}

fn small(ctx: &ViewCtx<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .font(font(Face::Sans, size::SMALL))
        .color(ctx.theme.ink_soft)
}

fn heading(ui: &mut Ui, ctx: &ViewCtx<'_>, text: &str) {
    let text = RichText::new(text).font(font(Face::SerifBold, size::HEADING));
    ui.add(egui::Label::new(text.color(ctx.theme.ink)).wrap());
}

fn section(ui: &mut Ui, ctx: &ViewCtx<'_>, id: &str) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(ctx.locale.tr(id)).font(font(Face::SansBold, size::BODY)));
        ui.add(egui::Separator::default().horizontal());
    });
}

/// A name that leads to a record.
fn link(ui: &mut Ui, text: &str) -> egui::Response {
    ui.add(egui::Link::new(text))
}

fn event_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, event: EventIdx, actions: &mut Actions) {
    let record = ctx.chronicle.event(event);
    ui.label(
        RichText::new(words::event_date(ctx, record))
            .font(font(Face::SansBold, size::BODY))
            .color(ctx.theme.accent),
    );
    heading(ui, ctx, words::text(ctx, &record.title));
    let kind = ctx.locale.tr(&format!("kind-{}", record.kind.key()));
    let status = if record.status == Status::Planned {
        format!("{kind} · {}", ctx.locale.tr("status-planned"))
    } else {
        kind
    };
    ui.label(small(ctx, status));
    who_and_where_ui(ui, ctx, record, actions);
    ui.add_space(2.0);
    ui.add(egui::Label::new(words::text(ctx, &record.summary)).wrap());
    if !record.date_reason.is_empty() {
        let reason = words::text(ctx, &record.date_reason).to_owned();
        ui.label(small(
            ctx,
            ctx.locale
                .tr_with("date-reason", &[("reason", reason.into())]),
        ));
    }
    accounts::differences_ui(ui, ctx, &record.accounts, &record.disagreement);
    section(ui, ctx, "section-accounts");
    for account in &record.accounts {
        accounts::account_ui(ui, ctx, account);
    }
    relations_ui(ui, ctx, event, actions);
}

fn who_and_where_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, record: &Event, actions: &mut Actions) {
    if let Some(place) = record.place {
        ui.horizontal_wrapped(|ui| {
            ui.label(small(ctx, ctx.locale.tr("reader-where")));
            if link(ui, words::place_name(ctx, place)).clicked() {
                actions.push(Action::GoTo(Selection::Place(place)));
            }
            let old = words::text(ctx, &ctx.chronicle.place(place).old_name);
            if !old.is_empty() {
                ui.label(small(ctx, format!("({old})")));
            }
        });
    }
    let mut others = record.actors.clone();
    if let Some(message) = &record.message {
        others.retain(|actor| !message.from.contains(actor) && !message.to.contains(actor));
        actors_ui(
            ui,
            ctx,
            "reader-from",
            &message.from,
            message.sent_from,
            actions,
        );
        actors_ui(ui, ctx, "reader-to", &message.to, message.sent_to, actions);
    }
    actors_ui(ui, ctx, "reader-who", &others, None, actions);
}

/// Some actors, with their offices at hand, and where they were.
fn actors_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    title: &str,
    actors: &[ActorIdx],
    place: Option<PlaceIdx>,
    actions: &mut Actions,
) {
    if actors.is_empty() && place.is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(small(ctx, ctx.locale.tr(title)));
        for (idx, &actor) in actors.iter().enumerate() {
            let name = words::actor_name(ctx, actor);
            let is_last = idx + 1 == actors.len() && place.is_none();
            let text = if is_last {
                name.to_owned()
            } else {
                format!("{name},")
            };
            let office = words::text(ctx, &ctx.chronicle.actor(actor).office);
            let label = ui.label(text);
            if !office.is_empty() {
                label.on_hover_text(office);
            }
        }
        if let Some(place) = place
            && link(ui, words::place_name(ctx, place)).clicked()
        {
            actions.push(Action::GoTo(Selection::Place(place)));
        }
    });
}

/// Where this event leads to, and what leads to it.
fn relations_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, event: EventIdx, actions: &mut Actions) {
    let outgoing = ctx.chronicle.event(event).relations.iter();
    let outgoing = outgoing.map(|relation| (relation.kind, true, relation.to));
    let all = ctx.chronicle.events_by_time().iter().copied();
    let incoming = all.flat_map(|other| {
        let relations = ctx.chronicle.event(other).relations.iter();
        let here = relations.filter(move |relation| relation.to == event);
        here.map(move |relation| (relation.kind, false, other))
    });
    let related: Vec<(RelationKind, bool, EventIdx)> = outgoing.chain(incoming).collect();
    if related.is_empty() {
        return;
    }
    section(ui, ctx, "section-relations");
    for (kind, forward, other) in related {
        let direction = if forward { "to" } else { "from" };
        let name = ctx
            .locale
            .tr(&format!("relation-{}-{direction}", kind.key()));
        ui.horizontal_wrapped(|ui| {
            ui.label(small(ctx, name));
            event_link(ui, ctx, other, actions);
        });
    }
}

fn event_link(ui: &mut Ui, ctx: &ViewCtx<'_>, event: EventIdx, actions: &mut Actions) {
    if link(ui, words::text(ctx, &ctx.chronicle.event(event).title)).clicked() {
        actions.push(Action::GoTo(Selection::Event(event)));
    }
}

fn place_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, place: PlaceIdx, actions: &mut Actions) {
    let record = ctx.chronicle.place(place);
    heading(ui, ctx, words::place_name(ctx, place));
    let kind = ctx.locale.tr(&format!("place-{}", record.kind.key()));
    ui.label(small(ctx, kind));
    let old = words::text(ctx, &record.old_name);
    if !old.is_empty() {
        let values = [("name", old.to_owned().into())];
        ui.label(ctx.locale.tr_with("place-old-name", &values));
    }
    let precision = ctx.locale.number(record.precision_km);
    let precision = ctx
        .locale
        .tr_with("place-precision", &[("number", precision.into())]);
    let position = format!("{} · {precision}", words::coordinates(record.at));
    ui.label(small(ctx, position));
    if !record.note.is_empty() {
        ui.add(egui::Label::new(small(ctx, words::text(ctx, &record.note))).wrap());
    }
    section(ui, ctx, "section-events-here");
    let events = ctx.chronicle.events_at(place);
    if events.is_empty() {
        ui.label(small(ctx, ctx.locale.tr("place-no-events")));
    }
    for &event in events {
        ui.label(small(
            ctx,
            words::event_date(ctx, ctx.chronicle.event(event)),
        ));
        event_link(ui, ctx, event, actions);
    }
}

fn track_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, track: TrackIdx, at: usize, actions: &mut Actions) {
    let record = ctx.chronicle.track(track);
    heading(ui, ctx, words::text(ctx, &record.title));
    let status = ctx.locale.tr(&format!("status-{}", record.status.key()));
    ui.label(small(
        ctx,
        format!("{} · {status}", words::actor_name(ctx, record.actor)),
    ));
    let office = words::text(ctx, &ctx.chronicle.actor(record.actor).office);
    if !office.is_empty() {
        ui.label(small(ctx, office));
    }
    section(ui, ctx, "section-stops");
    for (idx, stop) in record.stops.iter().enumerate() {
        let date = ctx.locale.when(&stop.when, ctx.state.view.layers.old_style);
        let name = format!("{date} · {}", words::place_name(ctx, stop.place));
        if ui.selectable_label(idx == at, name).clicked() {
            actions.push(Action::GoTo(Selection::Track(track, idx)));
        }
    }
    let Some(stop) = record.stops.get(at) else {
        return;
    };
    if !stop.note.is_empty() {
        ui.add(egui::Label::new(small(ctx, words::text(ctx, &stop.note))).wrap());
    }
    if let Some(event) = stop.event {
        event_link(ui, ctx, event, actions);
    }
    accounts::differences_ui(ui, ctx, &stop.accounts, &Default::default());
    section(ui, ctx, "section-accounts");
    for account in &stop.accounts {
        accounts::account_ui(ui, ctx, account);
    }
}

/// What stands there while nothing is selected.
fn nothing_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    heading(ui, ctx, words::text(ctx, ctx.chronicle.title()));
    let parts = ctx.chronicle.parts();
    ui.add(egui::Label::new(words::text(ctx, &parts.summary)).wrap());
    ui.add_space(8.0);
    ui.add(egui::Label::new(small(ctx, ctx.locale.tr("reader-nothing"))).wrap());
}
