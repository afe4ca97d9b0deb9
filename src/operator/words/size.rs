//! Bytes as people read them, the same in both languages.

/// `640 kB`, `85 MB`, `12.3 GB`, in thousands as disks are sold.
pub fn size(bytes: u64) -> String {
    let (kilo, mega, tenths) = (bytes / 1000, bytes / 1_000_000, bytes / 100_000_000);
    match bytes {
        0..1_000_000 => format!("{kilo} kB"),
        1_000_000..1_000_000_000 => format!("{mega} MB"),
        _ => format!("{}.{} GB", tenths / 10, tenths % 10),
    }
}
