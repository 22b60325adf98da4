package packet

// dhcpOpcodeNames are the names of dhcp.type.
var dhcpOpcodeNames = map[uint64]string{
	1: "Boot Request",
	2: "Boot Reply",
}

// duidNames are the names of dhcp.client_id.duid_type.
var duidNames = map[uint64]string{
	1: "link-layer address plus time",
	2: "assigned by vendor based on Enterprise number",
	3: "link-layer address",
}

// dhcpNetbiosOverTcpipNodeTypeNames are the names of dhcp.option.netbios_over_tcpip_node_type.
var dhcpNetbiosOverTcpipNodeTypeNames = map[uint64]string{
	1: "B-node",
	2: "P-node",
	4: "M-node",
	8: "H-node",
}

// dhcpOptionOverloadNames are the names of dhcp.option.option_overload.
var dhcpOptionOverloadNames = map[uint64]string{
	1: "Boot file name holds options",
	2: "Server host name holds options",
	3: "Boot file and server host names hold options",
}

// dhcpMessageNames are the names of dhcp.option.dhcp.
var dhcpMessageNames = map[uint64]string{
	1:  "Discover",
	2:  "Offer",
	3:  "Request",
	4:  "Decline",
	5:  "ACK",
	6:  "NAK",
	7:  "Release",
	8:  "Inform",
	9:  "Force Renew",
	10: "Lease query",
	11: "Lease Unassigned",
	12: "Lease Unknown",
	13: "Lease Active",
	14: "Bulk Lease Query",
	15: "Lease Query Done",
	16: "Active LeaseQuery",
	17: "Lease Query Status",
	18: "TLS",
}

// agentSuboptionNames are the names of dhcp.option.agent_information_option.suboption.
var agentSuboptionNames = map[uint64]string{
	0:   "Padding",
	1:   "Agent Circuit ID",
	2:   "Agent Remote ID",
	3:   "Reserved",
	4:   "DOCSIS Device Class",
	5:   "Link selection",
	6:   "Subscriber ID",
	7:   "RADIUS Attributes",
	8:   "Authentication",
	9:   "Vendor-Specific Information",
	10:  "Flags",
	11:  "Server ID Override",
	12:  "Relay Agent Identifier",
	13:  "Access Technology Type",
	14:  "Access Network Name",
	15:  "Access Point Name",
	16:  "Access Point BSSID",
	17:  "Access Network Operator ID",
	18:  "Access Network Operator Realm",
	19:  "Source Port",
	150: "Link selection (Cisco proprietary)",
	151: "VRF name/VPN ID",
	152: "Server ID Override (Cisco proprietary)",
}

// dhcpClientSystemArchitectureNames are the names of dhcp.option.client_system_architecture.
var dhcpClientSystemArchitectureNames = map[uint64]string{
	0:  "IA x86 PC",
	1:  "NEC/PC98",
	2:  "IA64 PC",
	3:  "DEC Alpha",
	4:  "ArcX86",
	5:  "Intel Lean Client",
	6:  "EFI IA32",
	7:  "EFI x64",
	8:  "EFI Xscale",
	9:  "EFI BC",
	10: "ARM 32-bit UEFI",
	11: "ARM 64-bit UEFI",
	12: "PowerPC Open Firmware",
	13: "PowerPC ePAPR",
	14: "POWER OPAL v3",
	15: "x86 UEFI HTTP",
	16: "x64 UEFI HTTP",
	17: "EBC UEFI HTTP",
	18: "ARM 32-bit UEFI HTTP",
	19: "ARM 64-bit UEFI HTTP",
	20: "PC/AT HTTP",
	21: "ARM 32-bit uboot",
	22: "ARM 64-bit uboot",
	23: "ARM 32-bit uboot HTTP",
	24: "ARM 64-bit uboot HTTP",
	25: "RISC-V 32-bit UEFI",
	26: "RISC-V 32-bit UEFI HTTP",
	27: "RISC-V 64-bit UEFI",
	28: "RISC-V 64-bit UEFI HTTP",
	29: "RISC-V 128-bit UEFI",
	30: "RISC-V 128-bit UEFI HTTP",
	31: "s390 Basic",
	32: "s390 Extended",
}

// dhcpDhcpAutoConfigurationNames are the names of dhcp.option.dhcp_auto_configuration.
var dhcpDhcpAutoConfigurationNames = map[uint64]string{
	0: "DoNotAutoConfigure",
	1: "AutoConfigure",
}

// pxeSuboptionNames are the names of dhcp.option.vendor.pxeclient.suboption.
var pxeSuboptionNames = map[uint64]string{
	0:   "Padding",
	1:   "PXE mtftp IP",
	2:   "PXE mtftp client port",
	3:   "PXE mtftp server port",
	4:   "PXE mtftp timeout",
	5:   "PXE mtftp delay",
	6:   "PXE discovery control",
	7:   "PXE multicast address",
	8:   "PXE boot servers",
	9:   "PXE boot menu",
	10:  "PXE menu prompt",
	11:  "PXE multicast address alloc",
	12:  "PXE credential types",
	71:  "PXE boot item",
	179: "PXE LCM Server",
	180: "PXE LCM Domain",
	181: "PXE LCM NIC option 0",
	190: "PXE LCM Workgroup",
	191: "PXE Discovery",
	192: "PXE Configured",
	193: "PXE LCM version",
	194: "PXE LCM Serial Number",
	255: "PXE End",
}

// pxeServerNames are the names of dhcp.option.vendor.pxeclient.boot_servers.type.
var pxeServerNames = map[uint64]string{
	0:     "PXE bootstrap server",
	1:     "Microsoft Windows NT Boot Server",
	2:     "Intel LCM Boot Server",
	3:     "DOS/UNDI Boot Server",
	4:     "NEC ESMPRO Boot Server",
	5:     "IBM WSoD Boot Server",
	6:     "IBM LCCM Boot Server",
	7:     "CA Unicenter TNG Boot Server",
	8:     "HP OpenView Boot Server",
	65535: "PXE API Test server",
}

// pxeMenuNames are the names of dhcp.option.vendor.pxeclient.boot_menu.type.
var pxeMenuNames = map[uint64]string{
	0: "Local boot",
}

// slpDiscoveryNames are the names of dhcp.option.slp_directory_agent.value.
var slpDiscoveryNames = map[uint64]string{
	0:   "Dynamic Discovery",
	1:   "Static Discovery",
	128: "Backwards compatibility",
}

// slpScopeNames are the names of dhcp.option.slp_service_scope.value.
var slpScopeNames = map[uint64]string{
	0: "Preferred Scope",
	1: "Mandatory Scope",
}

// dhcpAuthNames are the names of dhcp.option.dhcp_authentication.protocol.
var dhcpAuthNames = map[uint64]string{
	0: "configuration token",
	1: "delayed authentication",
}

// dhcpAuthDelayedNames are the names of dhcp.option.dhcp_authentication.alg_delay.
var dhcpAuthDelayedNames = map[uint64]string{
	1: "HMAC_MD5",
}

// dhcpReplayNames are the names of dhcp.option.dhcp_authentication.rdm.
var dhcpReplayNames = map[uint64]string{
	0: "Monotonically-increasing counter",
}

// civicWhatNames are the names of dhcp.option.civic_location.what.
var civicWhatNames = map[uint64]string{
	0: "Location of the DHCP server",
	1: "Location of the network element believed to be closest to the client",
	2: "Location of the client",
}

// civicTypeNames are the names of dhcp.option.civic_location.ca_type.
var civicTypeNames = map[uint64]string{
	0:   "Language",
	1:   "A1",
	2:   "A2",
	3:   "A3",
	4:   "A4",
	5:   "A5",
	6:   "A6",
	16:  "PRD (Leading street direction)",
	17:  "POD (Trailing street suffix)",
	18:  "STS (Street suffix)",
	19:  "HNO (House number)",
	20:  "HNS (House number suffix)",
	21:  "LMK (Landmark or vanity address)",
	22:  "LOC (Additional location information)",
	23:  "NAM",
	24:  "PC (Postal/ZIP code)",
	25:  "BLD (Building)",
	26:  "UNIT",
	27:  "FLR (Floor)",
	28:  "ROOM",
	29:  "PLC (Place-type)",
	30:  "PCN (Postal community name)",
	31:  "POBOX",
	32:  "ADDCODE (Additional Code)",
	33:  "SEAT",
	34:  "RD (Primary road or street)",
	35:  "RDSEC (Road section)",
	36:  "RDBR (Road branch)",
	37:  "RDSUBBR (Road sub-branch)",
	38:  "PRM (Road pre-modifier)",
	39:  "POM (Road post-modifier",
	128: "Script",
}

// sipEncodingNames are the names of dhcp.option.sip_server.encoding.
var sipEncodingNames = map[uint64]string{
	0: "Fully Qualified Domain Name",
	1: "IPv4 Address",
}

// cableLabsModeNames are the names of dhcp.option.vi_class.cl_address_mode.
var cableLabsModeNames = map[uint64]string{
	1: "IPv4",
	2: "IPv6",
}

// tr111SuboptionNames are the names of dhcp.option.vi.tr111.suboption.
var tr111SuboptionNames = map[uint64]string{
	1: "DeviceManufacturerOUI",
	2: "DeviceSerialNumber",
	3: "DeviceProductClass",
	4: "GatewayManufacturerOUI",
	5: "GatewaySerialNumber",
	6: "GatewayProductClass",
}

// forcerenewNames are the names of dhcp.option.forcerenew_nonce.algorithm.
var forcerenewNames = map[uint64]string{
	1: "HMAC-MD5",
}

// rdnssPreferenceNames are the names of dhcp.option.rdnss.preference.
var rdnssPreferenceNames = map[uint64]string{
	0: "Medium",
	1: "High",
	2: "Reserved",
	3: "Low",
}

// bulkStatusNames are the names of dhcp.option.bulk_lease.status_code.
var bulkStatusNames = map[uint64]string{
	0: "Success",
	1: "UpsecFail",
	2: "QueryTerminated",
	3: "MalformedQuery",
	4: "NotAllowed",
}

// bulkStateNames are the names of dhcp.option.bulk_lease.dhcp_state.
var bulkStateNames = map[uint64]string{
	1: "Available",
	2: "Active",
	3: "Expired",
	4: "Released",
	5: "Abandoned",
	6: "Reset",
	7: "Remote",
	8: "Transitioning",
}
