package exec

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// A run is the execution of a plan for one request.
type run struct {
	x     *Executor
	ctx   context.Context
	plan  *plan
	batch Batch

	args    []Values // by field id
	argErrs []error  // by field id
	queries []Query  // by field id
	cells   [][]cell // by field id, one for each parent; nil for immediate leaves
	leaves  [][]any  // by field id: the values of leaves that are not immediate
	filled  []filled // by selection id
	failed  map[place]error

	queue    []*selection
	deferred []task
}

// A place is a field of one parent.
type place struct{ field, parent int }

// A cell is what a field is for one parent: size elements of the selection's
// objects from at, or one of the states below.
type cell struct{ at, size int32 }

const (
	cellNull   = -1
	cellOne    = -2
	cellFailed = -3
)

// filled holds the objects that a selection is asked of.
type filled struct {
	refs    []ref
	parents [][]any // by the index of the object type
}

// A ref is an object: its type's index in the selection, and its index among
// those of the type. A typ below 0 is null.
type ref struct{ typ, index int32 }

// A task is a field that has to ask the store, for all its parents.
type task struct {
	field   *planField
	parents []any
	values  []any
	errs    []error
}

func newRun(ctx context.Context, p *Prepared, batch Batch) *run {
	n := p.plan.fields
	r := &run{x: p.x, ctx: ctx, plan: p.plan, batch: batch, args: p.args, argErrs: p.argErrs, queries: make([]Query, n),
		cells: make([][]cell, n), leaves: make([][]any, n), filled: make([]filled, p.plan.sets), failed: map[place]error{}}
	for i := range r.queries {
		r.queries[i] = Query{Batch: batch, Args: p.args[i]}
	}
	return r
}

// resolve works breadth first in rounds: everything that is had without the
// store, then one batch for all that is left, and so on.
func (r *run) resolve(root any) {
	fill := &r.filled[r.plan.root.id]
	fill.refs, fill.parents = []ref{{0, 0}}, [][]any{{root}}
	r.queue = append(r.queue, r.plan.root)
	for {
		for len(r.queue) > 0 {
			s := r.queue[len(r.queue)-1]
			r.queue = r.queue[:len(r.queue)-1]
			r.expand(s)
		}
		if len(r.deferred) == 0 {
			return
		}
		tasks := r.deferred
		r.deferred = nil
		r.load(tasks)
		for i := range tasks {
			r.settle(tasks[i].field, tasks[i].values, tasks[i].errs)
		}
	}
}

// expand resolves the fields of a selection, or defers them.
func (r *run) expand(s *selection) {
	for t, object := range s.types {
		parents := r.filled[s.id].parents[t]
		if len(parents) == 0 {
			continue
		}
		for _, f := range object.fields {
			res := &f.def.resolver
			switch {
			case r.argErrs[f.id] != nil:
				errs := make([]error, len(parents))
				for i := range errs {
					errs[i] = r.argErrs[f.id]
				}
				r.settle(f, make([]any, len(parents)), errs)
			case res.Leaf != nil:
			case res.immediate():
				values, errs := make([]any, len(parents)), []error(nil)
				for i, p := range parents {
					v, err := res.Get(r.queries[f.id], p)
					if err != nil {
						errs = sized(errs, len(parents))
						errs[i] = err
					}
					values[i] = v
				}
				r.settle(f, values, errs)
			default:
				r.deferred = append(r.deferred, task{field: f, parents: parents})
			}
		}
	}
}

func sized(errs []error, n int) []error {
	if errs == nil {
		errs = make([]error, n)
	}
	return errs
}

// load runs a round: arguments first, then the batch and the fetches side by side.
func (r *run) load(tasks []task) {
	r.each(len(tasks), func(i int) {
		t := &tasks[i]
		t.values, t.errs = make([]any, len(t.parents)), make([]error, len(t.parents))
		res := &t.field.def.resolver
		if res.Args == nil {
			return
		}
		q := &r.queries[t.field.id]
		if err := r.guard(func() (err error) {
			q.Args, err = res.Args(r.ctx, *q, r.args[t.field.id])
			return err
		}); err != nil {
			for j := range t.errs {
				t.errs[j] = err
			}
		}
	})
	type fetch struct{ task, parent int }
	var fetches []fetch
	for i := range tasks {
		t := &tasks[i]
		res := &t.field.def.resolver
		for j, p := range t.parents {
			if t.errs[j] != nil {
				continue
			}
			if res.Need != nil {
				res.Need(r.queries[t.field.id], p)
			}
			if res.Fetch != nil {
				fetches = append(fetches, fetch{i, j})
			}
		}
	}
	r.each(len(fetches)+1, func(i int) {
		if i == len(fetches) {
			r.batch.Load(r.ctx)
			return
		}
		t, j := &tasks[fetches[i].task], fetches[i].parent
		t.errs[j] = r.guard(func() (err error) {
			t.values[j], err = t.field.def.resolver.Fetch(r.ctx, r.queries[t.field.id], t.parents[j])
			return err
		})
	})
	for i := range tasks {
		r.get(&tasks[i])
	}
}

// get takes from the batch what was loaded.
func (r *run) get(t *task) {
	res := &t.field.def.resolver
	if res.Get == nil {
		return
	}
	for j, p := range t.parents {
		if t.errs[j] == nil {
			t.values[j], t.errs[j] = res.Get(r.queries[t.field.id], p)
		}
	}
}

// each calls fn for 0 to n-1, at most x.parallel at once.
func (r *run) each(n int, fn func(i int)) {
	if n == 1 {
		fn(0)
		return
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, r.x.parallel)
	for i := range n {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			fn(i)
		})
	}
	wg.Wait()
}

// guard turns a panic into an error, and does not start when time is up.
func (r *run) guard(fn func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	if err := r.ctx.Err(); err != nil {
		return err
	}
	return fn()
}

// settle records the values of a field and queues what is asked of them.
func (r *run) settle(f *planField, values []any, errs []error) {
	for i, err := range errs {
		if err != nil {
			r.failed[place{f.id, i}] = err
		}
	}
	if f.children == nil {
		r.leaves[f.id] = values
		return
	}
	fill := &r.filled[f.children.id]
	fill.parents = make([][]any, len(f.children.types))
	cells := make([]cell, len(values))
	for i, v := range values {
		if errs != nil && errs[i] != nil {
			cells[i].size = cellFailed
			continue
		}
		cells[i] = r.place(f, fill, v)
	}
	r.cells[f.id] = cells
	r.queue = append(r.queue, f.children)
}

// place adds a value's objects to those of the selection.
func (r *run) place(f *planField, fill *filled, v any) cell {
	if v == nil {
		return cell{size: cellNull}
	}
	at := int32(len(fill.refs))
	if f.def.ref.elem == nil {
		fill.refs = append(fill.refs, r.object(f.children, fill, v))
		return cell{at, cellOne}
	}
	list := v.(List)
	for i := range list.Len() {
		fill.refs = append(fill.refs, r.object(f.children, fill, list.At(i)))
	}
	return cell{at, int32(list.Len())}
}

func (r *run) object(s *selection, fill *filled, v any) ref {
	if v == nil {
		return ref{typ: -1}
	}
	t := 0
	if len(s.types) > 1 {
		var ok bool
		if t, ok = s.index[r.x.typeOf(v)]; !ok {
			return ref{typ: -1}
		}
	}
	fill.parents[t] = append(fill.parents[t], v)
	return ref{int32(t), int32(len(fill.parents[t]) - 1)}
}
