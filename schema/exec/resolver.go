package exec

import "context"

// Objects are the resolvers of a schema, by the name of the object type and of
// the field.
type Objects map[string]Fields

// Fields are the resolvers of an object type.
type Fields map[string]Resolver

// A Resolver answers one field of an object type. Leaf alone writes a scalar
// from the parent. Otherwise Fetch or Get gives the value: for an object nil or
// a parent of its fields; for a list of objects a List; for a leaf what
// Writer.Value can write.
type Resolver struct {
	// Leaf writes the field of a parent.
	Leaf func(w *Writer, parent any)
	// Args turns the coerced arguments into what the other functions find in
	// Query.Args. It runs once for each occurrence of the field in a request
	// and may ask the store. Without it, Query.Args are the Values.
	Args func(ctx context.Context, q Query, in Values) (any, error)
	// Need tells the batch what Get will look for; it runs for all parents
	// before the batch is loaded.
	Need func(q Query, parent any)
	// Get takes a value from the parent or from the loaded batch.
	Get func(q Query, parent any) (any, error)
	// Fetch is a question to the store for each parent; those of one round run
	// side by side.
	Fetch func(ctx context.Context, q Query, parent any) (any, error)
	// Size tells how long the list is likely to be, at most; page is that of
	// the connection around it. Without it, lists count as DefaultSize.
	Size func(in Values, page int) int
	// Page tells how many the arguments ask for, for the lists below.
	Page func(in Values) int
	// Weight is the cost of one answer: WeightFetch by default with Fetch,
	// else 1 for objects and 0 for leaves.
	Weight int
}

// The parts of cost.
const (
	DefaultSize = 5
	WeightFetch = 5
)

// immediate tells whether a value is had without asking the store.
func (r *Resolver) immediate() bool { return r.Need == nil && r.Fetch == nil && r.Args == nil }

// A Query is what a resolver is given beside the parent.
type Query struct {
	// Batch is what Config.Begin made for this request.
	Batch Batch
	// Args are what Resolver.Args made, else the Values.
	Args any
}

// A Batch collects what resolvers need and loads it.
type Batch interface {
	// Load loads what was asked for since it was last called. What fails is
	// kept, and given to those who ask for it.
	Load(ctx context.Context)
}

// A List is a list of parents. An element may be nil.
type List interface {
	Len() int
	At(i int) any
}

// ListOf makes a List of pointers to the elements of a slice.
func ListOf[T any](items []T) List { return sliceList[T](items) }

type sliceList[T any] []T

// Len is the length of the slice.
func (l sliceList[T]) Len() int { return len(l) }

// At is a pointer to an element.
func (l sliceList[T]) At(i int) any { return &l[i] }

// Anys is a List of parents as they are.
type Anys []any

// Len is the length of the slice.
func (l Anys) Len() int { return len(l) }

// At is an element.
func (l Anys) At(i int) any { return l[i] }
