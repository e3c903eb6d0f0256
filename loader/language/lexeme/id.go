package lexeme

import (
	"encoding/binary"
	"math/bits"
)

// An ID stands for a string: the empty string is 0, a symbol of the model its
// number, any other string its hash.
type ID = uint64

// hash is MurmurHash64A (Appleby, public domain) with the seed 1 that spaCy's
// string store uses.
func hash(s string) ID {
	const m, r = 0xc6a4a7935bd1e995, 47
	h := uint64(1) ^ uint64(len(s))*m
	for ; len(s) >= 8; s = s[8:] {
		k := binary.LittleEndian.Uint64([]byte(s[:8])) * m
		h = (h ^ (k^k>>r)*m) * m
	}
	if len(s) > 0 {
		for i := len(s) - 1; i >= 0; i-- {
			h ^= uint64(s[i]) << (8 * i)
		}
		h *= m
	}
	h = (h ^ h>>r) * m
	return h ^ h>>r
}

// Keys are four numbers that choose the rows of an id in a hashed table of
// vectors: MurmurHash3 for x64 of the eight bytes, as thinc computes it.
func Keys(id ID, seed uint32) [4]uint32 {
	h1 := bits.RotateLeft64(id*0x87c37b91114253d5, 31) * 0x4cf5ad432745937f
	h1 ^= uint64(seed) ^ 8
	h2 := uint64(seed) ^ 8
	h1 += h2
	h2 += h1
	h1, h2 = mix(h1), mix(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
