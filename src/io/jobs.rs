//! Named jobs in the background: one of a name at a time, polled once a frame.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// A job that could not be started, or that ended without a result.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JobError {
    /// One of this name is still running.
    #[error("this is still being done")]
    Busy,
    /// The system gave no thread.
    #[error("the job could not be started")]
    NotStarted,
    /// The job ended without a result, which is a bug.
    #[error("the job stopped without a result")]
    Lost,
}

struct Job<T> {
    name: &'static str,
    result: Receiver<T>,
}

/// The jobs that are running; `T` is what they all end in.
pub struct Jobs<T> {
    running: Vec<Job<T>>,
}

impl<T> Default for Jobs<T> {
    fn default() -> Self {
        Self {
            running: Vec::new(),
        }
    }
}

impl<T: Send + 'static> Jobs<T> {
    /// Start `work` on a thread of its own; `wake` is called when it is done.
    ///
    /// # Errors
    ///
    /// If a job of this name is running, or no thread could be started.
    pub fn start(
        &mut self,
        name: &'static str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<(), JobError> {
        if self.is_running(name) {
            return Err(JobError::Busy);
        }
        let (sender, result) = channel();
        let body = move || {
            // Nobody listens any more if the program is closing.
            sender.send(work()).ok();
            wake();
        };
        let thread = std::thread::Builder::new().name(name.to_owned());
        thread.spawn(body).map_err(|_| JobError::NotStarted)?;
        self.running.push(Job { name, result });
        Ok(())
    }

    /// Whether a job of this name is running.
    pub fn is_running(&self, name: &str) -> bool {
        self.running.iter().any(|job| job.name == name)
    }

    /// The name of a running job.
    pub fn first_running(&self) -> Option<&'static str> {
        self.running.first().map(|job| job.name)
    }

    /// The results of the jobs that have ended since the last call.
    pub fn finished(&mut self) -> Vec<Result<T, JobError>> {
        let mut results = Vec::new();
        self.running.retain(|job| match job.result.try_recv() {
            Ok(result) => {
                results.push(Ok(result));
                false
            }
            Err(TryRecvError::Disconnected) => {
                results.push(Err(JobError::Lost));
                false
            }
            Err(TryRecvError::Empty) => true,
        });
        results
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn one_job_of_a_name_at_a_time() {
        let mut jobs = Jobs::default();
        let (go, wait) = channel::<()>();
        let (done, woken) = channel::<()>();
        let wake = move || done.send(()).unwrap();
        jobs.start("picture", wake, move || wait.recv().map(|()| 7))
            .unwrap();
        assert_eq!(jobs.start("picture", || {}, || Ok(8)), Err(JobError::Busy));
        assert!(jobs.finished().is_empty());
        go.send(()).unwrap();
        woken.recv().unwrap();
        let results = jobs.finished();
        assert_eq!(results.len(), 1);
        assert_eq!(results[0].as_ref().unwrap().as_ref().unwrap(), &7);
        assert!(!jobs.is_running("picture"));
    }
}
