package kernel

import "golang.org/x/sys/cpu"

// fast tells whether this machine has kernels of its own.
var fast = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// fastTile computes a tile with AVX2 and FMA.
func fastTile(a *args, rows int, op operation) {
	switch {
	case op == maxout && rows == 4:
		maxoutFour(a)
	case op == maxout:
		maxoutOne(a)
	case rows == 4:
		productFour(a)
	default:
		productOne(a)
	}
}

//go:noescape
func productFour(a *args)

//go:noescape
func productOne(a *args)

//go:noescape
func maxoutFour(a *args)

//go:noescape
func maxoutOne(a *args)
