package exec

import (
	"container/list"
	"sync"
)

// A cache keeps the values that were used last, at most size of them.
type cache[K comparable, V any] struct {
	mu    sync.Mutex
	size  int
	order *list.List // most recent first; its values are *cached[K, V]
	items map[K]*list.Element
}

type cached[K comparable, V any] struct {
	key   K
	value V
}

func newCache[K comparable, V any](size int) *cache[K, V] {
	return &cache[K, V]{size: size, order: list.New(), items: map[K]*list.Element{}}
}

func (c *cache[K, V]) get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.items[key]
	if !ok {
		return value, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached[K, V]).value, true
}

func (c *cache[K, V]) put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[key]; ok {
		e.Value.(*cached[K, V]).value = value
		return
	}
	c.items[key] = c.order.PushFront(&cached[K, V]{key, value})
	if c.order.Len() > c.size {
		oldest := c.order.Back()
		c.order.Remove(oldest)
		delete(c.items, oldest.Value.(*cached[K, V]).key)
	}
}
