package neo4j

import (
	"context"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"dateline/graph"
)

// A Config says where the database is and how long to wait for it.
type Config struct {
	// URL is neo4j://host, neo4j+s://host (encrypted, as Aura's are) or
	// bolt://host (one server, no routing), with a port if it is not 7687.
	URL string
	// User and Password may be empty where the server asks for neither.
	User, Password string
	// Database is the server's home database if empty.
	Database string
	// Wait is how long to wait at the start for a server that refuses
	// connections or is still starting; 10 s by default.
	Wait time.Duration
	// Retry is how long a write that was cut off is tried again, so that a
	// server may restart under a load; 2 min by default. Reads are tried
	// again for ReadRetry, 5 s by default.
	Retry, ReadRetry time.Duration
}

func (c Config) withDefaults() Config {
	set := func(d *time.Duration, value time.Duration) {
		if *d == 0 {
			*d = value
		}
	}
	set(&c.Wait, 10*time.Second)
	set(&c.Retry, 2*time.Minute)
	set(&c.ReadRetry, 5*time.Second)
	return c
}

// What the driver waits for at most; its own defaults of a minute hide what is wrong.
const (
	connectTimeout     = 5 * time.Second
	acquisitionTimeout = 15 * time.Second
	maxConnections     = 50
)

// A Store is a connected database. It is safe for concurrent use.
type Store struct {
	driver driver.DriverWithContext
	config Config
	// bookmarks make reads see what this process wrote, on a cluster too.
	bookmarks driver.BookmarkManager
	turn      chan struct{} // holds one token: who has it writes
}

var _ graph.Store = (*Store)(nil)

// Open connects, and brings the database to this version. What it did not
// make it leaves alone: a database with other data, or of a newer version, is
// Incompatible.
func Open(ctx context.Context, c Config) (*Store, error) {
	c = c.withDefaults()
	token := driver.NoAuth()
	if c.User != "" || c.Password != "" {
		token = driver.BasicAuth(c.User, c.Password, "")
	}
	d, err := driver.NewDriverWithContext(c.URL, token, func(d *config.Config) {
		d.SocketConnectTimeout = connectTimeout
		d.ConnectionAcquisitionTimeout = acquisitionTimeout
		d.MaxConnectionPoolSize = maxConnections
		d.TelemetryDisabled = true
		d.UserAgent = "dateline"
	})
	if err != nil {
		return nil, graph.Wrap(graph.BadRequest, err, "%s is no address of a Neo4j server: write neo4j://HOST, neo4j+s://HOST or bolt://HOST", c.URL)
	}
	s := &Store{driver: d, config: c, turn: make(chan struct{}, 1), bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	if err := s.migrate(ctx); err != nil {
		_ = d.Close(context.WithoutCancel(ctx)) // it was not of use
		return nil, s.describe(ctx, err)
	}
	return s, nil
}

// Close waits for what is under way and disconnects.
func (s *Store) Close() error {
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	return s.driver.Close(context.Background())
}
