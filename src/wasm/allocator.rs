//! The allocator of a whole module: talc with what makes its code small.
//!
//! Knows sizes of pieces of memory; not what is in them.

use talc::base::CHUNK_UNIT;
use talc::base::binning::Binning;
use talc::cell::TalcSyncCell;
use talc::wasm::WasmGrowAndClaim;

#[global_allocator]
static ALLOCATOR: TalcSyncCell<WasmGrowAndClaim, PowersOfTwo> =
    TalcSyncCell::new_wasm(WasmGrowAndClaim);

/// One list of free pieces per power of two. Finer lists would waste less of a memory that is never full.
struct PowersOfTwo;

impl Binning for PowersOfTwo {
    type AvailabilityBitField = u32;

    fn size_to_bin(size: usize) -> u32 {
        // Below the smallest piece it wraps around, as talc asks for.
        CHUNK_UNIT
            .leading_zeros()
            .wrapping_sub(size.leading_zeros())
    }
}
