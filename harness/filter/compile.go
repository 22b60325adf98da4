package filter

// Compile parses and checks a display filter. Its error is an *Error.
func Compile(expr string) (*Filter, error) {
	return nil, &Error{Expr: expr, Column: 1, Message: "not compiled"}
}
