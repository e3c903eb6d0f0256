package server

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"dateline/graph"
	"dateline/schema"
	"dateline/schema/exec"
)

//go:embed queries/*.graphql
var queries embed.FS

func builtinDocuments() fs.FS {
	sub, err := fs.Sub(queries, "queries")
	if err != nil { // the folder is embedded
		return queries
	}
	return sub
}

// documents are the named queries of a server.
type documents struct {
	names  []string // sorted
	byName map[string]string
	byHash map[string]string
}

// readDocuments reads a folder of named queries; each has to be valid.
func readDocuments(folder fs.FS, x *schema.Executor) (*documents, error) {
	d := &documents{byName: map[string]string{}, byHash: map[string]string{}}
	files, err := fs.Glob(folder, "*.graphql")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, graph.Wrap(graph.BadRequest, err, "the named query %s cannot be read", file)
		}
		if errs := x.Check(string(text)); len(errs) > 0 {
			return nil, graph.Errorf(graph.BadRequest, "the named query %s is not valid: %s", file, errs[0].Message)
		}
		name := strings.TrimSuffix(path.Base(file), ".graphql")
		d.names = append(d.names, name)
		d.byName[name] = string(text)
		d.byHash[hashOf(string(text))] = string(text)
	}
	return d, nil
}

func hashOf(text string) string {
	hash := sha256.Sum256([]byte(text))
	return hex.EncodeToString(hash[:])
}

// The bounds of automatically persisted queries.
const (
	maxPersisted     = 1000
	maxPersistedSize = 16 << 10
)

// persisted are documents that clients have sent before, by their SHA-256.
// When they are too many, all are forgotten; clients then send them again.
type persisted struct {
	mu     sync.Mutex
	byHash map[string]string
}

func newPersisted() *persisted { return &persisted{byHash: map[string]string{}} }

func (p *persisted) get(hash string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.byHash[hash]
}

func (p *persisted) put(hash, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.byHash) >= maxPersisted {
		clear(p.byHash)
	}
	p.byHash[hash] = text
}

// admitDocument finds a document that is given by its hash, remembers one that
// is given with it, and refuses what is not trusted if it has to be.
func (s *Server) admitDocument(p *params) error {
	hash, asked, err := persistedHash(p)
	if err != nil {
		return err
	}
	switch {
	case p.Query == "" && !asked:
		return badRequest("the parameter query is missing")
	case p.Query == "":
		if p.Query = s.documents.byHash[hash]; p.Query == "" && !s.config.TrustedOnly {
			p.Query = s.persisted.get(hash)
		}
		if p.Query == "" {
			return &httpError{http.StatusOK, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"}
		}
		return nil
	case asked && hash != hashOf(p.Query):
		return badRequest("the hash of the persisted query is not that of the query")
	}
	if s.config.TrustedOnly && s.documents.byHash[hashOf(p.Query)] == "" {
		return &httpError{http.StatusForbidden, "FORBIDDEN", "this server answers its own named queries only"}
	}
	if asked && len(p.Query) <= maxPersistedSize && len(s.exec.Check(p.Query)) == 0 {
		s.persisted.put(hash, p.Query)
	}
	return nil
}

// persistedHash reads the extension of automatically persisted queries.
func persistedHash(p *params) (hash string, asked bool, err error) {
	e, ok := p.Extensions["persistedQuery"]
	if !ok || e == nil {
		return "", false, nil
	}
	fields, _ := e.(map[string]any)
	hash, _ = fields["sha256Hash"].(string)
	if len(hash) != sha256.Size*2 {
		return "", false, &httpError{http.StatusBadRequest, exec.CodeBadRequest, "persistedQuery has to hold the SHA-256 of a query in sha256Hash"}
	}
	return strings.ToLower(hash), true, nil
}
