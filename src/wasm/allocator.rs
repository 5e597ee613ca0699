//! The allocator of a WebAssembly module: talc, configured for small code.
//!
//! This file knows sizes of memory chunks and nothing else.

use talc::base::CHUNK_UNIT;
use talc::base::binning::Binning;
use talc::cell::TalcSyncCell;
use talc::wasm::WasmGrowAndClaim;

#[global_allocator]
static ALLOCATOR: TalcSyncCell<WasmGrowAndClaim, PowersOfTwo> =
    TalcSyncCell::new_wasm(WasmGrowAndClaim);

/// One list of free chunks per power of two. Finer lists would waste less memory, but the module's
/// memory is never full.
struct PowersOfTwo;

impl Binning for PowersOfTwo {
    type AvailabilityBitField = u32;

    fn size_to_bin(size: usize) -> u32 {
        // For sizes below the smallest chunk the result wraps around, as talc requires.
        CHUNK_UNIT
            .leading_zeros()
            .wrapping_sub(size.leading_zeros())
    }
}
