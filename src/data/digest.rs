//! A short sum of texts, by which a change in any of them is noticed.
//!
//! CRC-24 as `OpenPGP` has it (RFC 4880, 6.1): no change of a single character, nor of a few beside each other, passes. It
//! stands in links and stores, so it is the same for ever. Against somebody who means to deceive it is no help.

/// What has been summed up so far.
pub struct Digest(u32);

impl Default for Digest {
    fn default() -> Self {
        Self(0x00b7_04ce)
    }
}

impl Digest {
    /// Adds bytes.
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

    /// Adds a text and its end.
    #[inline(never)]
    pub fn part(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0]);
    }

    /// The sum: 24 bits.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.0
    }
}
