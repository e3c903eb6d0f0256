package cache

import "sync"

// A Cache remembers values by key; when it is full it starts anew. It is safe for
// concurrent use.
type Cache[K comparable, V any] struct {
	limit int
	mu    sync.RWMutex
	known map[K]V
}

// New makes a cache of at most limit values.
func New[K comparable, V any](limit int) *Cache[K, V] {
	return &Cache[K, V]{limit: limit, known: map[K]V{}}
}

// Get gives the value of a key, and whether it is known.
func (c *Cache[K, V]) Get(key K) (V, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.known[key]
	return v, ok
}

// Put remembers a value. What the key refers to stays in memory with it.
func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= c.limit {
		clear(c.known)
	}
	c.known[key] = value
}
