// Package explain prints for people what the stages found in an article, and
// why: each fact with its rule, its path in the dependency tree, and what was
// passed over for it. It must not find anything itself, nor know where
// articles come from.
package explain
