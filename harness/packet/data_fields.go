package packet

// The fields of data.
const (
	dataLayer FieldID = expertLast + iota
	dataData
	dataLen
	dataLast
)

var dataFields = [...]Info{
	0:                    {Name: "data", Label: "Data", Type: Protocol},
	dataData - dataLayer: {Name: "data.data", Label: "Data", Type: Bytes},
	dataLen - dataLayer:  {Name: "data.len", Label: "Length", Type: Int, Bits: 32},
}
