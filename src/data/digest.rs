//! A checksum of strings, used to notice that one of them has changed.
//!
//! The algorithm is CRC-24 as in `OpenPGP` (RFC 4880, 6.1). It detects every change of a single
//! character and of a few adjacent ones. Links and stores contain these checksums, so the algorithm
//! must never change. It gives no protection against deliberate forgery. This file must not know
//! what the strings mean.

/// The checksum of everything added so far.
pub struct Digest(u32);

impl Default for Digest {
    fn default() -> Self {
        Self(0x00b7_04ce)
    }
}

impl Digest {
    /// Adds raw bytes.
    #[inline(never)]
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u32::from(*byte) << 16;
            for _ in 0..8 {
                self.0 <<= 1;
                if self.0 & 0x0100_0000 != 0 {
                    self.0 ^= 0x0186_4cfb;
                }
            }
        }
    }

    /// Adds a string and an end marker, so that the boundary between two strings counts too.
    #[inline(never)]
    pub fn part(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0]);
    }

    /// The checksum: a number of 24 bits.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.0
    }
}
