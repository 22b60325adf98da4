package strict

import "go.yaml.in/yaml/v4"

// Map is a map that keeps the order of the file.
type Map[V any] []Entry[V]

// Entry is one key of a Map. Pos is the place of the key.
type Entry[V any] struct {
	Key   string
	Pos   Pos
	Value V
}

// UnmarshalYAML decodes a map. One that is there and empty is not nil.
func (m *Map[V]) UnmarshalYAML(d *Decoder, n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		*m = make(Map[V], 0, len(n.Content)/2)
	}
	d.Keys(n, func(key string, k, v *yaml.Node) {
		e := Entry[V]{Key: key, Pos: d.Pos(k)}
		d.Key(key, v, &e.Value)
		*m = append(*m, e)
	})
}

// Get returns the value of a key.
func (m Map[V]) Get(key string) (v V, ok bool) {
	for _, e := range m {
		if e.Key == key {
			return e.Value, true
		}
	}
	return v, false
}

// Keys returns the keys in file order.
func (m Map[V]) Keys() []string {
	keys := make([]string, len(m))
	for i, e := range m {
		keys[i] = e.Key
	}
	return keys
}

// List is a list that may be written as its only element.
type List[V any] []V

// UnmarshalYAML decodes a list, or one element.
func (l *List[V]) UnmarshalYAML(d *Decoder, n *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		d.Decode(n, (*[]V)(l))
		return
	}
	var v V
	d.Decode(n, &v)
	*l = List[V]{v}
}
