package identity

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"slices"

	"dateline/graph"
)

// Near copies are found by MinHash signatures over shingles of five words
// (Broder 1997), banded so that only articles that share a band are compared
// (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3): 16
// bands of 4 rows find nine of ten pairs with a Jaccard of 0.65.
const (
	shingleWords = 5
	bands        = 16
	rows         = 4
	// copySimilarity is the share of equal rows from which two articles count
	// as copies of one text.
	copySimilarity = 0.7
	// minWords is the length below which an article is compared with none.
	minWords = 40
)

type signature [bands * rows]uint32

// sign makes the signature of a text; ok is false if it is too short.
func sign(text string) (s signature, ok bool) {
	words := graph.Words(text)
	if len(words) < minWords {
		return s, false
	}
	for i := range s {
		s[i] = math.MaxUint32
	}
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		base := h.Sum64()
		for k := range s {
			s[k] = min(s[k], permuted(base, uint64(k)))
		}
	}
	return s, true
}

// permuted is the k-th hash of a shingle: the finalizer of SplitMix64 over
// base and k (Steele, Lea, Flood 2014).
func permuted(base, k uint64) uint32 {
	z := base + (k+1)*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return uint32((z ^ z>>31) >> 32)
}

func (s signature) similarity(t signature) float64 {
	equal := 0
	for i := range s {
		if s[i] == t[i] {
			equal++
		}
	}
	return float64(equal) / float64(len(s))
}

// copies takes part in the block of each band. The payload is the signature.
func (m *members) copies() {
	s, ok := sign(m.reading.Article.Text)
	if !ok {
		return
	}
	payload := make([]byte, 0, 4*len(s))
	for _, v := range s {
		payload = binary.LittleEndian.AppendUint32(payload, v)
	}
	for b := range bands {
		h := fnv.New64a()
		h.Write(payload[b*rows*4 : (b+1)*rows*4])
		block := fmt.Sprintf("1/band/%02d-%016x", b, h.Sum64())
		m.list = append(m.list, graph.Member{Block: block, Article: m.reading.Article.ID, Payload: payload})
	}
}

// copiesIn gives the pairs of near copies in a band's block.
func copiesIn(block []graph.Member) [][2]graph.ID {
	signatures := make([]signature, len(block))
	for i, m := range block {
		for k := range signatures[i] {
			if 4*k+4 <= len(m.Payload) {
				signatures[i][k] = binary.LittleEndian.Uint32(m.Payload[4*k:])
			}
		}
	}
	var pairs [][2]graph.ID
	for i := range block {
		for j := range i {
			if signatures[i].similarity(signatures[j]) >= copySimilarity {
				pair := [2]graph.ID{block[i].Article, block[j].Article}
				slices.Sort(pair[:])
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs
}
