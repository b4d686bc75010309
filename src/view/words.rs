//! Records in words of the reader's language.

use super::ViewCtx;
use crate::locale::Value;
use crate::model::{
    Account, ActorIdx, Count, Difference, Event, EventIdx, LocalText, Locator, PlaceIdx, SourceIdx,
    TrackIdx,
};

/// A text in the reader's language.
pub fn text<'a>(ctx: &ViewCtx<'a>, text: &'a LocalText) -> &'a str {
    text.get(ctx.state.language)
}

/// The name of a place.
pub fn place_name<'a>(ctx: &ViewCtx<'a>, place: PlaceIdx) -> &'a str {
    text(ctx, &ctx.chronicle.place(place).name)
}

/// The name of an actor.
pub fn actor_name<'a>(ctx: &ViewCtx<'a>, actor: ActorIdx) -> &'a str {
    text(ctx, &ctx.chronicle.actor(actor).name)
}

/// The short name of an actor, for the map.
pub fn actor_short<'a>(ctx: &ViewCtx<'a>, actor: ActorIdx) -> &'a str {
    let record = ctx.chronicle.actor(actor);
    text(
        ctx,
        if record.short.is_empty() {
            &record.name
        } else {
            &record.short
        },
    )
}

/// The date of an event.
pub fn event_date(ctx: &ViewCtx<'_>, event: &Event) -> String {
    ctx.locale
        .when(&event.when, ctx.state.view.layers.old_style)
}

/// The accessible name of an event: date, title, place, and whether it was only planned.
pub fn event_label(ctx: &ViewCtx<'_>, event: EventIdx) -> String {
    let record = ctx.chronicle.event(event);
    let mut label = format!("{}: {}", event_date(ctx, record), text(ctx, &record.title));
    if let Some(place) = record.place {
        label.push_str(", ");
        label.push_str(place_name(ctx, place));
    }
    if record.status == crate::model::Status::Planned {
        label.push_str(&format!(" ({})", ctx.locale.tr("status-planned")));
    }
    label
}

/// The accessible name of a track.
pub fn track_label(ctx: &ViewCtx<'_>, track: TrackIdx) -> String {
    let record = ctx.chronicle.track(track);
    let status = ctx.locale.tr(&format!("status-{}", record.status.key()));
    format!("{} ({status})", text(ctx, &record.title))
}

/// A source in a few words: author and title.
pub fn source_name(ctx: &ViewCtx<'_>, source: SourceIdx) -> String {
    let record = ctx.chronicle.source(source);
    let author = text(ctx, &record.author);
    let has_letters = record.title.contains(char::is_alphabetic);
    if author.is_empty() && !has_letters && !record.title_meaning.is_empty() {
        // A bare number of somebody's list of works says nothing by itself.
        text(ctx, &record.title_meaning).to_owned()
    } else if author.is_empty() {
        format!("“{}”", record.title)
    } else {
        format!("{author}, “{}”", record.title)
    }
}

/// A source with its title's meaning and where it appeared.
pub fn source_entry(ctx: &ViewCtx<'_>, source: SourceIdx) -> String {
    let record = ctx.chronicle.source(source);
    let mut entry = source_name(ctx, source);
    let meaning = text(ctx, &record.title_meaning);
    if !meaning.is_empty() && meaning != &*record.title && meaning != entry {
        entry.push_str(&format!(" [{meaning}]"));
    }
    // What is known of a work that was read in another is a remark, not a part of its citation.
    let published = text(ctx, &record.published).trim_end_matches('.');
    if !published.is_empty() && record.through.is_empty() {
        entry.push_str(", ");
        entry.push_str(published);
    }
    if !record.through.is_empty() {
        let names = record.through.iter();
        let names: Vec<String> = names.map(|&through| source_name(ctx, through)).collect();
        let name = names.join("; ");
        entry.push_str(", ");
        entry.push_str(
            &ctx.locale
                .tr_with("source-through", &[("source", name.into())]),
        );
    }
    entry
}

/// Where in a source a statement stands.
pub fn locator(ctx: &ViewCtx<'_>, locator: &Locator) -> String {
    let with = |id: &str, number: String| ctx.locale.tr_with(id, &[("number", number.into())]);
    match locator {
        Locator::Page(page) => with("locator-page", page.to_string()),
        Locator::Paragraph(number) => with("locator-paragraph", number.to_string()),
        Locator::Footnote(number) => with("locator-footnote", number.to_string()),
        Locator::Section(section) => text(ctx, section).to_owned(),
    }
}

/// A position in degrees with the letters of its hemispheres.
pub fn coordinates(at: crate::geo::LonLat) -> String {
    let north = if at.lat < 0.0 { 'S' } else { 'N' };
    let east = if at.lon < 0.0 { 'W' } else { 'E' };
    format!("{:.3}° {north}  {:.3}° {east}", at.lat.abs(), at.lon.abs())
}

/// A number with what it counts.
pub fn count(ctx: &ViewCtx<'_>, count: &Count) -> String {
    let mut number = ctx.locale.number(count.value);
    if let Some(to) = count.to {
        number.push('–');
        number.push_str(&ctx.locale.number(to));
    }
    if count.approximate {
        number = ctx
            .locale
            .tr_with("count-about", &[("number", number.into())]);
    }
    let amount = Value::from(count.to.unwrap_or(count.value));
    let id = format!("count-{}", count.what.key());
    let mut words = ctx
        .locale
        .tr_with(&id, &[("number", number.into()), ("amount", amount)]);
    let note = text(ctx, &count.note);
    if !note.is_empty() {
        words.push_str(&format!(" ({note})"));
    }
    words
}

/// What an account gives as its own date and place, where it gives any.
pub fn account_claims(ctx: &ViewCtx<'_>, account: &Account) -> Vec<String> {
    let mut claims = Vec::new();
    if let Some(when) = &account.when {
        claims.push(ctx.locale.when(when, ctx.state.view.layers.old_style));
    }
    if let Some(place) = account.place {
        claims.push(place_name(ctx, place).to_owned());
    }
    claims.extend(account.counts.iter().map(|value| count(ctx, value)));
    claims
}

/// What an account says of something that accounts differ about; `None` if it is silent on it.
pub fn claim(ctx: &ViewCtx<'_>, account: &Account, difference: Difference) -> Option<String> {
    match difference {
        Difference::Time => {
            let when = account.when.as_ref()?;
            Some(ctx.locale.when(when, ctx.state.view.layers.old_style))
        }
        Difference::Place => Some(place_name(ctx, account.place?).to_owned()),
        Difference::Count(what) => {
            let counts = account.counts.iter().filter(|count| count.what == what);
            let words: Vec<String> = counts.map(|value| count(ctx, value)).collect();
            (!words.is_empty()).then(|| words.join("; "))
        }
    }
}

/// What accounts differ about.
pub fn difference(ctx: &ViewCtx<'_>, difference: Difference) -> String {
    match difference {
        Difference::Time => ctx.locale.tr("differ-time"),
        Difference::Place => ctx.locale.tr("differ-place"),
        Difference::Count(_) => ctx.locale.tr("differ-count"),
    }
}

/// An event with its sources, to be pasted into a paper.
pub fn citation(ctx: &ViewCtx<'_>, event: EventIdx) -> String {
    let record = ctx.chronicle.event(event);
    let mut lines = vec![format!(
        "{}. {}",
        event_date(ctx, record),
        text(ctx, &record.title)
    )];
    for account in &record.accounts {
        let mut line = match account.through {
            Some(through) => {
                let values = [("source", source_entry(ctx, through).into())];
                let read_in = ctx.locale.tr_with("source-through", &values);
                format!("{}, {read_in}", source_name(ctx, account.source))
            }
            None => source_entry(ctx, account.source),
        };
        if let Some(at) = &account.locator {
            line.push_str(", ");
            line.push_str(&locator(ctx, at));
        }
        if let Some(excerpt) = &account.excerpt {
            line.push_str(&format!(": “{}”", excerpt.exact));
        }
        lines.push(line);
    }
    let parts = ctx.chronicle.parts();
    lines.push(format!(
        "Salnamə, {} {}",
        text(ctx, ctx.chronicle.title()),
        parts.version
    ));
    lines.join("\n")
}
