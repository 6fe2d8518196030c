import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Address } from '#core/contact/contact.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import type { Former, Rights } from '#core/policy/rights.ts'
import type { ErasedAddress } from '#store/erasures.ts'
import type { Vault } from './secrets.ts'

/** What an address is known by once its holder is erased; the same for every spelling of a phone. */
export function digestOf(
  vault: Pick<Vault, 'fingerprint'>,
  accountId: AccountId,
  { channel, kind, value }: Pick<Address, 'channel' | 'kind' | 'value'>,
): string {
  const spelling = kind === 'phone' ? ([...variantsOf(value)].sort()[0] ?? value) : value
  return vault.fingerprint(`${channel}:${kind}:${spelling}`, accountId)
}

/** Looks up who was erased. What is newer than every erasure, as nearly everything is, costs no hash. */
export function formerlyOf(
  vault: Pick<Vault, 'fingerprint'>,
  accountId: AccountId,
  erased: readonly ErasedAddress[],
): Rights['formerly'] {
  if (erased.length === 0) return () => null
  const known = new Map<string, Former>(erased.map(({ digest, erasedAt, covers }) => [digest, { erasedAt, covers }]))
  const newest = erased.reduce((last, { erasedAt }) => (erasedAt > last ? erasedAt : last), 0 as Instant)
  return (address, at) => {
    if (at >= newest) return null
    const former = known.get(digestOf(vault, accountId, address))
    return former !== undefined && at < former.erasedAt ? former : null
  }
}
