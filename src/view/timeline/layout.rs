//! Where every event of the chronology goes: pure, in points, testable without a screen.
//!
//! Rows depend on the scale and on the words, never on which part is in view, so that panning
//! moves everything alike. Important events choose their rows first; what finds no room shows
//! as a mark, and where marks find none either, as a count.
//!
//! ```text
//! lane head │ ●label of an event   ◐▒▒▒▒▒label        │ row 0
//!           │      ●another          ○planned   +3    │ row 1
//! ```

use crate::model::{Chronicle, EventIdx, EventKind, SideIdx, SourceIdx, Status};
use crate::state::Grouping;
use crate::time::Window;

/// The diameter of an event's badge in points.
pub const BADGE_PX: f64 = 17.0;
/// The height of a row in points.
pub const ROW_PX: f64 = 22.0;
/// The room between two items of a row in points.
const GAP_PX: f64 = 5.0;
/// The room between a badge and its label in points.
pub const LABEL_GAP_PX: f64 = 4.0;
/// How far an open end is drawn, in points.
pub const STUB_PX: f64 = 44.0;

/// What a lane stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LaneKey {
    /// A side.
    Side(SideIdx),
    /// A kind of event.
    Kind(EventKind),
    /// The source of an event's first account.
    Source(SourceIdx),
    /// Everything that has no other lane.
    Rest,
}

/// A lane with its events in order of time.
#[derive(Clone, PartialEq, Debug)]
pub struct Lane {
    /// What it stands for.
    pub key: LaneKey,
    /// Its events.
    pub events: Vec<EventIdx>,
}

/// An event with its place in a lane. Times stay minutes here: the screen's points are found from
/// them in each frame, so that nothing is lost far from the axis's origin.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Item {
    /// Which event.
    pub event: EventIdx,
    /// The row in its lane, from the top.
    pub row: usize,
    /// When it begins, in minutes; negative infinity if that is open.
    pub from: f64,
    /// When it ends, in minutes; infinity if that is open.
    pub to: f64,
    /// How far the room in its row reaches beyond the badge's centre, label included, in points.
    pub reach_px: f64,
    /// Whether its label is shown.
    pub labelled: bool,
}

/// Events that found no room, counted.
#[derive(Clone, PartialEq, Debug)]
pub struct Overflow {
    /// When the count stands, in minutes.
    pub at: f64,
    /// The events.
    pub events: Vec<EventIdx>,
}

/// A lane, laid out.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct LaneLayout {
    /// The events that found room, in order of time.
    pub items: Vec<Item>,
    /// For each item, the latest minute that it or any before it reaches, label included.
    latest_reach: Vec<f64>,
    /// Those that found none.
    pub overflow: Vec<Overflow>,
    /// How many rows are in use.
    pub num_rows: usize,
}

/// Sort the chronicle's events into lanes. Lanes without events are left out.
pub fn lanes(chronicle: &Chronicle, grouping: Grouping) -> Vec<Lane> {
    let mut lanes: std::collections::BTreeMap<LaneKey, Vec<EventIdx>> = Default::default();
    for &event in chronicle.events_by_time() {
        let record = chronicle.event(event);
        let key = match grouping {
            Grouping::Side => chronicle
                .side_of_event(event)
                .map_or(LaneKey::Rest, LaneKey::Side),
            Grouping::Kind => LaneKey::Kind(record.kind),
            Grouping::Source => record
                .accounts
                .first()
                .map_or(LaneKey::Rest, |first| LaneKey::Source(first.source)),
            Grouping::None => LaneKey::Rest,
        };
        lanes.entry(key).or_default().push(event);
    }
    lanes
        .into_iter()
        .map(|(key, events)| Lane { key, events })
        .collect()
}

/// Put the lanes with the fewest seen events together into the last one until there are at most
/// `max_lanes`, where there is no room for more. Only events that `is_seen` count.
pub fn merge_smallest(
    chronicle: &Chronicle,
    lanes: &mut Vec<Lane>,
    max_lanes: usize,
    is_seen: &dyn Fn(EventIdx) -> bool,
) {
    if lanes.len() <= max_lanes.max(1) {
        return;
    }
    let mut sizes: Vec<(usize, LaneKey)> = lanes
        .iter()
        .filter(|lane| lane.key != LaneKey::Rest)
        .map(|lane| {
            let seen = lane.events.iter().filter(|&&event| is_seen(event));
            (seen.count(), lane.key)
        })
        .collect();
    sizes.sort_by_key(|&(num_events, key)| (std::cmp::Reverse(num_events), key));
    // The rest has a lane of its own.
    let kept: Vec<LaneKey> = sizes
        .into_iter()
        .take(max_lanes.saturating_sub(1))
        .map(|(_, key)| key)
        .collect();
    let (mut stay, merged): (Vec<Lane>, Vec<Lane>) = std::mem::take(lanes)
        .into_iter()
        .partition(|lane| kept.contains(&lane.key));
    let mut events: Vec<EventIdx> = merged.into_iter().flat_map(|lane| lane.events).collect();
    events.sort_by_key(|&event| chronicle.rank(event));
    stay.push(Lane {
        key: LaneKey::Rest,
        events,
    });
    *lanes = stay;
}

/// The number of rows that each lane gets of `num_rows`: at least one each, a second where there is
/// room, more where there are more events, and never more than the lane has events.
pub fn share_rows(num_events: &[usize], num_rows: usize) -> Vec<usize> {
    let seconds: usize = num_events.iter().map(|&events| events.min(2)).sum();
    let first = if seconds <= num_rows { 2 } else { 1 };
    let mut shares: Vec<usize> = num_events.iter().map(|&events| events.min(first)).collect();
    let mut left = num_rows.saturating_sub(shares.iter().sum());
    while left > 0 {
        // The next row goes where the most events share a row.
        let crowded = (0..shares.len())
            .filter(|&lane| shares[lane] < num_events[lane])
            .max_by_key(|&lane| (num_events[lane] * 1000 / shares[lane], usize::MAX - lane));
        let Some(lane) = crowded else {
            break;
        };
        shares[lane] += 1;
        left -= 1;
    }
    shares
}

/// Lay out one lane. `px_per_minute` is the scale, `label_px` the width of an event's label.
pub fn lay_out(
    chronicle: &Chronicle,
    events: &[EventIdx],
    px_per_minute: f64,
    max_rows: usize,
    label_px: &dyn Fn(EventIdx) -> f64,
) -> LaneLayout {
    let mut by_importance = events.to_vec();
    by_importance.sort_by_key(|&event| {
        let record = chronicle.event(event);
        let planned = record.status == Status::Planned;
        (
            std::cmp::Reverse(record.importance),
            planned,
            chronicle.rank(event),
        )
    });
    let mut rows: Vec<Row> = vec![Row::default(); max_rows.max(1)];
    let mut layout = LaneLayout::default();
    let mut homeless = Vec::new();
    for event in by_importance {
        let (from, to) = extent(chronicle, event);
        let (from_px, to_px) = (from * px_per_minute, to * px_per_minute);
        let (left, right) = occupied_px(from_px, to_px);
        let label_end = badge_px(from_px, to_px) + BADGE_PX / 2.0 + LABEL_GAP_PX + label_px(event);
        let with_label = label_end.max(right);
        let labelled_row = rows.iter().position(|row| row.is_free(left, with_label));
        let row = labelled_row.or_else(|| rows.iter().position(|row| row.is_free(left, right)));
        match row {
            Some(row) => {
                let labelled = labelled_row.is_some();
                let right_px = if labelled { with_label } else { right };
                rows[row].take(left, right_px);
                layout.num_rows = layout.num_rows.max(row + 1);
                let reach_px = right_px - badge_px(from_px, to_px);
                layout.items.push(Item {
                    event,
                    row,
                    from,
                    to,
                    reach_px,
                    labelled,
                });
            }
            None => homeless.push((left, event)),
        }
    }
    layout.items.sort_by_key(|item| chronicle.rank(item.event));
    layout.latest_reach = latest_reach(&layout.items, px_per_minute);
    layout.overflow = gathered(homeless, px_per_minute);
    layout
}

impl LaneLayout {
    /// The items that may be in sight, at the scale they were laid out for: found by halving, so
    /// that a long chronicle costs no more than what is seen of it.
    pub fn items_between(&self, window: Window, px_per_minute: f64) -> &[Item] {
        // Badges and the stubs of open ends stand out to both sides of an event's own time.
        let margin = (STUB_PX + BADGE_PX) / px_per_minute;
        let first = self
            .latest_reach
            .partition_point(|&reach| reach < window.from - margin);
        // The order of the items is that of their starts, or of their ends where they are open.
        let starts_before = |item: &Item| {
            let start = if item.from.is_finite() {
                item.from
            } else {
                item.to
            };
            !start.is_finite() || start <= window.to + margin
        };
        let last = self.items.partition_point(starts_before);
        self.items.get(first..last).unwrap_or_default()
    }
}

/// The running maximum of how far the items reach, in minutes.
fn latest_reach(items: &[Item], px_per_minute: f64) -> Vec<f64> {
    let mut latest = f64::NEG_INFINITY;
    let reaches = items.iter().map(|item| {
        let anchor_px = badge_px(item.from * px_per_minute, item.to * px_per_minute);
        latest = latest.max((anchor_px + item.reach_px) / px_per_minute);
        if item.to.is_finite() {
            latest = latest.max(item.to);
        }
        latest
    });
    reaches.collect()
}

/// When an event begins and ends, in minutes; an open end is infinite.
fn extent(chronicle: &Chronicle, event: EventIdx) -> (f64, f64) {
    let (from, to) = chronicle.event(event).when.bounds().outer();
    (
        from.map_or(f64::NEG_INFINITY, |minute| minute.0 as f64),
        to.map_or(f64::INFINITY, |minute| minute.0 as f64),
    )
}

/// The room that an event takes without its label: half a badge before the start, and its time or
/// the other half behind. An open end takes no more than a stub, or it would close its row for
/// ever.
fn occupied_px(from_px: f64, to_px: f64) -> (f64, f64) {
    const HALF_PX: f64 = BADGE_PX / 2.0;
    match (from_px.is_finite(), to_px.is_finite()) {
        (true, true) => (from_px - HALF_PX, to_px.max(from_px + HALF_PX)),
        (true, false) => (from_px - HALF_PX, from_px + STUB_PX),
        (false, true) => (to_px - STUB_PX, to_px + HALF_PX),
        (false, false) => (-STUB_PX, STUB_PX),
    }
}

/// The centre of an event's badge: its start, or its end where the start is open.
pub fn badge_px(from_px: f64, to_px: f64) -> f64 {
    if from_px.is_finite() {
        from_px
    } else if to_px.is_finite() {
        to_px
    } else {
        0.0
    }
}

/// Counts of events that found no room, one for each stretch of about a label's width.
fn gathered(mut homeless: Vec<(f64, EventIdx)>, px_per_minute: f64) -> Vec<Overflow> {
    const STRETCH_PX: f64 = 60.0;
    homeless.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut gathered: Vec<Overflow> = Vec::new();
    for (left, event) in homeless {
        let at = left / px_per_minute;
        match gathered.last_mut() {
            Some(last) if (at - last.at) * px_per_minute < STRETCH_PX => last.events.push(event),
            _ => gathered.push(Overflow {
                at,
                events: vec![event],
            }),
        }
    }
    gathered
}

/// What is taken of one row: disjoint stretches in order.
#[derive(Clone, Debug, Default)]
struct Row {
    taken: Vec<(f64, f64)>,
}

impl Row {
    fn is_free(&self, left: f64, right: f64) -> bool {
        let after = self.taken.partition_point(|&(_, end)| end + GAP_PX <= left);
        self.taken
            .get(after)
            .is_none_or(|&(start, _)| right + GAP_PX <= start)
    }

    fn take(&mut self, left: f64, right: f64) {
        let at = self.taken.partition_point(|&(start, _)| start < left);
        self.taken.insert(at, (left, right));
    }
}

/// The scale of a window on a pane this wide.
pub fn px_per_minute(window: Window, width_px: f64) -> f64 {
    width_px / window.span()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_shared_by_need() {
        assert_eq!(share_rows(&[10, 2, 1], 6), [3, 2, 1]);
        assert_eq!(share_rows(&[10, 2, 1], 3), [1, 1, 1]);
        assert_eq!(share_rows(&[1, 1], 10), [1, 1]);
        assert_eq!(share_rows(&[5, 5], 1), [1, 1]);
        assert_eq!(share_rows(&[], 4), [0_usize; 0]);
    }

    #[test]
    fn a_row_keeps_its_items_apart() {
        let mut row = Row::default();
        row.take(100.0, 200.0);
        assert!(!row.is_free(150.0, 160.0));
        assert!(!row.is_free(202.0, 220.0));
        assert!(row.is_free(205.0, 220.0));
        row.take(0.0, 50.0);
        assert!(row.is_free(55.0, 95.0));
        assert!(!row.is_free(40.0, 300.0));
    }

    /// At every scale no two items of a row touch, nothing is lost, and the order is that of time.
    #[test]
    fn the_built_in_chronicle_never_collides() {
        let loaded = crate::data::load(&crate::io::builtin_chronicle());
        let chronicle = loaded.chronicle.unwrap();
        let label_px = |event: EventIdx| 40.0 + f64::from(event.0 % 7) * 30.0;
        for (step, grouping) in (0..60).flat_map(|step| Grouping::ALL.map(|g| (step, g))) {
            let px_per_minute = 0.001 * 1.2_f64.powi(step);
            for lane in lanes(&chronicle, grouping) {
                for max_rows in [1, 3, 9] {
                    let layout =
                        lay_out(&chronicle, &lane.events, px_per_minute, max_rows, &label_px);
                    let num_counted: usize = layout
                        .overflow
                        .iter()
                        .map(|overflow| overflow.events.len())
                        .sum();
                    assert_eq!(layout.items.len() + num_counted, lane.events.len());
                    assert!(
                        layout
                            .items
                            .is_sorted_by_key(|item| chronicle.rank(item.event))
                    );
                    assert_nothing_in_sight_is_missed(&layout, px_per_minute);
                    let span = |item: &Item| {
                        let (from, to) = (item.from * px_per_minute, item.to * px_per_minute);
                        (occupied_px(from, to).0, badge_px(from, to) + item.reach_px)
                    };
                    for (idx, item) in layout.items.iter().enumerate() {
                        assert!(item.row < max_rows);
                        for other in &layout.items[idx + 1..] {
                            let ((a, b), (c, d)) = (span(item), span(other));
                            let apart = item.row != other.row || b < c || d < a;
                            assert!(apart, "{item:?} and {other:?} at {px_per_minute}");
                        }
                    }
                }
            }
        }
    }

    /// What is found by halving is all that a look at every item finds.
    fn assert_nothing_in_sight_is_missed(layout: &LaneLayout, px_per_minute: f64) {
        for day in 0..40 {
            let from = f64::from(-26_150_000 + day * 1440);
            let window = Window::new(from, from + 4000.0);
            let found = layout.items_between(window, px_per_minute);
            for item in &layout.items {
                let (from_px, to_px) = (item.from * px_per_minute, item.to * px_per_minute);
                let anchor = badge_px(from_px, to_px) / px_per_minute;
                let right = anchor + item.reach_px / px_per_minute;
                let left = if item.from.is_finite() {
                    item.from
                } else {
                    anchor
                };
                let right = if item.to.is_finite() {
                    right.max(item.to)
                } else {
                    right
                };
                let in_sight = left <= window.to && right >= window.from;
                assert!(!in_sight || found.contains(item), "{item:?} in {window:?}");
            }
        }
    }

    #[test]
    fn counts_gather_what_stands_close() {
        let at = |left: f64, idx: u32| (left, EventIdx(idx));
        let counts = gathered(vec![at(100.0, 2), at(0.0, 0), at(30.0, 1)], 1.0);
        assert_eq!(counts.len(), 2);
        assert_eq!(counts[0].events, [EventIdx(0), EventIdx(1)]);
    }
}
