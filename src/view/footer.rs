//! The foot of a picture: the sources of what is shown, the chronicle and its licence.

use super::{ViewCtx, words};
use crate::model::{EventIdx, SourceIdx};
use crate::theme::{Face, font, size};
use egui::text::LayoutJob;
use egui::{Rect, Stroke, Ui, vec2};
use std::collections::BTreeSet;

/// The sources of everything in the visible time; of the selected event alone, if there is one,
/// come first.
pub fn sources_shown(ctx: &ViewCtx<'_>) -> Vec<SourceIdx> {
    let chronicle = ctx.chronicle;
    let window = ctx.state.view.window;
    let events = (0..chronicle.parts().events.len()).map(EventIdx::new);
    let visible = events.filter(|&event| window.touches(&chronicle.event(event).when.bounds()));
    let of_events = visible.flat_map(|event| &chronicle.event(event).accounts);
    let stops = super::record::visible_tracks(ctx).flat_map(|(_, track)| &track.stops);
    let of_stops = stops
        .filter(|stop| window.touches(&stop.when.bounds()))
        .flat_map(|stop| &stop.accounts);
    let all: BTreeSet<SourceIdx> = of_events
        .chain(of_stops)
        .map(|account| account.source)
        .collect();
    // A source that was read itself stands before those reached through it.
    let mut sources: Vec<SourceIdx> = all.into_iter().collect();
    sources.sort_by_key(|&source| (!chronicle.source(source).through.is_empty(), source));
    sources
}

/// The words of the foot.
pub fn footer_text(ctx: &ViewCtx<'_>) -> String {
    let sources: Vec<String> = sources_shown(ctx)
        .into_iter()
        .map(|source| {
            if ctx.chronicle.source(source).through.is_empty() {
                words::source_entry(ctx, source)
            } else {
                words::source_name(ctx, source)
            }
        })
        .collect();
    let parts = ctx.chronicle.parts();
    let chronicle = format!(
        "Salnamə · {} {} · {}",
        words::text(ctx, ctx.chronicle.title()),
        parts.version,
        parts.licence
    );
    if sources.is_empty() {
        return chronicle;
    }
    let sources = sources.join("; ");
    let listed = ctx
        .locale
        .tr_with("picture-sources", &[("sources", sources.into())]);
    format!("{listed}\n{chronicle}")
}

fn job(ctx: &ViewCtx<'_>, width_px: f32) -> LayoutJob {
    LayoutJob::simple(
        footer_text(ctx),
        font(Face::Sans, size::SMALL),
        ctx.theme.ink_soft,
        width_px - 32.0,
    )
}

/// How high the foot is at this width, in points.
pub(super) fn height_px(ui: &Ui, ctx: &ViewCtx<'_>, width_px: f32) -> f32 {
    ui.painter().layout_job(job(ctx, width_px)).size().y + 16.0
}

/// The foot of a picture in `rect`.
pub(super) fn footer_ui(ui: &Ui, ctx: &ViewCtx<'_>, rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, ctx.theme.panel);
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, ctx.theme.rule));
    let galley = painter.layout_job(job(ctx, rect.width()));
    painter.galley(rect.min + vec2(16.0, 8.0), galley, ctx.theme.ink_soft);
}
