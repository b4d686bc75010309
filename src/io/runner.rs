//! Doing several things at once that do not depend on each other.

use crate::data::{Runner, Task};
use std::num::NonZero;
use std::sync::Mutex;

/// Does as many tasks at once as the machine has processors.
#[derive(Clone, Copy, Debug)]
pub struct AtOnce;

impl Runner for AtOnce {
    fn run(&self, tasks: Vec<Task<'_>>) {
        let num_threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        let num_threads = num_threads.min(tasks.len());
        let tasks = Mutex::new(tasks.into_iter());
        let work = || {
            // The lock is held only while a task is taken, so no task can poison it.
            let take = || tasks.lock().ok().and_then(|mut tasks| tasks.next());
            while let Some(task) = take() {
                task();
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..num_threads {
                // Where the system gives no thread, this one does the work alone.
                let _ = std::thread::Builder::new().spawn_scoped(scope, work);
            }
            work();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn every_task_is_done_once() {
        let done: Vec<AtomicUsize> = (0..50).map(|_| AtomicUsize::new(0)).collect();
        let tasks = done.iter().map(|count| -> Task<'_> {
            Box::new(|| {
                count.fetch_add(1, Ordering::Relaxed);
            })
        });
        AtOnce.run(tasks.collect());
        AtOnce.run(Vec::new());
        assert!(done.iter().all(|count| count.load(Ordering::Relaxed) == 1));
    }
}
