// Package nametest makes documents of any text without a language engine, for
// fuzz tests and benchmarks. It must not know what is found in them.
package nametest
