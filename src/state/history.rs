//! Undo and redo of view changes.

use super::View;

/// How many steps are kept; a view is small, and nobody goes further back.
const MAX_STEPS: usize = 200;

/// What a step changed; consecutive changes of the same sort are one step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum StepKind {
    Window,
    Cursor,
    Camera,
    Select,
    Lanes,
    Panes,
    Layers,
    Jump,
}

impl StepKind {
    /// Whether a further change of this sort belongs to the same step.
    fn is_continuous(self) -> bool {
        matches!(
            self,
            Self::Window | Self::Cursor | Self::Camera | Self::Panes
        )
    }
}

/// Where the views have been.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<View>,
    future: Vec<View>,
    last: Option<StepKind>,
}

impl History {
    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remember `before`, the view that a step of this kind is about to change.
    pub(super) fn step(&mut self, kind: StepKind, before: &View) {
        let continues = self.last == Some(kind) && kind.is_continuous();
        if !continues || self.past.is_empty() {
            if self.past.len() == MAX_STEPS {
                self.past.remove(0);
            }
            self.past.push(before.clone());
        }
        self.future.clear();
        self.last = Some(kind);
    }

    /// End the current step.
    pub(super) fn settle(&mut self) {
        self.last = None;
    }

    /// One step back from `now`.
    pub(super) fn undo(&mut self, now: &View) -> Option<View> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        self.last = None;
        Some(before)
    }

    /// One step forward from `now`.
    pub(super) fn redo(&mut self, now: &View) -> Option<View> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        self.last = None;
        Some(after)
    }
}
