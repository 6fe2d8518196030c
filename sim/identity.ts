import type { AccountId, Actor, ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { CommandBody } from '#core/loop/command.ts'
import { linesOf } from './company.ts'
import type { Sim } from './parts.ts'

/** What an agent says of who people are, rightly or not. */
export function createIdentity(
  { dice, rows }: Pick<Sim, 'dice' | 'rows'>,
  accountId: AccountId,
  by: Actor,
  ask: (command: CommandBody) => void,
) {
  const lineIds = linesOf(accountId).map(({ lineId }) => lineId)
  const people = (): readonly Contact[] =>
    [...rows.contacts.values()].flatMap(({ row }) => (row.accountId === accountId ? [row] : []))

  /** Who has the addresses of somebody before them is asked who they are; mostly it is the same person. */
  function makeSure(): void {
    const asked = people().filter(({ succeeds, joined }) => succeeds && !joined)
    if (asked.length === 0) return
    const { contactId, succeeds } = dice.pick(asked)
    if (!succeeds) return
    const isSame = succeeds.because === 'identity-changed' && dice.chance(0.8)
    const about = { contactId, formerId: succeeds.contactId, intoId: holderOf(succeeds.contactId) }
    ask({ kind: 'settle-identity', ...about, isSame, by, lineIds })
  }

  /** Two are one, now and then said both ways at once; or they are two again. */
  function mergeOrPart(): void {
    const known = people().filter(({ joined }) => !joined)
    const whole = known.filter(({ parts }) => parts !== undefined)
    if (whole.length > 0 && dice.chance(0.5)) {
      const { contactId: intoId, parts = [] } = dice.pick(whole)
      const { contactId } = dice.pick(parts)
      return ask({ kind: 'undo-merge', contactId, intoId, by, why: null, lineIds })
    }
    if (known.length < 2) return
    const [one, other] = [dice.pick(known).contactId, dice.pick(known).contactId]
    const merge = (contactId: ContactId, intoId: ContactId) =>
      ask({ kind: 'merge-contacts', contactId, intoId, by, why: null, evidence: [], lineIds })
    merge(one, other)
    if (dice.chance(0.2)) merge(other, one)
  }

  /** Who has their place by now. */
  function holderOf(contactId: ContactId): ContactId {
    const joined = people().find((one) => one.contactId === contactId)?.joined
    return joined ? holderOf(joined.into) : contactId
  }

  return { makeSure, mergeOrPart }
}
