package rtnl

import (
	"encoding/binary"
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Constants of linux/ethtool.h that x/sys does not have, and sizes.
const (
	stringSetFeatures = 4  // ETH_SS_FEATURES
	featureName       = 32 // ETH_GSTRING_LEN
	notAsWished       = 2  // ETHTOOL_F_WISH
)

// features says which bits of an ETHTOOL_SFEATURES request stand for the
// offloads that change what a frame on a cable looks like.
type features struct {
	command []byte // struct ethtool_sfeatures that clears them all
}

// offloads are the kernel's names of those features, by prefix. Segments
// are cut and checksums filled in before a frame leaves, none is merged
// behind it, and every checksum is looked at: a frame corrupted on the way
// must not pass.
var offloads = []string{
	"tx-checksum-", "tx-scatter-gather", "tx-tcp", "tx-udp-segmentation", "tx-generic-segmentation",
	"tx-gso-list", "tx-sctp-segmentation", "rx-checksum", "rx-gro", "rx-lro", "rx-udp",
}

// ClearOffloads turns every offload of an interface off, in one call. The
// kernel's list of features is read at the first call.
func (c *Conn) ClearOffloads(name string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.features == nil {
		f, err := c.readFeatures(name)
		if err != nil {
			return &Error{Node: c.node, Interface: name, Op: "read the offloads", Err: err}
		}
		c.features = f
	}
	result, err := c.ethtool(name, c.features.command)
	if err == nil && result&notAsWished != 0 {
		err = unix.EOPNOTSUPP
	}
	if err != nil {
		return &Error{Node: c.node, Interface: name, Op: "turn offloads off", Err: err}
	}
	return nil
}

// SyncCarrier has the kernel take notice of the carrier of an interface now.
// It does so in its own time otherwise (linkwatch), and until then drops
// what the interface is to send.
func (c *Conn) SyncCarrier(name string) error {
	var value [8]byte // struct ethtool_value
	binary.NativeEndian.PutUint32(value[:], unix.ETHTOOL_GLINK)
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, err := c.ethtool(name, value[:]); err != nil {
		return &Error{Node: c.node, Interface: name, Op: "read the carrier", Err: err}
	}
	return nil
}

// ShareFeatures makes c use the list of features that other has read: it is
// the same for the whole kernel.
func (c *Conn) ShareFeatures(other *Conn) {
	other.mu.Lock()
	f := other.features
	other.mu.Unlock()
	c.mu.Lock()
	c.features = f
	c.mu.Unlock()
}

// readFeatures asks for the names of all features.
func (c *Conn) readFeatures(name string) (*features, error) {
	// struct ethtool_sset_info with one set asked for.
	info := make([]byte, 20)
	binary.NativeEndian.PutUint32(info, unix.ETHTOOL_GSSET_INFO)
	binary.NativeEndian.PutUint64(info[8:], 1<<stringSetFeatures)
	if _, err := c.ethtool(name, info); err != nil {
		return nil, err
	}
	count := int(binary.NativeEndian.Uint32(info[16:]))
	if count <= 0 || count > 1024 {
		return nil, unix.EPROTO
	}
	// struct ethtool_gstrings.
	list := make([]byte, 12+count*featureName)
	binary.NativeEndian.PutUint32(list, unix.ETHTOOL_GSTRINGS)
	binary.NativeEndian.PutUint32(list[4:], stringSetFeatures)
	binary.NativeEndian.PutUint32(list[8:], uint32(count))
	if _, err := c.ethtool(name, list); err != nil {
		return nil, err
	}
	// struct ethtool_sfeatures: blocks of 32 features, valid and requested.
	blocks := (count + 31) / 32
	command := make([]byte, 8+8*blocks)
	binary.NativeEndian.PutUint32(command, unix.ETHTOOL_SFEATURES)
	binary.NativeEndian.PutUint32(command[4:], uint32(blocks))
	for bit := range count {
		feature := unix.ByteSliceToString(list[12+bit*featureName : 12+(bit+1)*featureName])
		for _, prefix := range offloads {
			if strings.HasPrefix(feature, prefix) {
				at := command[8+8*(bit/32):]
				binary.NativeEndian.PutUint32(at, binary.NativeEndian.Uint32(at)|1<<(bit%32))
			}
		}
	}
	return &features{command: command}, nil
}

// ethtool carries out one SIOCETHTOOL request, which the kernel answers in
// data, on an interface of the socket's namespace.
func (c *Conn) ethtool(name string, data []byte) (result uintptr, err error) {
	// struct ifreq of linux/if.h.
	var request struct {
		name [unix.IFNAMSIZ]byte
		data unsafe.Pointer
		rest [16]byte
	}
	if len(name) >= unix.IFNAMSIZ {
		return 0, unix.EINVAL
	}
	copy(request.name[:], name)
	request.data = unsafe.Pointer(unsafe.SliceData(data))
	result, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(c.fd), unix.SIOCETHTOOL, uintptr(unsafe.Pointer(&request)))
	runtime.KeepAlive(data)
	if errno != 0 {
		return 0, errno
	}
	return result, nil
}
