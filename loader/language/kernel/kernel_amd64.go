package kernel

import "golang.org/x/sys/cpu"

// product and maxout are the kernels of this machine.
var product, maxout, name = choose()

func choose() (product, maxout tile, name string) {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return tile{four: productFour, one: productOne}, tile{four: maxoutFour, one: maxoutOne}, "AVX2"
	}
	return plainProduct, plainMaxout, "plain"
}

// Name says which kernels this machine runs: "AVX2" or "plain". The environment
// GODEBUG=cpu.avx2=off chooses the plain ones.
func Name() string { return name }

//go:noescape
func productFour(a *args)

//go:noescape
func productOne(a *args)

//go:noescape
func maxoutFour(a *args)

//go:noescape
func maxoutOne(a *args)
