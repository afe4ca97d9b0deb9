//! The settings in which every flow is walked: the size of the screen, and whether scripts run.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    Phone,
    Desktop,
}

impl Device {
    /// Width and height in CSS pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Desktop => (1280, 800),
        }
    }

    /// The widths at which a page must fit, its own the last: a phone may also be as narrow as 320 pixels, and with text at
    /// twice its size it has half of its own.
    pub const fn widths(self) -> &'static [u32] {
        match self {
            Self::Phone => &[195, 320, 390],
            Self::Desktop => &[1280],
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    pub script: Script,
    pub device: Device,
}

impl Setting {
    pub fn all() -> [Self; 4] {
        let setting = |script, device| Self { script, device };
        [
            setting(Script::On, Device::Phone),
            setting(Script::Off, Device::Phone),
            setting(Script::On, Device::Desktop),
            setting(Script::Off, Device::Desktop),
        ]
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let device = match self.device {
            Device::Phone => "a phone",
            Device::Desktop => "a desktop",
        };
        let script = match self.script {
            Script::On => "with JavaScript",
            Script::Off => "without JavaScript",
        };
        write!(f, "{device} {script}")
    }
}
