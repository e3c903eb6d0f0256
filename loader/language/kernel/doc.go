// Package kernel multiplies matrices of float32, in assembly where the processor
// has AVX2 and FMA and in plain Go elsewhere. It must not know what the numbers
// mean.
//
// A row of a product depends on nothing but its input row: not on the rows beside
// it, not on how many there are. So results do not depend on how a text is cut
// into blocks.
package kernel

// Name says which kernels this machine runs: "AVX2" or "plain". The environment
// variable GODEBUG=cpu.avx2=off chooses the plain ones.
func Name() string {
	if fast {
		return "AVX2"
	}
	return "plain"
}
