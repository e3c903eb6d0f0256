package kernel

import "golang.org/x/sys/cpu"

// product and maxout are the kernels of this machine.
var product, maxout = choose()

func choose() (product, maxout tile) {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return tile{four: productFour, one: productOne}, tile{four: maxoutFour, one: maxoutOne}
	}
	return plainProduct, plainMaxout
}

//go:noescape
func productFour(a *args)

//go:noescape
func productOne(a *args)

//go:noescape
func maxoutFour(a *args)

//go:noescape
func maxoutOne(a *args)
