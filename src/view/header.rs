//! The head of a picture: title, date, and what is shown.

use super::{ViewCtx, words};
use crate::theme::{Face, font, size};
use egui::{Rect, Stroke, Ui, pos2};

/// The height of the head in points.
pub(super) const HEIGHT_PX: f32 = 64.0;

/// The head of a picture in `rect`.
pub(super) fn header_ui(ui: &Ui, ctx: &ViewCtx<'_>, rect: Rect) {
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, ctx.theme.panel);
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, ctx.theme.rule),
    );
    let left = rect.left() + 16.0;
    let date = ctx.locale.minute(ctx.state.view.cursor);
    let date_galley =
        painter.layout_no_wrap(date, font(Face::SansBold, size::HEADING), ctx.theme.accent);
    let date_left = rect.right() - 16.0 - date_galley.size().x;
    let date_top = rect.center().y - date_galley.size().y / 2.0;
    painter.galley(pos2(date_left, date_top), date_galley, ctx.theme.accent);
    let room_px = date_left - left - 24.0;
    let fitted = |text: &str, face: Face, size: f32, color| {
        let mut job =
            egui::text::LayoutJob::simple_singleline(text.to_owned(), font(face, size), color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room_px);
        painter.layout_job(job)
    };
    // A title that would be cut is set smaller first.
    let title = words::text(ctx, ctx.chronicle.title());
    let sizes = [size::TITLE, size::HEADING, size::LARGE, size::BODY];
    let galleys = sizes.map(|size| fitted(title, Face::SerifBold, size, ctx.theme.ink));
    let whole = galleys
        .iter()
        .find(|galley| !galley.elided)
        .or(galleys.last());
    let Some(title_galley) = whole.cloned() else {
        return;
    };
    let subtitle = subtitle(ctx);
    let subtitle_galley = fitted(&subtitle, Face::Sans, size::BODY, ctx.theme.ink_soft);
    let height = title_galley.size().y
        + if subtitle.is_empty() {
            0.0
        } else {
            subtitle_galley.size().y
        };
    let top = rect.center().y - height / 2.0;
    let below = top + title_galley.size().y;
    painter.galley(pos2(left, top), title_galley, ctx.theme.ink);
    if !subtitle.is_empty() {
        painter.galley(pos2(left, below), subtitle_galley, ctx.theme.ink_soft);
    }
}

/// The selected event, if it has a title; a picture of everything needs none.
fn subtitle(ctx: &ViewCtx<'_>) -> String {
    match ctx.state.selected_event() {
        Some(event) => {
            let record = ctx.chronicle.event(event);
            format!(
                "{} · {}",
                words::event_date(ctx, record),
                words::text(ctx, &record.title)
            )
        }
        None => String::new(),
    }
}
