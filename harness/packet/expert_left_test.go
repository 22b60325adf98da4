package packet_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// leftOut are the items of expert information that are not here, of protocols that are.
var leftOut = []string{
	"_ws.malformed.dissector_bug", "_ws.malformed.reassembly", "_ws.number_string.decoding_error.erange",
	"_ws.number_string.decoding_error.failed", "_ws.string.trailing_stray_characters", "_ws.type_length.mismatch",
	"arp.src.atm_afi.unknown",
	"bgp.afi_type_not_supported", "bgp.attr.aigp.type", "bgp.attr.as_path.as_len", "bgp.attr.pmsi.opaque_type", "bgp.attr.pmsi.tunnel_type",
	"bgp.evpn.esi_type", "bgp.evpn.len", "bgp.evpn.no_ip", "bgp.evpn.type", "bgp.length.invalid",
	"bgp.ls.error", "bgp.ls.warn", "bgp.next_hop.ipv6.scope", "bgp.next_hop.rd.nonzero",
	"bgp.prefix.length", "bgp.prefix_length.invalid", "bgp.route_refresh.orf.type.unknown", "bgp.unknown_afi", "bgp.unknown_label", "bgp.unknown_safi",
	"dhcp.bad_bitfield", "dhcp.bad_length", "dhcp.missing_subopt_length", "dhcp.missing_subopt_value", "dhcp.option.client_architecture.ambiguous",
	"dhcp.option.enterprise.malformed", "dhcp.option.isns.ignored_bitfield", "dhcp.option.option.vi.cl.tag_unknown", "dhcp.option.parse_err",
	"dhcp.option.vendor.avaya.l2qvlan.invalid", "dhcp.option.vendor.avaya.vlantest.invalid", "dhcp.secs_le", "dhcp.subopt.unknown_type",
	"dhcp.suboption_invalid",
	"dhcpv6.bogus_length",
	"dhcpv6.invalid_time_value", "dhcpv6.invalid_type", "dhcpv6.no_suboption_len",

	"frame.len_lt_caplen", "frame.time_invalid",
	"http.decompression_failed", "http.leading_crlf", "http.subdissector_failed",
	"icmpv6.rpl.p2p.dro.rdo.zero", "icmpv6.rpl.p2p.dro.zero", "icmpv6.rpl.p2p.hop_by_hop", "icmpv6.rpl.p2p.num_of_routes", "icmpv6.rpl.unknown.metric",
	"icmpv6.rr.pco.mp.matchedlen.gt128", "icmpv6.rr.pco.mp.matchlen.gt128", "icmpv6.undecoded.rpl_option",
	"imf.unknown_param",
	"ipv6.embed_ipv4.u.nonzero", "ipv6.src_route_list.mult_inst_same_addr",
	"lldp.bad_type", "lldp.excess_length", "lldp.incorrect_length",
	"ntp.ext.invalid_length",
	"ospf.lsa.bc_error", "ospf.lsa.invalid_length", "ospf.reserved.not_zero", "ospf.stlv.invalid_length",
	"ospf.unknown_link_subtype",
	"snmp.authentication_error", "snmp.authentication_ok", "snmp.column_parent_not_row", "snmp.decrypted_data_bad_formatted",
	"snmp.failed_decrypted_data_pdu", "snmp.index_string_too_long", "snmp.index_suboid_too_long", "snmp.index_suboid_too_short", "snmp.int_too_large",
	"snmp.integral_value0", "snmp.invalid_oid", "snmp.missing_mib", "snmp.ndex_suboid_len0", "snmp.no_instance_subid", "snmp.objectname_has_indicator",
	"snmp.objectname_not_oid", "snmp.rfc1910_non_conformant", "snmp.rfc3411_non_conformant", "snmp.trap_pdu_obsolete", "snmp.uint_too_large",
	"snmp.unimplemented_instance_index", "snmp.value_not_primitive_encoding", "snmp.varbind.has_indicator", "snmp.varbind.not_uni_class_seq",
	"snmp.varbind.wrong_class_tag", "snmp.varbind.wrong_length_value", "snmp.varbind.wrong_tag", "snmp.verify_authentication_error", "snmp.version.unknown",
	"snmp.wrong_num_of_subids",
	"tcp.options.snack.sequence",
	"tls.decompression_error", "tls.handshake.session_id_length.error", "tls.handshake.status_request.undecoded", "tls.ignored_unknown_record",
	"tls.malformed.buffer_too_small", "tls.malformed.trailing_data", "tls.malformed.vector_length", "tls.record.length.invalid", "tls.unexpected_message",
	"vlan.too_many_tags",
	"websocket.decompression.failed.expert", "websocket.payload.unknown.expert",
}

// neverThere are the items that Wireshark does not have with default preferences, and why.
var neverThere = map[string]string{
	"arp.packet-storm-detected":   "`arp.detect_request_storms` is off",
	"bgp.marker_invalid":          "a message begins where such a marker is found",
	"eth.fcs_bad":                 "`eth.check_fcs` is off",
	"frame.incomplete":            "it is for who writes dissectors",
	"ftp.response.code.invalid":   "a code is three digits",
	"http.decompression_disabled": "`http.decompress_body` is on",
	"ip.evil_packet":              "`ip.security_flag` is off",
	"mptcp.dss.missing_mapping":   "`mptcp.analyze_mappings` is off",
	"mstp.len.bad":                "it is of MS/TP of BACnet, which has the name too",
	"mstp.checksum_bad.expert":    "it is of MS/TP of BACnet, which has the name too",
}

// inside are the protocols that have no section of their own, but come inside of those
// that have.
var inside = map[string]bool{"ber": true, "gssapi": true, "ocsp": true, "x509sat": true, "x509ce": true, "pkcs1": true, "ntlmssp": true}

// leftOutPage is the part of docs/fields.md that lists what is left out.
func leftOutPage() string {
	var b strings.Builder
	b.WriteString("\n## Expert information\n\n")
	b.WriteString("An item of expert information is `_ws.expert`, with `_ws.expert.message`, `_ws.expert.severity` and `_ws.expert.group`, and a field that\n")
	b.WriteString("names it, such as `tcp.connection.syn`. All of these are there, or none: of the protocols above, the items with these names are left out.\n\n")
	b.WriteString("`_ws.malformed`, with the item `_ws.malformed.expert`, marks a frame in which a protocol ends too early for what it says of itself,\n")
	b.WriteString("`_ws.short` one that ends there because no more of it was captured, and `_ws.unreassembled` one whose rest is in other fragments.\n")
	b.WriteString("These are told of every protocol above; what stands in others is data here, and never malformed. Items of the group Malformed mark a frame with `_ws.malformed`, too;\n")
	b.WriteString("of those that are left out, the mark is there without the item. The octets of these three fields are empty.\n\n")
	b.WriteString("What is odd inside parts that are not dissected is not known. A filter that asks for `_ws.malformed`, `_ws.short` or `_ws.expert`, and comes to another answer depending on that,\n")
	b.WriteString("has none: [see there](filters.md#what-is-not-known). Such parts are:\n\n")
	for _, part := range packet.Doubts() {
		b.WriteString("- " + part + "\n")
	}
	b.WriteString("\nOctets not captured matter where a frame that was cut off shows no end, and where it holds ICMP, an extension header of IPv6, LLC, STP, LLDP, BGP, DHCP, DNS, HTTP, NTP, SNMP, TFTP or TLS:\n")
	b.WriteString("there Wireshark takes parts out, or looks ahead, before it shows anything.\n\n")
	b.WriteString("A test cuts every set of frames off, and changes octets of it, some 236,000 frames in all. Some 12 of 10,000 that are not doubted end otherwise for tshark: where ICMP or ICMPv6 quotes\n")
	b.WriteString("a packet or has options that are cut off, a command of FTP is abbreviated, a security parameter or a variable of SNMP, a block behind OSPF, an option of TFTP, a record of DNS or a name of DHCP has another length\n")
	b.WriteString("than it tells, nothing stands behind a tunnel's header, or a changed port or type makes it another protocol. Which protocol a payload is, where no port tells, Wireshark guesses; here it is data.\n\n")
	b.WriteString("| protocol | items left out |\n|---|---|\n")
	for i := 0; i < len(leftOut); {
		top, _, _ := strings.Cut(leftOut[i], ".")
		fmt.Fprintf(&b, "| `%s` |", top)
		for ; i < len(leftOut) && strings.HasPrefix(leftOut[i], top+"."); i++ {
			b.WriteString(" `" + leftOut[i] + "`")
		}
		b.WriteString(" |\n")
	}
	b.WriteString("\nThese are never there with default preferences:\n\n| item | why |\n|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(neverThere)) {
		fmt.Fprintf(&b, "| `%s` | %s |\n", name, neverThere[name])
	}
	return b.String()
}

// TestLeftOut holds the list of what is left out against both catalogues.
func TestLeftOut(t *testing.T) {
	if !slices.IsSorted(leftOut) {
		t.Error("the list is not sorted")
	}
	theirs := map[string]bool{}
	glossary(t, "fields", func(c []string) {
		if len(c) >= 4 && c[0] == "F" && c[3] == "FT_NONE" {
			theirs[c[2]] = true
		}
	})
	for _, name := range append(slices.Collect(maps.Keys(neverThere)), leftOut...) {
		if _, ok := packet.Lookup(name); ok || !theirs[name] {
			t.Errorf("%s is here, or not in Wireshark", name)
		}
	}
}
