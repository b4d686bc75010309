//! The foot of a picture: the sources of what is shown, the chronicle and its licence.

use super::{ViewCtx, words};
use crate::model::{EventIdx, SourceIdx};
use crate::theme::{Face, font, size};
use egui::text::LayoutJob;
use egui::{Galley, Rect, Stroke, Ui, vec2};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The room above and below the words, in points.
const PADDING_PX: f32 = 8.0;

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

/// The words of the foot with every source in them.
pub fn footer_text(ctx: &ViewCtx<'_>) -> String {
    text_with(ctx, &sources_shown(ctx), Detail::Named(usize::MAX))
}

/// How much the foot says of the sources.
#[derive(Clone, Copy)]
enum Detail {
    /// The works that were read by author and title; of the others their number.
    Brief,
    /// The works that were read with where they appeared, at most so many of those that were
    /// read in them, and the number of the others.
    Named(usize),
}

fn text_with(ctx: &ViewCtx<'_>, sources: &[SourceIdx], detail: Detail) -> String {
    let max_cited = match detail {
        Detail::Brief => 0,
        Detail::Named(max_cited) => max_cited,
    };
    let is_cited = |&&source: &&SourceIdx| !ctx.chronicle.source(source).through.is_empty();
    let num_read = sources.iter().take_while(|it| !is_cited(it)).count();
    let num_named = num_read.saturating_add(max_cited).min(sources.len());
    let (read, cited) = sources[..num_named].split_at(num_read);
    let read = read.iter().map(|&source| match detail {
        Detail::Brief => words::source_name(ctx, source),
        Detail::Named(_) => words::source_entry(ctx, source),
    });
    let cited = cited.iter().map(|&source| words::source_name(ctx, source));
    let mut names: Vec<String> = read.chain(cited).collect();
    let num_more = sources.len() - num_named;
    if num_more > 0 {
        let number = ctx.locale.number(num_more as f64);
        let values = [
            ("number", number.into()),
            ("amount", (num_more as f64).into()),
        ];
        names.push(ctx.locale.tr_with("picture-more-sources", &values));
    }
    let parts = ctx.chronicle.parts();
    let chronicle = format!(
        "Salnamə · {} {} · {}",
        words::text(ctx, ctx.chronicle.title()),
        parts.version,
        parts.licence
    );
    if names.is_empty() {
        return chronicle;
    }
    let listed = ctx
        .locale
        .tr_with("picture-sources", &[("sources", names.join("; ").into())]);
    format!("{listed}\n{chronicle}")
}

/// The foot, laid out: as many of the works that were read in another as there is room for.
fn galley(ui: &Ui, ctx: &ViewCtx<'_>, width_px: f32, max_px: f32) -> Arc<Galley> {
    let sources = sources_shown(ctx);
    let lay_out = |detail| {
        let job = LayoutJob::simple(
            text_with(ctx, &sources, detail),
            font(Face::Sans, size::SMALL),
            ctx.theme.ink_soft,
            width_px - 32.0,
        );
        ui.painter().layout_job(job)
    };
    let fits = |galley: &Galley| galley.size().y + 2.0 * PADDING_PX <= max_px;
    // No name is shorter than this, so more names than this need not be tried.
    const MIN_NAME_PX: f32 = 40.0;
    let line_px = max_px / size::SMALL * width_px;
    let most_names = ((line_px / MIN_NAME_PX) as usize).min(sources.len());
    if most_names == sources.len() {
        let all = lay_out(Detail::Named(usize::MAX));
        if fits(&all) {
            return all;
        }
    }
    // As many as fit, found by halving.
    let (mut most, mut too_many) = (None, most_names);
    while too_many > most.map_or(0, |most| most + 1) {
        let middle = most.map_or(0, |most: usize| most.midpoint(too_many));
        let galley = lay_out(Detail::Named(middle));
        if fits(&galley) {
            most = Some(middle);
        } else {
            too_many = middle;
        }
    }
    most.map_or_else(
        || lay_out(Detail::Brief),
        |most| lay_out(Detail::Named(most)),
    )
}

/// How high the foot is at this width and at most about this high, in points.
pub(super) fn height_px(ui: &Ui, ctx: &ViewCtx<'_>, width_px: f32, max_px: f32) -> f32 {
    galley(ui, ctx, width_px, max_px).size().y + 2.0 * PADDING_PX
}

/// The foot of a picture in `rect`.
pub(super) fn footer_ui(ui: &Ui, ctx: &ViewCtx<'_>, rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, ctx.theme.panel);
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, ctx.theme.rule));
    // A rounded height must not cost a line.
    let galley = galley(ui, ctx, rect.width(), rect.height() + 1.0);
    painter.galley(
        rect.min + vec2(16.0, PADDING_PX),
        galley,
        ctx.theme.ink_soft,
    );
}
