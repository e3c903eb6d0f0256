// Package cache remembers values in bounded memory. It must not know what they are.
package cache
