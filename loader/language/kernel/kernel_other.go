//go:build !amd64

package kernel

// product and maxout are the kernels of this machine.
var product, maxout = plainProduct, plainMaxout

// Name says which kernels this machine runs.
func Name() string { return "plain" }
