//! A closure that holds the writer, so that a test can queue writes behind it and have them carried out as one group.

use crate::harness::clinic::START;
use mypage::store::Store;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Holds the writer thread of a store until it is opened.
pub struct Gate {
    key: Sender<()>,
    holder: tokio::task::JoinHandle<()>,
}

impl Gate {
    /// Returns once the writer is held and its queue is empty; gives none when the store takes no writes.
    pub async fn close(store: &Store) -> Option<Self> {
        let (key, lock): (Sender<()>, Receiver<()>) = channel();
        let (held, mut holding) = tokio::sync::mpsc::unbounded_channel();
        let store = store.clone();
        let holder = tokio::spawn(async move {
            // Running twice must not wait twice, so the lock counts as open when the key is gone.
            let held_up = store.write(START, move |_| {
                let _ = held.send(());
                let _ = lock.recv();
                Ok(())
            });
            // A store that refuses shows in `holding`.
            let _ = held_up.await;
        });
        holding.recv().await?;
        Some(Self { key, holder })
    }

    /// Lets the writer go on.
    pub async fn open(self) {
        drop(self.key);
        self.holder.await.expect("the gate ends");
    }
}
