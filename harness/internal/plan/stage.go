package plan

// Stage implements Op.
func (Namespace) Stage() Stage { return Namespaces }

// Where implements Op.
func (o Namespace) Where() string { return o.Node }

// Undo implements Op.
func (Namespace) Undo() string { return "close the namespace, and all links in it" }

// Stage implements Op.
func (Bridge) Stage() Stage { return Bridges }

// Where implements Op.
func (o Bridge) Where() string { return o.Node }

// Undo implements Op.
func (Bridge) Undo() string { return "" }

// Stage implements Op.
func (Link) Stage() Stage { return Links }

// Where implements Op.
func (o Link) Where() string { return o.A.String() + " -- " + o.B.String() }

// Undo implements Op.
func (Link) Undo() string { return "" }

// Stage implements Op.
func (Port) Stage() Stage { return Ports }

// Where implements Op.
func (o Port) Where() string { return o.Node }

// Undo implements Op.
func (Port) Undo() string { return "" }

// Stage implements Op.
func (Wire) Stage() Stage { return Wires }

// Where implements Op.
func (o Wire) Where() string { return o.Link.String() }

// Undo implements Op.
func (Wire) Undo() string { return "stop carrying frames" }

// Stage implements Op.
func (Carrier) Stage() Stage { return Carriers }

// Where implements Op.
func (o Carrier) Where() string { return o.Node }

// Undo implements Op.
func (Carrier) Undo() string { return "" }

// Stage implements Op.
func (Offload) Stage() Stage { return Offloads }

// Where implements Op.
func (o Offload) Where() string { return o.Node }

// Undo implements Op.
func (Offload) Undo() string { return "" }

// Stage implements Op.
func (Declared) Stage() Stage { return Settings }

// Where implements Op.
func (o Declared) Where() string { return o.Node }

// Undo implements Op.
func (Declared) Undo() string { return "" }

// Stage implements Op.
func (AddressSet) Stage() Stage { return Addresses }

// Where implements Op.
func (o AddressSet) Where() string { return o.Node }

// Undo implements Op.
func (AddressSet) Undo() string { return "" }

// Stage implements Op.
func (Translation) Stage() Stage { return Filters }

// Where implements Op.
func (o Translation) Where() string { return o.Node }

// Undo implements Op.
func (Translation) Undo() string { return "" }

// Stage implements Op.
func (Firewall) Stage() Stage { return Filters }

// Where implements Op.
func (o Firewall) Where() string { return o.Node }

// Undo implements Op.
func (Firewall) Undo() string { return "" }

// Stage implements Op.
func (DHCPServer) Stage() Stage { return Services }

// Where implements Op.
func (o DHCPServer) Where() string { return o.Node }

// Undo implements Op.
func (DHCPServer) Undo() string { return "stop the DHCP server" }

// Stage implements Op.
func (DHCPRelay) Stage() Stage { return Services }

// Where implements Op.
func (o DHCPRelay) Where() string { return o.Node }

// Undo implements Op.
func (DHCPRelay) Undo() string { return "stop the DHCP relay" }

// Stage implements Op.
func (DNSServer) Stage() Stage { return Services }

// Where implements Op.
func (o DNSServer) Where() string { return o.Node }

// Undo implements Op.
func (DNSServer) Undo() string { return "stop the DNS server" }

// Stage implements Op.
func (Resolver) Stage() Stage { return Services }

// Where implements Op.
func (o Resolver) Where() string { return o.Node }

// Undo implements Op.
func (Resolver) Undo() string { return "stop the resolver" }

// Stage implements Op.
func (HTTPServer) Stage() Stage { return Services }

// Where implements Op.
func (o HTTPServer) Where() string { return o.Node }

// Undo implements Op.
func (HTTPServer) Undo() string { return "stop the HTTP server" }

// Stage implements Op.
func (Program) Stage() Stage { return Programs }

// Where implements Op.
func (o Program) Where() string { return o.Node }

// Undo implements Op.
func (o Program) Undo() string { return "kill " + o.Spec.Command[0] + " and its children" }

// Stage implements Op.
func (Client) Stage() Stage { return Clients }

// Where implements Op.
func (o Client) Where() string { return o.Node }

// Undo implements Op.
func (o Client) Undo() string { return "stop the DHCP client of " + o.Name }

// Stage implements Op.
func (o RouteSet) Stage() Stage {
	if o.Leased {
		return LeasedRoutes
	}
	return Routes
}

// Where implements Op.
func (o RouteSet) Where() string { return o.Node }

// Undo implements Op.
func (RouteSet) Undo() string { return "" }

var (
	_ Op = Namespace{}
	_ Op = Bridge{}
	_ Op = Link{}
	_ Op = Port{}
	_ Op = Wire{}
	_ Op = Carrier{}
	_ Op = Offload{}
	_ Op = Declared{}
	_ Op = AddressSet{}
	_ Op = RouteSet{}
	_ Op = Translation{}
	_ Op = Firewall{}
	_ Op = DHCPServer{}
	_ Op = DHCPRelay{}
	_ Op = DNSServer{}
	_ Op = Resolver{}
	_ Op = HTTPServer{}
	_ Op = Program{}
	_ Op = Client{}
)
