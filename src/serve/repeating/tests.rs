use super::*;
use crate::clock::{Clock, Moment};
use std::cell::{Cell, RefCell};
use tokio::sync::oneshot;

#[tokio::test]
async fn what_panics_once_is_done_again_and_the_operator_is_told() {
    let log = Log::memory(Clock::fixed(Moment::from_millis(0)));
    let (stop, stopped) = oneshot::channel::<()>();
    let (times, stop) = (Cell::new(0), RefCell::new(Some(stop)));
    let work = async || {
        times.set(times.get() + 1);
        match times.get() {
            1 => panic!("of one row"),
            2 => Err(store::Error::Closed),
            3 => Ok(true),
            _ => {
                stop.take();
                Ok(false)
            }
        }
    };
    repeat("reminders_failed", log.clone(), work, Duration::ZERO, async { drop(stopped.await) }).await;
    assert_eq!(times.get(), 4);
    let said: Vec<String> = log.lines().iter().map(|line| line.split_once("level=").unwrap().1.to_owned()).collect();
    let [panicked, failed] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(panicked, "error event=reminders_failed why=\"of one row\"");
    assert!(failed.starts_with("warn event=reminders_failed"), "{failed}");
    assert_eq!(log.told("reminders_failed").unwrap().detail("why"), store::Error::Closed.to_string());
}
