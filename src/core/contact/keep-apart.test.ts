import { describe, expect, test } from 'vitest'
import type { ContactId } from '../account/account.ts'
import { ANA, codesOf, LUCIA, SALES, scene } from '../loop/scene.ts'
import type { Sender } from './contact.ts'
import type { EvidenceKind, LikenessKind } from './evidence.ts'
import { proposalsFor } from './propose.ts'

const ALIKE: Sender = { userId: 'MX.7777', phone: '5215587654321', name: LUCIA.name, username: '@lucia' }
const by = { kind: 'agent', agentId: ANA } as const

function two() {
  const stage = scene([SALES])
  stage.receive('own.1', 'hola', { sender: { ...LUCIA, username: ALIKE.username } })
  stage.receive('other.1', 'hola', { sender: ALIKE })
  const idAt = ({ phone }: Sender) => stage.contactWith(phone ?? '')?.contactId as ContactId
  const [own, other] = [idAt(LUCIA), idAt(ALIKE)]
  const of = (id: ContactId) => stage.world.contacts.get(id)!
  return {
    stage,
    own,
    other,
    keepApart: (contactId: ContactId, otherId: ContactId, evidence: readonly LikenessKind[]) =>
      stage.play({ kind: 'keep-apart', contactId, otherId, evidence, by }),
    merge: (evidence: readonly EvidenceKind[]) =>
      stage.play({
        ...{ kind: 'merge-contacts', contactId: other, intoId: own, by, why: null, evidence },
        lineIds: [SALES.lineId],
      }),
    proposals: () =>
      [proposalsFor(of(own), [of(other)]), proposalsFor(of(other), [of(own)])].map(({ length }) => length),
  }
}

describe('of two contacts somebody says that they are different people', () => {
  test('and neither is proposed to the other for it any more', () => {
    const { own, other, keepApart, proposals } = two()
    expect(proposals()).toEqual([1, 1])
    expect(codesOf(keepApart(own, other, ['username', 'name']))).toEqual([])
    expect(proposals()).toEqual([0, 0])
  })

  test('of either, once: who says the same a moment later says nothing new', () => {
    const { stage, own, other, keepApart } = two()
    keepApart(own, other, ['username', 'name'])
    const before = stage.facts.length
    expect(codesOf(keepApart(other, own, ['username']))).toEqual([])
    expect(stage.facts).toHaveLength(before)
  })

  test('and what they have said no to stays so when they say no to something else', () => {
    const { own, other, keepApart, proposals } = two()
    keepApart(own, other, ['username'])
    keepApart(own, other, ['spelling'])
    expect(proposals()).toEqual([0, 0])
  })
})

describe('who merges two of whom another has said so meanwhile', () => {
  test.each<[string, readonly EvidenceKind[], readonly string[]]>([
    ['is told so, when it is for the very same reason', ['username', 'name'], ['kept-apart']],
    ['may, when they know of more', ['claimed-phone', 'username'], []],
    ['may by hand, for reasons of their own', [], []],
    ['may when WhatsApp announces it', ['announced'], []],
  ])('%s', (_, evidence, codes) => {
    const { own, other, keepApart, merge } = two()
    keepApart(other, own, ['username'])
    expect(codesOf(merge(evidence))).toEqual(codes)
  })

  test('and who says so of two that were merged meanwhile is told that, too', () => {
    const { own, other, keepApart, merge } = two()
    expect(codesOf(merge(['username']))).toEqual([])
    expect(codesOf(keepApart(own, other, ['username']))).toEqual(['contact-merged'])
  })
})
