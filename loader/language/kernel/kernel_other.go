//go:build !amd64

package kernel

// fast tells whether this machine has kernels of its own.
const fast = false

// fastTile is never called here.
func fastTile(a *args, rows int, op operation) { plainTile(a, rows, op) }
