package neo4jtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

//go:embed pom.xml
var pom []byte

//go:embed neo4j.conf
var conf string

const (
	user = "neo4j"
	// password is that of servers that are started here.
	password = "of tests only"
	// startLimit is how long a server may take to answer.
	startLimit = 3 * time.Minute
)

// A Process is a server that was started here. It ends with the test process,
// however that ends.
type Process struct {
	folder, classPath string
	port              int
	cmd               *exec.Cmd
	life              io.WriteCloser // the server lives as long as this pipe is open
}

// Start starts a server with an empty database in a new folder.
func Start(ctx context.Context) (*Process, error) {
	folder, err := os.MkdirTemp("", "dateline-neo4j-")
	if err != nil {
		return nil, err
	}
	return StartIn(ctx, folder)
}

// StartIn starts a server with an empty database in a folder that is there.
func StartIn(ctx context.Context, folder string) (*Process, error) {
	classPath, err := resolve(ctx)
	if err != nil {
		return nil, err
	}
	p := &Process{folder: folder, classPath: classPath}
	if err := p.listenSomewhere(); err != nil {
		return nil, err
	}
	if err := p.Configure(); err != nil {
		return nil, err
	}
	if err := p.Up(ctx); err != nil {
		return nil, errors.Join(err, p.Remove())
	}
	return p, p.setPassword(ctx)
}

// resolve has Maven fetch the jars, once for each pom.xml, and gives the class path.
func resolve(ctx context.Context) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, fmt.Sprintf("dateline-neo4j-%x", sha256.Sum256(pom)))
	path := filepath.Join(folder, "classpath")
	if b, err := os.ReadFile(path); err == nil && there(string(b)) {
		return string(b), nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(folder, "pom.xml"), pom, 0o644); err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, "mvn", "-B", "-ntp", "-q", "-f", folder, "dependency:build-classpath", "-DincludeScope=runtime", "-Dmdep.outputFile="+path)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("Maven could not fetch the Neo4j server: %w\n%s", err, out)
	}
	b, err := os.ReadFile(path)
	return string(b), err
}

// there tells whether the files of a class path are.
func there(classPath string) bool {
	for _, jar := range filepath.SplitList(classPath) {
		if _, err := os.Stat(jar); err != nil {
			return false
		}
	}
	return classPath != ""
}

// listenSomewhere chooses a port that is free now.
func (p *Process) listenSomewhere() error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	p.port = l.Addr().(*net.TCPAddr).Port
	return l.Close()
}

// Configure gives the server other settings, NAME=VALUE, beside those of all
// tests, from its next start on; without any it has those of all tests again.
func (p *Process) Configure(settings ...string) error {
	if err := os.MkdirAll(filepath.Join(p.folder, "logs"), 0o755); err != nil {
		return err
	}
	text := strings.ReplaceAll(conf, "PORT", fmt.Sprint(p.port)) + strings.Join(settings, "\n") + "\n"
	return os.WriteFile(filepath.Join(p.folder, "neo4j.conf"), []byte(text), 0o644)
}

// watch runs the server beside a reader of the pipe. It asks the server to end
// when a line comes, and kills it when the pipe is closed.
const watch = `"$@" & pid=$!; (if read -r line; then kill $pid; cat; fi; kill -9 $pid) >/dev/null 2>&1 <&3 & wait $pid`

// Up starts the server again after Kill, on the same data and port, and waits
// until it answers.
func (p *Process) Up(ctx context.Context) error {
	reader, writer, err := os.Pipe()
	if err != nil {
		return err
	}
	defer reader.Close()
	log, err := os.Create(filepath.Join(p.folder, "logs", "console.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	p.cmd = exec.Command("sh", "-c", watch, "sh", "java", "-Xms512m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-Dio.netty.tryReflectionSetAccessible=true", "-Dlog4j2.disable.jmx=true", "-Dfile.encoding=UTF-8",
		"-cp", p.classPath, "org.neo4j.server.CommunityEntryPoint", "--home-dir="+p.folder, "--config-dir="+p.folder)
	p.cmd.Stdout, p.cmd.Stderr, p.cmd.ExtraFiles = log, log, []*os.File{reader}
	if err := p.cmd.Start(); err != nil {
		return errors.Join(err, writer.Close())
	}
	p.life = writer
	return p.await(ctx)
}

// await waits until Bolt answers.
func (p *Process) await(ctx context.Context) error {
	for until := time.Now().Add(startLimit); ; {
		conn, err := net.DialTimeout("tcp", p.address(), time.Second)
		if err == nil {
			_, err = conn.Write([]byte{0x60, 0x60, 0xb0, 0x17, 0, 2, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
			reply := make([]byte, 4)
			if err == nil {
				_ = conn.SetReadDeadline(time.Now().Add(time.Second)) // a TCP connection can
				_, err = io.ReadFull(conn, reply)
			}
			_ = conn.Close() // it was only to see
			if err == nil && !bytes.Equal(reply, make([]byte, 4)) {
				return nil
			}
		}
		if time.Now().After(until) || ctx.Err() != nil {
			out, _ := os.ReadFile(filepath.Join(p.folder, "logs", "console.log")) // if there is none, the error says enough
			return fmt.Errorf("Neo4j did not start within %s: %w\n%s", startLimit, errors.Join(err, ctx.Err()), out)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// Address is where the server listens.
func (p *Process) Address() Address { return Address{"bolt://" + p.address(), user, password} }

func (p *Process) address() string { return fmt.Sprintf("127.0.0.1:%d", p.port) }

// setPassword changes the password that a new server makes one change.
func (p *Process) setPassword(ctx context.Context) error {
	d, err := driver.NewDriverWithContext("bolt://"+p.address(), driver.BasicAuth(user, "neo4j", ""))
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{DatabaseName: "system"})
	defer session.Close(ctx)
	result, err := session.Run(ctx, "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", map[string]any{"password": password})
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// Stop asks the server to end and waits until it has: what it starts with next
// needs no recovery.
func (p *Process) Stop() error {
	_, err := io.WriteString(p.life, "stop\n")
	if err == nil {
		_ = p.cmd.Wait() // its exit code is that of a signal
	}
	return errors.Join(err, p.life.Close())
}

// Kill ends the server at once, as kill -9 does, and waits until it is gone.
func (p *Process) Kill() {
	_ = p.life.Close()
	_ = p.cmd.Wait() // it was killed
}

// Remove ends the server and removes its data.
func (p *Process) Remove() error {
	if p.life != nil {
		p.Kill()
	}
	return os.RemoveAll(p.folder)
}
