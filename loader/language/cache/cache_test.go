package cache

import "testing"

func TestCacheIsBounded(t *testing.T) {
	c := New[int, int](3)
	for i := range 100 {
		c.Put(i, i*i)
		if v, ok := c.Get(i); !ok || v != i*i {
			t.Fatalf("Get(%d) = %d, %v", i, v, ok)
		}
		if len(c.known) > 3 {
			t.Fatalf("%d values after Put(%d)", len(c.known), i)
		}
	}
	if _, ok := c.Get(-1); ok {
		t.Error("a value that was never put is known")
	}
}
