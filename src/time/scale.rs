//! The visible span of time, and the one place where minutes become pixels and back.

use super::minute::{MINUTES_PER_DAY, Minute};
use super::when::Bounds;

/// The shortest span that can be shown, in minutes: nothing in the core is finer.
const MIN_SPAN: f64 = 1.0;
/// How far an open or unknown end is drawn out at least: a year, in minutes.
const OPEN_END: f64 = 365.0 * MINUTES_PER_DAY as f64;

/// The visible span of time in minutes.
///
/// `from` is always before `to`, the span is at least one minute, and all of it lies within
/// [`Minute::MIN`] and [`Minute::MAX`] (so it is shorter than 20,000 years).
/// Every function here keeps that; a window written by hand should go through [`Window::new`].
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Window {
    /// The minute at the left edge.
    pub from: f64,
    /// The minute at the right edge.
    pub to: f64,
}

/// The linear relation between minutes and horizontal pixels of one axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AxisScale {
    /// The visible span.
    pub window: Window,
    /// Screen x of the window's left edge, in pixels (egui points).
    pub left_px: f64,
    /// Width of the window on the screen, in pixels (egui points).
    pub width_px: f64,
}

impl Window {
    /// All the time there is.
    pub const ALL: Window = Window {
        from: Minute::MIN.0 as f64,
        to: Minute::MAX.0 as f64,
    };

    /// A window between two minutes in either order; infinities and NaN go to the ends of time.
    pub fn new(from: f64, to: f64) -> Window {
        let from = if from.is_nan() {
            Window::ALL.from
        } else {
            from
        };
        let to = if to.is_nan() { Window::ALL.to } else { to };
        let (from, to) = if from <= to { (from, to) } else { (to, from) };
        let from = from.clamp(Window::ALL.from, Window::ALL.to);
        let to = to.clamp(Window::ALL.from, Window::ALL.to);
        Window::placed(from, to - from)
    }

    /// The window around a date, with room on both sides.
    ///
    /// `margin_fraction` is a share of the date's own length (0.1 is a tenth on each side).
    /// An open or unknown end is drawn out by the known length, and by a year at least.
    pub fn from_bounds(bounds: &Bounds, margin_fraction: f64) -> Window {
        let known = [
            bounds.start_earliest,
            bounds.start_latest,
            bounds.end_earliest,
            bounds.end_latest,
        ];
        let known = || known.iter().flatten().map(|minute| minute.0 as f64);
        if known().next().is_none() {
            return Window::ALL;
        }
        let first = known().fold(f64::INFINITY, f64::min);
        let last = known().fold(f64::NEG_INFINITY, f64::max);
        let reach = (last - first).max(OPEN_END);
        let (outer_from, outer_to) = bounds.outer();
        let from = outer_from.map_or(first - reach, |_| first);
        let to = outer_to.map_or(last + reach, |_| last);
        let margin_fraction = if margin_fraction.is_finite() {
            margin_fraction.max(0.0)
        } else {
            0.0
        };
        let margin = (to - from) * margin_fraction;
        Window::new(from - margin, to + margin)
    }

    /// The length of the window in minutes.
    pub fn span(&self) -> f64 {
        self.to - self.from
    }

    /// The window magnified by `factor` (2 shows half the span, 0.5 twice as much).
    ///
    /// The anchor, in minutes, keeps its place on the screen, unless the ends of time forbid it.
    /// A factor that is not a positive number changes nothing.
    pub fn zoomed_at(self, anchor_minutes: f64, factor: f64) -> Window {
        if !factor.is_finite() || factor <= 0.0 || !anchor_minutes.is_finite() {
            return self;
        }
        let span = (self.span() / factor).clamp(MIN_SPAN, Window::ALL.span());
        let fraction = (anchor_minutes - self.from) / self.span();
        if !fraction.is_finite() {
            return Window::new(self.from, self.to);
        }
        let from = anchor_minutes - fraction * span;
        Window::placed(from, span)
    }

    /// The window moved by some minutes (positive is later), stopping at the ends of time.
    pub fn panned(self, minutes: f64) -> Window {
        if minutes.is_nan() {
            return self;
        }
        let furthest = Window::ALL.span();
        Window::placed(self.from + minutes.clamp(-furthest, furthest), self.span())
    }

    /// Whether a minute lies in the window, edges included.
    pub fn contains(&self, minute: Minute) -> bool {
        let minute = minute.0 as f64;
        self.from <= minute && minute <= self.to
    }

    /// Whether any part of a date can lie in the window; open and unknown ends reach for ever.
    pub fn touches(&self, bounds: &Bounds) -> bool {
        let (from, to) = bounds.outer();
        from.is_none_or(|from| from.0 as f64 <= self.to)
            && to.is_none_or(|to| to.0 as f64 >= self.from)
    }

    /// A window of a given span starting at `from`. A span that is too short grows around its
    /// middle, and what hangs over an end of time is pushed back in.
    fn placed(from: f64, span: f64) -> Window {
        if !from.is_finite() || !span.is_finite() {
            return Window::ALL;
        }
        let wanted = span.clamp(MIN_SPAN, Window::ALL.span());
        let from = from + (span - wanted) / 2.0;
        let from = from.min(Window::ALL.to - wanted).max(Window::ALL.from);
        Window {
            from,
            to: (from + wanted).min(Window::ALL.to),
        }
    }
}

impl AxisScale {
    /// Screen x, in pixels, of a time in minutes.
    pub fn x_from_minute(&self, minute: f64) -> f64 {
        self.left_px + (minute - self.window.from) / self.window.span() * self.width_px
    }

    /// Time, in minutes, at a screen x in pixels; an axis without width gives its left edge.
    pub fn minute_from_x(&self, x: f64) -> f64 {
        if self.width_px == 0.0 {
            return self.window.from;
        }
        self.window.from + (x - self.left_px) / self.width_px * self.window.span()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::When;
    use proptest::prelude::*;

    fn is_sound(window: Window) -> bool {
        window.from >= Window::ALL.from
            && window.to <= Window::ALL.to
            && window.span() >= MIN_SPAN * 0.999_999
    }

    #[test]
    fn new_accepts_anything() {
        let wild = [
            0.0,
            -1.0,
            1e300,
            -1e300,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            5e9,
        ];
        for from in wild {
            for to in wild {
                let window = Window::new(from, to);
                assert!(is_sound(window), "{from} {to} {window:?}");
                for by in wild {
                    assert!(is_sound(window.panned(by)), "{window:?} {by}");
                    assert!(is_sound(window.zoomed_at(by, 2.0)), "{window:?} {by}");
                    assert!(is_sound(window.zoomed_at(0.0, by)), "{window:?} {by}");
                }
            }
        }
        assert_eq!(
            Window::new(10.0, 0.0),
            Window {
                from: 0.0,
                to: 10.0
            }
        );
        assert_eq!(
            Window::new(10.0, 10.0),
            Window {
                from: 9.5,
                to: 10.5
            }
        );
    }

    #[test]
    fn around_a_date() {
        let bounds = |text: &str| When::parse(text).expect("a date").bounds();
        let day = Window::from_bounds(&bounds("1970-01-02"), 0.5);
        assert_eq!(
            day,
            Window {
                from: 720.0,
                to: 3600.0
            }
        );
        let open = Window::from_bounds(&bounds("1970-01-01/.."), 0.0);
        assert_eq!(
            open,
            Window {
                from: 0.0,
                to: 1440.0 + OPEN_END
            }
        );
        assert_eq!(Window::from_bounds(&bounds("XXXX"), 0.0).to, Window::ALL.to);
        assert!(day.touches(&bounds("1970-01")));
        assert!(day.touches(&bounds("1969/..")));
        assert!(!day.touches(&bounds("1969")));
        assert!(!day.touches(&bounds("../1969-12")));
        assert!(day.contains(Minute(720)) && !day.contains(Minute(719)));
    }

    proptest! {
        #[test]
        fn zoom_keeps_the_anchor(
            // Far enough from the ends of time that no window is pushed back from them.
            from in -3e9..3e9_f64,
            span in 10.0..1e8_f64,
            at in 0.0..1.0_f64,
            factor in 0.1..10.0_f64,
        ) {
            let window = Window::new(from, from + span);
            let anchor = window.from + at * window.span();
            let zoomed = window.zoomed_at(anchor, factor);
            let fraction = (anchor - zoomed.from) / zoomed.span();
            prop_assert!((fraction - at).abs() < 1e-5, "{fraction} {at}");
            prop_assert!((zoomed.span() - window.span() / factor).abs() < 1e-5);
        }

        #[test]
        fn pan_keeps_the_span(from in -4e9..4e9_f64, span in 10.0..1e8_f64, by in -1e12..1e12_f64) {
            let window = Window::new(from, from + span);
            let panned = window.panned(by);
            prop_assert!(is_sound(panned));
            prop_assert!((panned.span() - window.span()).abs() < 1e-5);
        }

        #[test]
        fn pixels_and_minutes_are_inverse(
            from in -5e9..5e9_f64, span in 1.0..1e9_f64, left_px in -100.0..100.0_f64,
            width_px in 1.0..8000.0_f64, at in -1.0..2.0_f64,
        ) {
            let window = Window::new(from, from + span);
            let scale = AxisScale { window, left_px, width_px };
            let minute = window.from + at * window.span();
            let back = scale.minute_from_x(scale.x_from_minute(minute));
            prop_assert!((back - minute).abs() < 1e-5, "{minute} {back}");
        }
    }
}
