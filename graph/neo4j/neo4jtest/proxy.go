package neo4jtest

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// A Message is a kind of request of the Bolt protocol: the tag of its structure.
type Message byte

// The messages that tests count.
const (
	Login     Message = 0x6a
	Begin     Message = 0x11
	Statement Message = 0x10
	Commit    Message = 0x12
)

// A Proxy stands between clients and a server, counts what they ask, and can
// disturb them at a chosen moment.
type Proxy struct {
	// Before, if set, is told of each message before it is passed on, and how
	// many of its kind there have been. If it gives true, the connection is
	// closed when the answer comes, which the client does not see. Set it
	// before the first connection.
	Before func(m Message, n int) (cut bool)

	server      string
	connections atomic.Int64
	mu          sync.Mutex
	count       map[Message]int
}

// Between puts a proxy before the server at an address of bolt, and gives its
// own. It ends with the test.
func Between(t testing.TB, a Address) (*Proxy, Address) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{server: a.host(), count: map[Message]int{}}
	var open sync.WaitGroup
	t.Cleanup(func() {
		_ = listener.Close() // it ends the loop below
		open.Wait()
	})
	open.Go(func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			p.connections.Add(1)
			open.Go(func() { p.serve(client) })
		}
	})
	a.URL = "bolt://" + listener.Addr().String()
	return p, a
}

// Connections is how many clients have connected.
func (p *Proxy) Connections() int { return int(p.connections.Load()) }

// Count is how many messages of a kind have been sent.
func (p *Proxy) Count(m Message) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.count[m]
}

// serve passes on until either side closes; without a server it closes at once.
func (p *Proxy) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.server)
	if err != nil {
		return
	}
	defer server.Close()
	var cut atomic.Bool
	var answers sync.WaitGroup
	answers.Go(func() {
		defer client.Close()
		defer server.Close()
		for buffer := make([]byte, 64<<10); ; {
			n, err := server.Read(buffer)
			if n == 0 && err != nil || cut.Load() {
				return
			}
			if _, err := client.Write(buffer[:n]); err != nil {
				return
			}
		}
	})
	_ = p.requests(bufio.NewReader(client), server, &cut) // either side has closed
	_ = server.Close()
	answers.Wait()
}

// handshake is how many bytes a client sends first: a magic word and four
// versions, of which the first asks for a longer handshake in place of a version.
const handshake = 20

func (p *Proxy) requests(client *bufio.Reader, server io.Writer, cut *atomic.Bool) error {
	hello := make([]byte, handshake)
	if _, err := io.ReadFull(client, hello); err != nil {
		return err
	}
	clear(hello[4:8])
	if _, err := server.Write(hello); err != nil {
		return err
	}
	for {
		raw, m, err := readMessage(client)
		if err != nil {
			return err
		}
		p.mu.Lock()
		p.count[m]++
		n := p.count[m]
		p.mu.Unlock()
		if p.Before != nil && p.Before(m, n) {
			cut.Store(true)
		}
		if _, err := server.Write(raw); err != nil {
			return err
		}
	}
}

// readMessage reads a message's chunks: each has two bytes of length, the last
// is empty. Its tag is the second byte of the first.
func readMessage(r io.Reader) (raw []byte, m Message, err error) {
	for {
		head := make([]byte, 2)
		if _, err := io.ReadFull(r, head); err != nil {
			return nil, 0, err
		}
		raw = append(raw, head...)
		n := int(binary.BigEndian.Uint16(head))
		if n == 0 {
			break
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return nil, 0, err
		}
		raw = append(raw, body...)
	}
	if len(raw) == 2 {
		return raw, 0, nil // it says only that the client is there
	}
	if len(raw) < 6 {
		return nil, 0, errors.New("a Bolt message without a tag")
	}
	return raw, Message(raw[3]), nil
}
