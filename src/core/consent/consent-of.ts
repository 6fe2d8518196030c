import type { Instant } from '#base/time.ts'
import { addressKey, type Contact, presentAddresses, type Part } from '../contact/contact.ts'
import type { Line } from '../line/line.ts'
import { type Consent, type ConsentStanding, isNewer, type Purpose, type Scope } from './consent.ts'

/** The line asked about. */
type Asked = Pick<Line, 'lineId' | 'channel'>

/**
 * What a person last said about a purpose, for one line of ours: of all words whose scope covers the line the newest wins,
 * however wide or narrow it is. Of contacts that were merged the strictest wins: what one of them refused is not given by
 * what another said before they were one. A grant counts only under an address they are known by now, so that whoever is given a
 * recycled number, or is somebody new to the platform, starts with none; a withdrawal also under a former one.
 */
export function consentOf(contact: Contact, purpose: Purpose, line: Asked, now: Instant): Consent {
  const present = new Set(presentAddresses(contact, line.channel).map(addressKey))
  const former = new Set(contact.addresses.map(addressKey))
  const own = (standing: ConsentStanding) =>
    standing.change === 'withdrawn'
      ? former.has(standing.address)
      : present.has(standing.address) && (standing.until === null || now < standing.until)
  const words = contact.consents.filter(
    (standing) => standing.purpose === purpose && covers(standing.scope, line) && own(standing),
  )
  const newest = newestOf(words)
  if (newest === null || newest.change === 'expired') return { kind: 'none' }
  const refusal =
    newest.change === 'given' && contact.parts ? refusedByAPart(contact, contact.parts, words, newest) : null
  return refusal ? { kind: 'withdrawn', standing: refusal } : { kind: newest.change, standing: newest }
}

/** What one of the merged refused last, where the newest yes is another's and was said before they were one. */
function refusedByAPart(
  { addresses }: Contact,
  parts: readonly Part[],
  words: readonly ConsentStanding[],
  yes: ConsentStanding,
): ConsentStanding | null {
  if (parts.every(({ at }) => yes.at >= at)) return null
  const ownerOf = new Map(addresses.map((address) => [addressKey(address), address.of]))
  const last = [...Map.groupBy(words, ({ address }) => ownerOf.get(address)).values()].map(newestOf)
  return newestOf(last.flatMap((one) => (one?.change === 'withdrawn' ? [one] : [])))
}

const newestOf = (words: readonly ConsentStanding[]): ConsentStanding | null =>
  words.reduce<ConsentStanding | null>((last, one) => (last === null || isNewer(one, last) ? one : last), null)

function covers(scope: Scope, line: Asked): boolean {
  if (scope.kind === 'brand') return true
  return scope.kind === 'channel' ? scope.channel === line.channel : scope.lineId === line.lineId
}
