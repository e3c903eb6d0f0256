package schema

import (
	"context"
	"reflect"

	"dateline/graph"
	"dateline/schema/exec"
)

// The helpers below make resolvers that know the type of their parent.

func str[T any](get func(*T) string) exec.Resolver {
	return exec.Resolver{Leaf: func(w *exec.Writer, p any) { w.String(get(p.(*T))) }}
}

// strOrNull writes null for an empty text.
func strOrNull[T any](get func(*T) string) exec.Resolver {
	return exec.Resolver{Leaf: func(w *exec.Writer, p any) { w.OrNull(get(p.(*T))) }}
}

func strs[T any](get func(*T) []string) exec.Resolver {
	return exec.Resolver{Leaf: func(w *exec.Writer, p any) { w.Strings(get(p.(*T))) }}
}

func num[T any](get func(*T) int) exec.Resolver {
	return exec.Resolver{Leaf: func(w *exec.Writer, p any) { w.Int(get(p.(*T))) }}
}

func float[T any](get func(*T) float64) exec.Resolver {
	return exec.Resolver{Leaf: func(w *exec.Writer, p any) { w.Float(get(p.(*T))) }}
}

func boolean[T any](get func(*T) bool) exec.Resolver {
	return exec.Resolver{Leaf: func(w *exec.Writer, p any) { w.Bool(get(p.(*T))) }}
}

// object takes an object from the parent; a nil pointer is null.
func object[T, V any](get func(*T) *V) exec.Resolver {
	return exec.Resolver{Get: func(_ exec.Query, p any) (any, error) {
		if v := get(p.(*T)); v != nil {
			return v, nil
		}
		return nil, nil
	}}
}

// entityOf loads the entity that an ID names; null if there is none.
func entityOf[T any](id func(*T) graph.ID) exec.Resolver {
	return exec.Resolver{
		Need: func(q exec.Query, p any) { batchOf(q).entities.need(id(p.(*T))) },
		Get:  func(q exec.Query, p any) (any, error) { return batchOf(q).entities.get(id(p.(*T))) },
	}
}

// entitiesOf loads a list of entities; those that are gone are left out.
func entitiesOf[T any](ids func(*T) []graph.ID) exec.Resolver {
	return exec.Resolver{
		Need: func(q exec.Query, p any) { batchOf(q).entities.need(ids(p.(*T))...) },
		Get: func(q exec.Query, p any) (any, error) {
			list := exec.Anys{}
			for _, id := range ids(p.(*T)) {
				e, err := batchOf(q).entities.get(id)
				if err != nil {
					return nil, err
				}
				if e != nil {
					list = append(list, e)
				}
			}
			return list, nil
		},
		Size: func(exec.Values, int) int { return 3 },
	}
}

// fetch asks the store for each parent, with args of type A.
func fetch[T, A any](ask func(ctx context.Context, b *batch, p *T, args A) (any, error)) func(context.Context, exec.Query, any) (any, error) {
	return func(ctx context.Context, q exec.Query, p any) (any, error) {
		parent, _ := p.(*T) // nil at the root
		args, _ := q.Args.(A)
		v, err := ask(ctx, batchOf(q), parent, args)
		if r := reflect.ValueOf(v); r.Kind() == reflect.Pointer && r.IsNil() {
			return nil, err
		}
		return v, err
	}
}

func batchOf(q exec.Query) *batch { return q.Batch.(*batch) }
