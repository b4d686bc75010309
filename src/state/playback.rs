//! Running time: how fast, and how far in one frame.

use crate::time::{Minute, Window};
use serde::{Deserialize, Serialize};

/// How much time of the chronicle passes in one second of watching.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Speed {
    /// Ten minutes.
    TenMinutes,
    /// An hour.
    Hour,
    /// Three hours.
    ThreeHours,
    /// Half a day.
    HalfDay,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month of thirty days.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
}

impl Speed {
    /// All speeds, from slow to fast.
    pub const ALL: [Self; 9] = [
        Self::TenMinutes,
        Self::Hour,
        Self::ThreeHours,
        Self::HalfDay,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Year,
        Self::Decade,
    ];

    /// Minutes of the chronicle in one second of watching.
    pub fn minutes_per_second(self) -> f64 {
        const DAY: f64 = 24.0 * 60.0;
        match self {
            Self::TenMinutes => 10.0,
            Self::Hour => 60.0,
            Self::ThreeHours => 180.0,
            Self::HalfDay => DAY / 2.0,
            Self::Day => DAY,
            Self::Week => 7.0 * DAY,
            Self::Month => 30.0 * DAY,
            Self::Year => 365.25 * DAY,
            Self::Decade => 3652.5 * DAY,
        }
    }

    /// The key of the speed's name in the message files.
    pub fn key(self) -> &'static str {
        match self {
            Self::TenMinutes => "ten-minutes",
            Self::Hour => "hour",
            Self::ThreeHours => "three-hours",
            Self::HalfDay => "half-day",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Decade => "decade",
        }
    }

    /// The next faster or slower speed, or this one at the end of the list.
    pub fn stepped(self, faster: bool) -> Self {
        let here = Self::ALL
            .iter()
            .position(|&speed| speed == self)
            .unwrap_or_default();
        let next = if faster {
            here + 1
        } else {
            here.saturating_sub(1)
        };
        Self::ALL[next.min(Self::ALL.len() - 1)]
    }
}

/// Whether time runs, and how fast.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Playback {
    /// Whether it runs.
    pub playing: bool,
    /// How fast.
    pub speed: Speed,
}

impl Default for Playback {
    fn default() -> Self {
        Self {
            playing: false,
            speed: Speed::ThreeHours,
        }
    }
}

impl Playback {
    /// Where the cursor is after `elapsed_secs` of watching, with the part of a minute that is
    /// left over, and whether it reached the end of the window and so stops.
    pub fn advanced(
        &self,
        cursor: Minute,
        left_over: f64,
        elapsed_secs: f64,
        window: Window,
    ) -> (Minute, f64, bool) {
        // A frame that took very long, after sleep for example, must not skip the whole story.
        const LONGEST_FRAME_SECS: f64 = 0.25;
        let elapsed_secs = elapsed_secs.clamp(0.0, LONGEST_FRAME_SECS);
        let minutes = left_over + elapsed_secs * self.speed.minutes_per_second();
        let whole = minutes.floor();
        let next = Minute(cursor.0.saturating_add(whole as i64)).clamped();
        let end = Minute(window.to as i64);
        if next >= end {
            (end, 0.0, true)
        } else {
            (next, minutes - whole, false)
        }
    }
}
