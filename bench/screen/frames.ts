/** What a WebSocket server says, taken apart (RFC 6455, section 5.2). Only what servers send: not masked, not in parts. */
export type FrameReader = (chunk: Buffer, told: (frame: Frame) => void) => void
export type Frame = { readonly kind: 'text' | 'ping' | 'close' | 'other'; readonly payload: Buffer }

const KINDS: Readonly<Record<number, Frame['kind']>> = { 1: 'text', 8: 'close', 9: 'ping' }

/** One for each connection. A payload is good until `told` returns: its bytes belong to whoever reads the socket. */
export function frameReader(): FrameReader {
  let rest: Buffer | null = null
  return (chunk, told) => {
    let bytes = rest ? Buffer.concat([rest, chunk]) : chunk
    for (let size = sizeOf(bytes); size && bytes.length >= size.whole; size = sizeOf(bytes)) {
      told({ kind: KINDS[(bytes[0] ?? 0) & 0x0f] ?? 'other', payload: bytes.subarray(size.head, size.whole) })
      bytes = bytes.subarray(size.whole)
    }
    rest = bytes.length > 0 ? Buffer.from(bytes) : null
  }
}

/** Null while too little is there to say. */
function sizeOf(bytes: Buffer): { readonly head: number; readonly whole: number } | null {
  const short = (bytes[1] ?? 0) & 0x7f
  const head = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < head) return null
  const payload = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  return { head, whole: head + payload }
}

/** A frame as a client must send it: masked. A mask of zeros leaves the text as it is; nobody is between us. */
export function clientFrame(kind: 'text' | 'pong', text: Buffer | string): Buffer {
  const payload = Buffer.from(text)
  if (payload.length > 125) throw new Error(`A frame of ${payload.length} bytes; expected at most 125.`)
  return Buffer.concat([Buffer.of(kind === 'text' ? 0x81 : 0x8a, 0x80 | payload.length, 0, 0, 0, 0), payload])
}
