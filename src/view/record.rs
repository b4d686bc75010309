//! What several views say and do with a record: its colour, its card, its menu.

use super::{Actions, ViewCtx, words};
use crate::model::{EventIdx, Status, Track, TrackIdx};
use crate::state::{Action, Effect, Selection};
use crate::theme::{Face, font, size};
use crate::time::Window;
use egui::{Color32, Response, Ui};

/// The colour of an event: its side's.
pub(super) fn event_color(ctx: &ViewCtx<'_>, event: EventIdx) -> Color32 {
    let side = ctx.chronicle.side_of_event(event);
    ctx.theme
        .side(side.map(|side| ctx.chronicle.side(side).hue))
}

/// The tracks that the layers let through and that the visible time touches.
pub(super) fn visible_tracks<'a>(
    ctx: &ViewCtx<'a>,
) -> impl Iterator<Item = (TrackIdx, &'a Track)> + use<'a> {
    let (layers, window) = (ctx.state.view.layers, ctx.state.view.window);
    let tracks = ctx.chronicle.parts().tracks.iter().enumerate();
    tracks
        .map(|(idx, track)| (TrackIdx::new(idx), track))
        .filter(move |(_, track)| match track.status {
            Status::Actual => layers.actual_tracks,
            Status::Planned => layers.planned_tracks,
        })
        .filter(move |(_, track)| touches(track, window))
}

/// Whether some of the way lies in the window: the first stop begins before its end, and the last
/// is not over before its beginning.
fn touches(track: &Track, window: Window) -> bool {
    let (Some(first), Some(last)) = (track.stops.first(), track.stops.last()) else {
        return false;
    };
    let from = first.when.bounds().outer().0;
    let to = last.when.bounds().outer().1;
    from.is_none_or(|from| from.0 as f64 <= window.to)
        && to.is_none_or(|to| to.0 as f64 >= window.from)
}

/// What hovering over an event says.
pub(super) fn hover_card(ui: &mut Ui, ctx: &ViewCtx<'_>, event: EventIdx) {
    let record = ctx.chronicle.event(event);
    ui.set_max_width(340.0);
    let date =
        egui::RichText::new(words::event_date(ctx, record)).font(font(Face::Sans, size::SMALL));
    ui.label(date.color(ctx.theme.ink_soft));
    let title = egui::RichText::new(words::text(ctx, &record.title));
    ui.label(title.font(font(Face::SerifBold, size::LARGE)));
    if let Some(place) = record.place {
        ui.label(words::place_name(ctx, place));
    }
    let sources = ctx.chronicle.sources_of(record.accounts.iter());
    let names: Vec<String> = sources
        .into_iter()
        .map(|source| words::source_name(ctx, source))
        .collect();
    let names = egui::RichText::new(names.join("; ")).font(font(Face::Sans, size::SMALL));
    ui.label(names.color(ctx.theme.ink_soft));
    if !ctx.chronicle.differences(&record.accounts).is_empty() || !record.disagreement.is_empty() {
        ui.label(egui::RichText::new(ctx.locale.tr("accounts-differ")).color(ctx.theme.accent));
    }
}

/// The menu of the other mouse button on a record.
pub(super) fn record_menu(
    response: &Response,
    ctx: &ViewCtx<'_>,
    selection: Selection,
    actions: &mut Actions,
) {
    response.context_menu(|ui| {
        if ui.button(ctx.locale.tr("command-go-there")).clicked() {
            actions.push(Action::GoTo(selection));
            ui.close();
        }
        if ui.button(ctx.locale.tr("command-look-at-it")).clicked() {
            actions.push(Action::GoTo(selection));
            actions.push(Action::FitSelection {
                map_size: ctx.map_size,
            });
            ui.close();
        }
        if let Selection::Event(event) = selection
            && ui.button(ctx.locale.tr("command-copy-citation")).clicked()
        {
            let citation = words::citation(ctx, event);
            actions.push(Action::Wish(Effect::Copy(citation)));
            ui.close();
        }
    });
}
