package model

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"slices"

	"dateline/graph"
)

// tensors are the arrays of a safetensors file: eight bytes with the length of a
// JSON header, the header, the data.
type tensors struct {
	header map[string]tensorInfo
	data   []byte
	err    error
}

type tensorInfo struct {
	DType   string `json:"dtype"`
	Shape   []int  `json:"shape"`
	Offsets [2]int `json:"data_offsets"`
}

func newTensors(file []byte) (*tensors, error) {
	if len(file) < 8 {
		return nil, incompatible("the weights are cut short")
	}
	n := binary.LittleEndian.Uint64(file)
	if n > uint64(len(file)-8) {
		return nil, incompatible("the header of the weights is cut short")
	}
	t := &tensors{data: file[8+n:]}
	if err := json.Unmarshal(bytes.TrimRight(file[8:8+n], " "), &t.header); err != nil {
		return nil, graph.Wrap(graph.Incompatible, err, "the header of the weights cannot be read")
	}
	return t, nil
}

// take gives a tensor of the wanted shape (-1 fits any size). The first fault is
// kept in err.
func (t *tensors) take(name string, shape ...int) Tensor {
	info, ok := t.header[name]
	size := 4
	fits := slices.EqualFunc(shape, info.Shape, func(want, got int) bool {
		size *= got
		return 0 < got && size < maxEntry && (want == got || want == -1)
	})
	first, end := info.Offsets[0], info.Offsets[1]
	if !ok || info.DType != "F32" || !fits || first < 0 || end > len(t.data) || end-first != size {
		if t.err == nil {
			t.err = incompatible("tensor %s has type %q and shape %v; wanted is F32 %v (-1 is any size)", name, info.DType, info.Shape, shape)
		}
		return Tensor{}
	}
	data := make([]float32, size/4)
	for i := range data {
		data[i] = math.Float32frombits(binary.LittleEndian.Uint32(t.data[first+4*i:]))
	}
	return Tensor{Shape: info.Shape, Data: data}
}

func incompatible(format string, args ...any) error {
	return graph.Errorf(graph.Incompatible, format, args...)
}
