//! Engines and media that misbehave on purpose, and the dice that decide when.

pub mod contested;
pub mod counting;
pub mod dice;
pub mod failing;
pub mod faulty;
pub mod held;
pub mod plain;
pub mod power;
pub mod rewind;
pub mod slow;
pub mod troubled;
pub mod unreadable;
pub mod watched;
pub mod wrapped;
