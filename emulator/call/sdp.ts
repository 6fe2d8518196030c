import { badParameter } from '../graph/errors.ts'
import { fieldsOf, textOf } from '../json.ts'

/**
 * What a session must be as far as it can be told without media: of the right type, lines of `x=…` that begin with the
 * version, an owner, a name and times in RFC 8866's order, and one sound. Throws Meta's refusal; gives the description.
 */
export function checkSession(value: unknown, type: 'offer' | 'answer'): string {
  const session = fieldsOf(value)
  const given = textOf(session['sdp_type'])
  if (given !== type) throw badParameter(`Param session['sdp_type'] must be one of {${type}} - got "${given ?? ''}".`)
  const sdp = textOf(session['sdp']) ?? ''
  const lines = sdp.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const wrong = lines.find((line) => !/^[a-z]=\S/.test(line))
  if (sdp === '' || wrong !== undefined) throw invalid(`line "${wrong ?? ''}" is not of the form <type>=<value>`)
  const places = ['v=0', 'o=', 's=', 't='].map((start) => lines.findIndex((line) => line.startsWith(start)))
  const isInOrder = places[0] === 0 && places.every((place, index) => place > (places[index - 1] ?? -1))
  if (!isInOrder) throw invalid('v=0, o=, s= and t= must be there, in this order')
  if (!lines.some((line) => line.startsWith('m=audio '))) throw invalid('there is no audio')
  return sdp
}

const invalid = (why: string) => badParameter(`SDP Validation error: ${why}.`)

/** A description nobody can talk by: the emulator has no media. */
export const sampleSession = (type: 'offer' | 'answer') => ({
  sdp_type: type,
  sdp: ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=inactive', ''].join(
    '\r\n',
  ),
})
