package exec

// maxCost keeps sums from overflowing.
const maxCost = 1 << 40

// cost sums up how often the fields of a plan can be answered, each answer by
// its weight. args are those of the fields by id; where they are wrong, the
// field costs as little as one answer.
func (p *plan) cost(args []Values) int {
	return p.root.cost(1, 0, args)
}

func (s *selection) cost(parents, page int, args []Values) int {
	dearest := 0
	for _, object := range s.types {
		sum := 0
		for _, f := range object.fields {
			sum = min(maxCost, sum+f.cost(parents, page, args))
		}
		dearest = max(dearest, sum)
	}
	return dearest
}

func (f *planField) cost(parents, page int, args []Values) int {
	r := &f.def.resolver
	weight := r.Weight
	switch {
	case weight > 0:
	case r.Fetch != nil:
		weight = WeightFetch
	case f.children != nil:
		weight = 1
	}
	size := 1
	if f.def.ref.elem != nil && f.children != nil {
		size = DefaultSize
	}
	if r.Size != nil {
		size = max(0, r.Size(args[f.id], page))
	}
	if r.Page != nil {
		page = max(0, r.Page(args[f.id]))
	}
	own := min(maxCost, parents*weight*max(1, size))
	if r.Fetch != nil {
		own = min(maxCost, parents*(weight+size))
	}
	if f.children == nil {
		return own
	}
	return min(maxCost, own+f.children.cost(min(maxCost, parents*size), page, args))
}
