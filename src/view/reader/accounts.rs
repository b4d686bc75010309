//! Accounts: who says what, in which words, and where they differ.

use super::small;
use crate::model::{Account, Difference, Excerpt, LocalText};
use crate::theme::{Face, font, size};
use crate::view::{ViewCtx, words};
use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Margin, RichText, Stroke, Ui};

/// A box that says that the accounts differ, and about what; nothing if they agree.
pub(super) fn differences_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    accounts: &[Account],
    disagreement: &LocalText,
) {
    let differences = ctx.chronicle.differences(accounts);
    if differences.is_empty() && disagreement.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let frame = Frame::new()
        .fill(ctx.theme.faded(ctx.theme.accent_soft, 0.55))
        .stroke(Stroke::new(1.0, ctx.theme.accent))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let head = RichText::new(ctx.locale.tr("accounts-differ"));
        ui.label(
            head.font(font(Face::SansBold, size::BODY))
                .color(ctx.theme.accent),
        );
        for &difference in &differences {
            ui.label(words::difference(ctx, difference));
            for (claim, sources) in claims(ctx, accounts, difference) {
                let line = format!("{claim} — {}", sources.join("; "));
                ui.add(egui::Label::new(small(ctx, line)).wrap());
            }
        }
        if !disagreement.is_empty() {
            ui.add(egui::Label::new(words::text(ctx, disagreement)).wrap());
        }
    });
}

/// What the accounts claim, each claim once with the sources that make it, in the order in which
/// the claims are first made.
fn claims(
    ctx: &ViewCtx<'_>,
    accounts: &[Account],
    difference: Difference,
) -> Vec<(String, Vec<String>)> {
    let mut claims: Vec<(String, Vec<String>)> = Vec::new();
    for account in accounts {
        let Some(claim) = words::claim(ctx, account, difference) else {
            continue;
        };
        let source = words::source_name(ctx, account.source);
        match claims.iter_mut().find(|(known, _)| *known == claim) {
            Some((_, sources)) if sources.contains(&source) => {}
            Some((_, sources)) => sources.push(source),
            None => claims.push((claim, vec![source])),
        }
    }
    claims
}

/// One account: source and locator, what it says, its own date and numbers, the quoted words and
/// their meaning.
pub(super) fn account_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, account: &Account) {
    ui.add_space(4.0);
    let mut source = words::source_name(ctx, account.source);
    if let Some(at) = &account.locator {
        source.push_str(", ");
        source.push_str(&words::locator(ctx, at));
    }
    let name = RichText::new(source).font(font(Face::SansBold, size::SMALL));
    let standpoint = words::text(ctx, &ctx.chronicle.source(account.source).standpoint);
    let label = ui.add(egui::Label::new(name).wrap());
    if !standpoint.is_empty() {
        label.on_hover_text(standpoint);
    }
    if let Some(through) = account.through {
        let name = words::source_name(ctx, through);
        let values = [("source", name.into())];
        ui.add(egui::Label::new(small(ctx, ctx.locale.tr_with("source-through", &values))).wrap());
    }
    ui.add(egui::Label::new(words::text(ctx, &account.says)).wrap());
    let claims = words::account_claims(ctx, account);
    if !claims.is_empty() {
        let claims = RichText::new(claims.join(" · ")).font(font(Face::SansBold, size::SMALL));
        ui.add(egui::Label::new(claims).wrap());
    }
    if let Some(excerpt) = &account.excerpt {
        excerpt_ui(ui, ctx, excerpt);
    }
    if !account.inference.is_empty() {
        let inference = words::text(ctx, &account.inference).to_owned();
        let values = [("inference", inference.into())];
        ui.add(
            egui::Label::new(small(ctx, ctx.locale.tr_with("account-inference", &values))).wrap(),
        );
    }
    ui.add_space(4.0);
}

/// The quoted words behind a bar, restored characters lighter, and what they mean.
fn excerpt_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, excerpt: &Excerpt) {
    let quotation = |ui: &mut Ui| {
        let mut job = excerpt_job(ctx, &excerpt.exact);
        job.wrap.max_width = ui.available_width();
        ui.label(job);
        let rendering = words::text(ctx, &excerpt.rendering);
        if !rendering.is_empty() {
            ui.add(egui::Label::new(small(ctx, rendering)).wrap());
        }
    };
    let response = ui
        .horizontal(|ui| {
            ui.add_space(12.0);
            ui.vertical(quotation);
        })
        .response;
    let x = response.rect.left() + 4.0;
    ui.painter()
        .vline(x, response.rect.y_range(), Stroke::new(2.0, ctx.theme.rule));
}

fn excerpt_job(ctx: &ViewCtx<'_>, exact: &str) -> LayoutJob {
    let format = |color| TextFormat {
        font_id: font(Face::Serif, size::LARGE),
        color,
        ..Default::default()
    };
    let mut job = LayoutJob::default();
    job.append("“", 0.0, format(ctx.theme.ink_soft));
    for (text, restored) in bracketed(exact) {
        let color = if restored {
            ctx.theme.ink_faint
        } else {
            ctx.theme.ink
        };
        job.append(text, 0.0, format(color));
    }
    job.append("”", 0.0, format(ctx.theme.ink_soft));
    job
}

/// The pieces of an excerpt and whether each is an editor's restoration in brackets.
fn bracketed(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let Some(length) = rest[open..].find(']') else {
            break;
        };
        let close = open + length + 1;
        pieces.extend([(&rest[..open], false), (&rest[open..close], true)]);
        rest = &rest[close..];
    }
    pieces.push((rest, false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restorations_are_told_apart() {
        assert_eq!(
            bracketed("aprelin 2[6]-da"),
            [("aprelin 2", false), ("[6]", true), ("-da", false)]
        );
        assert_eq!(bracketed("no end [here"), [("no end [here", false)]);
        assert!(bracketed("").is_empty());
    }
}
