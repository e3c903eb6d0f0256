//go:build unix

package neo4jtest

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// alone waits until no other test process uses a server, and keeps it until
// this process ends.
func alone(address string) error {
	path := filepath.Join(os.TempDir(), fmt.Sprintf("dateline-neo4j-%x.lock", sha256.Sum256([]byte(address))))
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	shared.lock = file // an unreachable file would be closed, and the lock gone
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
}
